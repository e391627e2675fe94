package dev.holdfast.launch;

import dev.holdfast.launch.intake.Played;
import org.jspecify.annotations.Nullable;

/// A whole launch on virtual time, for modules above this one that bring a supply of their own.
public final class SimulatedLaunch {
    public static final int STEPS = Played.STEPS;

    private SimulatedLaunch() {}

    /// @return null: every rule held; else what broke which, with the shortest history found
    public static @Nullable String broken(long seed, Engine engine, int steps) {
        Played played = Played.of(seed, engine, steps);
        return played.broken() == null ? null : played.words();
    }
}
