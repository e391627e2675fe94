package dev.holdfast.launch.lobby;

import java.time.Duration;

/// How fast people are let in: more each second while the intake keeps up, at once much less when it does not.
///
/// The rule is the one by which networks share a wire without knowing how wide it is. What the intake sustains is not
/// known beforehand either: it depends on the machine, the supply, and what else is going on.
///
/// @param perSecond people let in each second
/// @param carried the part of a person that the seconds before left over
record Pace(double perSecond, double carried) {
    /// People in the first second, and in the first after a time in which nobody could be let in.
    static final double FIRST = 20;

    private static final double FASTER = 1.2;

    /// Orders that wait for their batch. Half a batch of the committer is a moment's work, and one and a half say that
    /// it does not keep up.
    private static final int EASY = 1_000;

    private static final int TOO_MANY = 3_000;

    /// Half of what the committer lets wait at all: nobody more is let in.
    private static final int STOP = 10_000;

    /// A step after a longer silence does not make up for it: people who were let in while the database was away
    /// would all come at once.
    private static final Duration LONGEST_STEP = Duration.ofSeconds(2);

    static final Pace STANDING = new Pace(0, 0);

    /// The pace for the step that ends now.
    ///
    /// @param passed since the step before
    /// @param waiting orders that wait for their batch, on all instances
    /// @param ordersPerSecond as the intake committed them of late
    Pace next(Duration passed, int waiting, double ordersPerSecond, int most) {
        if (waiting > STOP) {
            return STANDING;
        }
        if (perSecond == 0 || passed.compareTo(LONGEST_STEP) > 0) {
            return new Pace(Math.min(most, FIRST), 0);
        }
        if (waiting > TOO_MANY) {
            // What it committed while they piled up is what it can do: below that the pile goes down.
            double sustained = ordersPerSecond > 0 ? Math.min(perSecond, ordersPerSecond) : perSecond;
            return new Pace(Math.clamp(sustained / 2, 1, most), 0);
        }
        return waiting > EASY
                ? new Pace(Math.min(most, perSecond), carried)
                : new Pace(Math.min(most, perSecond * FASTER), carried);
    }

    /// Whole people in a step, and what is left over.
    Step step(Duration passed) {
        Duration counted = passed.compareTo(LONGEST_STEP) > 0 ? LONGEST_STEP : passed;
        double people = perSecond * counted.toMillis() / 1_000.0 + carried;
        return new Step((long) people, new Pace(perSecond, people - Math.floor(people)));
    }

    record Step(long people, Pace pace) {}
}
