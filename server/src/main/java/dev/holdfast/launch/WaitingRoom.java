package dev.holdfast.launch;

import java.time.Duration;
import java.time.Instant;

/// What an operator decides about the waiting room of a launch.
///
/// @param lobbyOpensAt from when on people may enter
/// @param drawClosesAt when the list of the draw is frozen; who enters later stands behind, in order of arrival
/// @param figure which public figure decides the draw, and where it is published
/// @param figureAt from when on that figure can be known: after the list is frozen
/// @param mostPerSecond people let in each second at the most; the pace is otherwise what the intake keeps up with
/// @param passFor how long a pass lets its member order, and how long a place is kept for who is called
public record WaitingRoom(
        Instant lobbyOpensAt,
        Instant drawClosesAt,
        String figure,
        Instant figureAt,
        int mostPerSecond,
        Duration passFor) {}
