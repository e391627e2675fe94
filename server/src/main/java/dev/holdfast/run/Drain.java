package dev.holdfast.run;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.ApplicationContext;

/// The time between saying that this instance stops and stopping: a proxy that asks at `/readyz` sends everything
/// elsewhere before the door closes, and nobody is turned away by it.
record Drain(Duration time) {
    private static final String SETTING = "HOLDFAST_DRAIN";
    /// Longer, and whoever stops us kills us before we have stopped.
    private static final Duration MAX = Duration.ofMinutes(1);

    static Drain in(Map<String, String> environment) {
        var given = environment.getOrDefault(SETTING, "0s");
        try {
            var time = DurationStyle.detectAndParse(given);
            if (!time.isNegative() && time.compareTo(MAX) <= 0) {
                return new Drain(time);
            }
        } catch (IllegalArgumentException _) {
            // Refused below, with those that are too long.
        }
        throw new CannotStart(SETTING + " is " + given + ": give a time up to " + MAX.toSeconds() + "s, as 10s.");
    }

    /// Goes on serving what still comes, and returns when the door may close.
    void before(ApplicationContext stopping) {
        AvailabilityChangeEvent.publish(stopping, ReadinessState.REFUSING_TRAFFIC);
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
