package dev.holdfast.launch.intake;

import dev.holdfast.launch.Engine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One simulated launch, played to its end or to the first rule that it broke.
///
/// @param moments what was played of it
/// @param broken null: every rule held
/// @param history what happened, up to there
public record Played(
        long seed,
        Breach breach,
        Engine engine,
        List<Script.Moment> moments,
        List<String> history,
        @Nullable Throwable broken) {
    /// Enough for holds to end, plans to be published and the clock to jump a few times.
    public static final int STEPS = 100;

    public Played {
        moments = List.copyOf(moments);
        history = List.copyOf(history);
    }

    static Played of(long seed, Breach breach, int steps) {
        return of(seed, breach, Engine.CURVES, Script.whole(steps));
    }

    /// A sound launch on another supply.
    public static Played of(long seed, Engine engine, int steps) {
        return of(seed, Breach.NONE, engine, Script.whole(steps));
    }

    private static Played of(long seed, Breach breach, Engine engine, List<Script.Moment> moments) {
        Simulation launch = new Simulation(seed, breach, engine);
        @Nullable Throwable broken = null;
        try {
            launch.run(new Script(seed, moments));
        } catch (RuntimeException | AssertionError fault) {
            broken = fault;
        }
        return new Played(seed, breach, engine, moments, launch.history(), broken);
    }

    /// The shortest history found that breaks a rule, too.
    public Played shortest() {
        List<Script.Moment> least =
                Shortest.of(moments, fewer -> of(seed, breach, engine, fewer).broken() != null);
        return of(seed, breach, engine, least);
    }

    public String words() {
        if (broken == null) {
            return "The launch of seed " + seed + " kept every rule.";
        }
        Played least = shortest();
        return "The launch of seed " + seed + " broke a rule (-Dseed=" + seed + "): " + least.broken + "\n    "
                + String.join("\n    ", least.history);
    }
}
