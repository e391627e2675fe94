package dev.holdfast.launch.lobby;

import org.jspecify.annotations.Nullable;

/// A member in the lobby.
///
/// @param place null: the draw is not made, or this instance still works it out
/// @param takesPart in the draw; else the place is the number of arrival, behind all who do
public record Entered(Ticket ticket, @Nullable Long place, boolean takesPart, Now now) {}
