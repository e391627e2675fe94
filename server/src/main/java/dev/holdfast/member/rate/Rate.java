package dev.holdfast.member.rate;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A burst, then a steady rate: `100, 20/s` is a hundred at once, and twenty a second from then on.
///
/// @param burst how many at once
/// @param again how many come back within the time
record Rate(int burst, int again, Duration within) {
    static final String OFF = "off";

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,7})\\s*,\\s*(\\d{1,7})\\s*/\\s*(\\d{0,3})([smh])");

    /// @return empty: no limit
    static Optional<Rate> read(Limit limit, String text) {
        if (text.strip().equals(OFF)) {
            return Optional.empty();
        }
        Matcher shape = SHAPE.matcher(text.strip());
        if (shape.matches()) {
            int burst = Integer.parseInt(shape.group(1));
            int again = Integer.parseInt(shape.group(2));
            int spans = shape.group(3).isEmpty() ? 1 : Integer.parseInt(shape.group(3));
            if (burst > 0 && again > 0 && spans > 0) {
                return Optional.of(new Rate(burst, again, unit(shape.group(4)).multipliedBy(spans)));
            }
        }
        throw new IllegalArgumentException(limit.variable() + " is '" + text
                + "': give how many at once and how many from then on, such as '100, 20/s', '3, 3/15m' or '20, 20/h',"
                + " or 'off'.");
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            default -> Duration.ofHours(1);
        };
    }

    /// After which somebody who did nothing has the whole burst again, so that forgetting them changes nothing.
    Duration refilled() {
        return within.multipliedBy(burst).dividedBy(again).plusSeconds(1);
    }

    @Override
    public String toString() {
        return burst + " at once and " + again + " every " + (within.toSeconds() == 1 ? "second" : spoken())
                + " from then on";
    }

    private String spoken() {
        return within.toMinutes() == 0
                ? within.toSeconds() + " seconds"
                : within.toMinutes() == 1 ? "minute" : within.toMinutes() + " minutes";
    }
}
