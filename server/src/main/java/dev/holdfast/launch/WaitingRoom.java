package dev.holdfast.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// What an operator decides about the waiting room of a launch.
///
/// @param lobbyOpensAt from when on people may enter
/// @param drawClosesAt when the list of the draw is frozen; who enters later stands behind, in order of arrival
/// @param figure which public figure decides the draw, and where it is published
/// @param figureAt from when on that figure can be known: after the list is frozen
/// @param mostPerSecond people let in each second at the most; the pace is otherwise what the intake keeps up with
/// @param passFor how long a pass lets its member order, and how long a place is kept for who is called
/// @param listFor how long a unit is kept for somebody who is called from the waiting list, and reads of it in a letter
public record WaitingRoom(
        Instant lobbyOpensAt,
        Instant drawClosesAt,
        String figure,
        Instant figureAt,
        int mostPerSecond,
        Duration passFor,
        Duration listFor) {
    /// A letter of the night is read in the morning.
    public static final Duration LIST_FOR = Duration.ofHours(12);

    /// Launches that were set up before there was a waiting list say nothing of it.
    public WaitingRoom {
        listFor = Objects.requireNonNullElse(listFor, LIST_FOR);
    }
}
