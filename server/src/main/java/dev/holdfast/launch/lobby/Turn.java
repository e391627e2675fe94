package dev.holdfast.launch.lobby;

import dev.holdfast.launch.Shown;

/// What became of a ticket that somebody shows to be let in.
public sealed interface Turn {
    record Called(Pass pass) implements Turn {}

    /// @param ahead people with earlier places who were not called yet
    record Waiting(long place, long serving, long ahead, Now now) implements Turn {}

    /// The draw is not made, or this instance still works it out.
    record NotDrawn(Now now) implements Turn {}

    /// It was their turn, and what is left is kept for others. The waiting list is offered.
    record Missed(long place) implements Turn {}

    record Refused(Shown shown) implements Turn {}
}
