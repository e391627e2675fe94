package dev.holdfast.web.page;

import dev.holdfast.launch.pulse.Second;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// What happened per second, from the sums at the ends of seconds in which something did.
///
/// @param seconds oldest first; the first is there to count from
/// @param until   the end of the last whole second
record Rates(List<Second> seconds, Instant until) {
    Rates {
        seconds = List.copyOf(seconds);
    }

    /// How much a sum grew per second within the last so many seconds.
    double latest(ToLongFunction<Second> sum, int over) {
        return (double) grown(sum, until.minusSeconds(over), until) / over;
    }

    long grown(ToLongFunction<Second> sum, Instant from, Instant to) {
        return at(sum, to) - at(sum, from);
    }

    /// The rate in each of `count` spans up to now, oldest first.
    List<Double> spans(ToLongFunction<Second> sum, Duration span, int count) {
        var rates = new ArrayList<Double>(count);
        for (int left = count; left > 0; left--) {
            var from = until.minus(span.multipliedBy(left));
            rates.add((double) grown(sum, from, from.plus(span)) / span.toSeconds());
        }
        return rates;
    }

    /// The sum as of an instant: what the last second up to it wrote, or the first known before that.
    private long at(ToLongFunction<Second> sum, Instant instant) {
        long value = seconds.isEmpty() ? 0 : sum.applyAsLong(seconds.getFirst());
        for (int low = 0, high = seconds.size() - 1; low <= high; ) {
            int middle = (low + high) / 2;
            if (seconds.get(middle).at().isAfter(instant)) {
                high = middle - 1;
            } else {
                value = sum.applyAsLong(seconds.get(middle));
                low = middle + 1;
            }
        }
        return value;
    }
}
