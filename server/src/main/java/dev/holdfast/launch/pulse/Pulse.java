package dev.holdfast.launch.pulse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A launch now, and how it came here in the last quarter of an hour.
///
/// @param at by the database's clock
/// @param database how long the database took to say what time it is
/// @param seconds of the last quarter of an hour, and one before it to count from; oldest first
/// @param refusals the most frequent of the last minute first
/// @param payments null: none was booked in the last quarter of an hour
/// @param instances those seen lately, the oldest first
public record Pulse(
        Instant at,
        Duration database,
        List<Second> seconds,
        List<Refused> refusals,
        Answers answers,
        Ending ending,
        @Nullable Payments payments,
        List<Instance> instances) {

    public Pulse {
        seconds = List.copyOf(seconds);
        refusals = List.copyOf(refusals);
        instances = List.copyOf(instances);
    }

    /// Acts refused for one reason, over all instances.
    public record Refused(String reason, long lastMinute, long total) {}

    /// The answers of the last minute, over all instances; the times are null when there was none.
    public record Answers(
            long lastMinute,
            @Nullable Duration half,
            @Nullable Duration most) {}

    /// Unpaid holds that end in the minutes to come.
    ///
    /// @param at when they were counted: a long line is counted less often than once a second
    /// @param minutes holds that end in the first minute from then, in the second, and so on
    public record Ending(Instant at, List<Long> minutes) {
        public Ending {
            minutes = List.copyOf(minutes);
        }

        public long sum() {
            return minutes.stream().mapToLong(Long::longValue).sum();
        }
    }

    /// How the deposits of late came in.
    ///
    /// @param half from the order to its booked deposit, for half of the latest
    /// @param most the same for 99 of 100
    /// @param last since when none was booked
    public record Payments(Duration half, Duration most, Instant last) {}

    public enum Health {
        SERVING,
        /// It said that it would stop.
        STOPPED,
        /// It stopped without saying so, or cannot reach the database.
        SILENT
    }

    /// @param waiting asks that wait there for their batch
    public record Instance(String name, Health health, Instant started, Instant seen, int waiting) {}
}
