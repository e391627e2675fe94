package dev.holdfast.launch;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How much each plain signal weighs in a launch, and from where on an order waits until an operator has looked at it.
///
/// @param threshold    points from which an order is held for review
/// @param weights      points of each signal, once; [#DEFAULT_WEIGHTS] where a signal is not named
/// @param appealWithin how long a member may object, from when they were told
public record Screening(int threshold, Map<Signal, Integer> weights, Duration appealWithin) {
    public static final int DEFAULT_THRESHOLD = 60;
    public static final Duration DEFAULT_APPEAL_WITHIN = Duration.ofDays(7);

    /// A family shares a card and a computer: two members on both stay under the threshold, four on one card do not.
    public static final Map<Signal, Integer> DEFAULT_WEIGHTS =
            Map.of(Signal.INSTRUMENT, 20, Signal.DEVICE, 15, Signal.ADDRESS, 10, Signal.NETWORK, 5, Signal.SPEED, 10);

    public Screening {
        weights = Map.copyOf(weights);
    }

    /// What can be seen of an order without knowing who its member is.
    public enum Signal {
        /// Other members paid with the same card or account.
        INSTRUMENT,
        /// Other members ordered on the same device.
        DEVICE,
        /// Other members have it delivered to the same place.
        ADDRESS,
        /// Many other members ordered from the same network.
        NETWORK,
        /// It came sooner after the opening than a hand presses.
        SPEED
    }

    public int weight(Signal signal) {
        @Nullable Integer given = weights.get(signal);
        return given == null ? DEFAULT_WEIGHTS.getOrDefault(signal, 0) : given;
    }
}
