package dev.holdfast.launch.lobby;

import dev.holdfast.launch.WaitingRoom;
import dev.holdfast.launch.draw.DrawStatement;
import org.jspecify.annotations.Nullable;

/// A waiting room with what is published of its draw.
///
/// @param commitment the SHA-256 of the seed, in hexadecimal: published as long as there is a lobby
/// @param draw null until the list is frozen
public record RoomView(
        WaitingRoom room, String commitment, @Nullable DrawStatement draw, Now now) {}
