package dev.holdfast.launch.lobby;

import java.time.Duration;

/// How far "now serving" moves in one step. Pure, so that a whole opening can be played on paper.
///
/// Where a launch refuses what is beyond its supply, nobody is called for whom no unit is left: of the free units as
/// many are kept as people were called and have not ordered. Who does not come within the time of a pass gives up
/// that claim by itself, and the next are called.
///
/// @param admitting the launch is open, and everybody has a place
/// @param tickets places that were given: nobody is called before they came
/// @param free units left, [#UNBOUNDED] where whoever comes later waits for a later supply
/// @param called places called within the time that a pass lasts
/// @param ordered orders within the same time
record Admission(
        boolean admitting,
        long serving,
        long tickets,
        long free,
        long called,
        long ordered,
        int waiting,
        double ordersPerSecond,
        int mostPerSecond) {
    static final long UNBOUNDED = Long.MAX_VALUE / 4;

    /// Called within the time of a pass, and not come yet: their units are kept.
    long outstanding() {
        return Math.max(0, called - ordered);
    }

    record Next(long serving, Pace pace) {}

    Next next(Pace pace, Duration passed) {
        if (!admitting) {
            return new Next(serving, Pace.STANDING);
        }
        Pace.Step step =
                pace.next(passed, waiting, ordersPerSecond, mostPerSecond).step(passed);
        long most = Math.min(tickets - serving, free - outstanding());
        return new Next(serving + Math.clamp(step.people(), 0, Math.max(0, most)), step.pace());
    }

    /// Units left when everybody in line was called: for those who let their turn pass, and asked again.
    long spare(Next next) {
        boolean everybody = admitting && next.serving() >= tickets;
        return everybody ? Math.max(0, free - outstanding() - (next.serving() - serving)) : 0;
    }
}
