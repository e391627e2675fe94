package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.pulse.Pulse;
import dev.holdfast.launch.pulse.Second;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The figures of a war room in one second and one language.
///
/// @param away true: the database does not answer, and these are the last figures that it gave
record LiveNow(Words words, LaunchView launch, Pulse pulse, List<Picture.Point> curve, boolean away) {
    /// Long enough to be calm, short enough to follow a rush.
    private static final int RATE_SECONDS = 10;

    private static final int MINUTE = 60;

    LiveNow {
        curve = List.copyOf(curve);
    }

    ZoneId zone() {
        return launch.definition().timeZone();
    }

    Rates rates() {
        return new Rates(pulse.seconds(), pulse.at().truncatedTo(ChronoUnit.SECONDS));
    }

    /// Such as `20:03:20 UTC+8`, in the launch's own time of day.
    String asOf() {
        return words.timeOfDay(pulse.at(), zone()) + " " + Dates.zone(pulse.at(), zone());
    }

    String ordersPerSecond() {
        return words.rate(rates().latest(Second::positions, RATE_SECONDS));
    }

    String depositsPerSecond() {
        return words.rate(rates().latest(Second::paid, RATE_SECONDS));
    }

    long lastMinute(boolean deposits) {
        var until = rates().until();
        return rates().grown(deposits ? Second::paid : Second::positions, until.minusSeconds(MINUTE), until);
    }

    long live() {
        var line = launch.line();
        return line.held() + line.placed() + line.locked();
    }

    long left() {
        return launch.offers().stream()
                .map(LaunchView.OfferView::remaining)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    /// When the last unit goes if the line grows as in the last minute; null: it does not grow, or nothing is left.
    @Nullable
    String gone() {
        double perSecond = rates().latest(Second::live, MINUTE);
        long left = left();
        return perSecond <= 0 || left == 0
                ? null
                : words.took(Duration.ofSeconds(Math.max(1, (long) (left / perSecond))));
    }

    /// Such as `23 ms`, or a dash where nothing was answered in the last minute.
    String time(@Nullable Duration time) {
        return time == null ? "–" : words.took(time);
    }

    String since(Instant then) {
        var passed = Duration.between(then, pulse.at());
        return words.took(passed.isNegative() ? Duration.ZERO : passed);
    }

    String reason(String reason) {
        return words.sayOrQuote("refusal.", reason);
    }

    List<Picture> picture() {
        return curve.isEmpty() ? List.of() : List.of(Pictures.line(curve, live(), words));
    }

    List<RateDrawing> drawings() {
        return List.of(
                RateDrawing.of(rates(), zone(), words, "wide", 680, 200),
                RateDrawing.of(rates(), zone(), words, "narrow", 360, 240));
    }

    String rateSummary() {
        return words.say("live.rates.summary", ordersPerSecond(), depositsPerSecond());
    }

    /// The last minutes one by one, for those who do not see the picture; the latest first.
    List<Minute> minutes() {
        var rates = rates();
        return IntStream.range(0, 15)
                .mapToObj(ago -> {
                    var to = rates.until().minus(Duration.ofMinutes(ago));
                    var from = to.minus(Duration.ofMinutes(1));
                    return new Minute(
                            words.timeOfDay(from, zone()),
                            rates.grown(Second::positions, from, to),
                            rates.grown(Second::paid, from, to));
                })
                .toList();
    }

    record Minute(String from, long orders, long deposits) {}

    List<OfferShares.Share> shares() {
        return OfferShares.of(launch, words);
    }

    /// How tall each minute's column is, of a hundred.
    List<Column> columns() {
        var minutes = pulse.ending().minutes();
        long most = minutes.stream().mapToLong(Long::longValue).max().orElse(0);
        return IntStream.range(0, minutes.size())
                .mapToObj(minute ->
                        new Column(minute, minutes.get(minute), most == 0 ? 0 : 100 * minutes.get(minute) / most))
                .toList();
    }

    record Column(int minute, long holds, long tall) {}

    String endingSummary() {
        return words.say("live.ending.summary", words.number(pulse.ending().sum()));
    }

    String health(Pulse.Instance instance) {
        return words.say("live.health." + instance.health(), since(instance.started()), since(instance.seen()));
    }

    String database() {
        return away ? words.say("live.database.away") : words.say("live.database.in", words.took(pulse.database()));
    }
}
