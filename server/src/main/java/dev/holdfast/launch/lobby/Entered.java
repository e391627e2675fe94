package dev.holdfast.launch.lobby;

import org.jspecify.annotations.Nullable;

/// A member in the lobby.
///
/// @param place null: the draw is not made, or this instance still works it out
/// @param takesPart in the draw; else the place is the number of arrival, behind all who do
/// @param standing where they stand by their place
/// @param listed null: not on the waiting list
public record Entered(
        Ticket ticket,
        @Nullable Long place,
        boolean takesPart,
        Standing standing,
        @Nullable Listed listed,
        Now now) {
    public enum Standing {
        /// The draw is not made, or nobody is called yet.
        EARLY,
        /// A unit is left for the place as long as nobody in front takes more than one.
        WAITING,
        /// Every unit that is left is kept for somebody in front. The waiting list is offered.
        BEYOND,
        CALLED,
        /// The turn passed, and every unit that is left is kept for somebody else. The waiting list is offered.
        MISSED,
        OVER
    }
}
