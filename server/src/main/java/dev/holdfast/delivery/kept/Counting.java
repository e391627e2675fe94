package dev.holdfast.delivery.kept;

import dev.holdfast.delivery.kept.Figure.By;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts outcomes by the rule, each against both promises and in every group it belongs to.
final class Counting {
    private final LocalDate until;
    private final Map<Group, Sums> groups = new HashMap<>();

    /// @param until the Monday up to which weeks are over
    Counting(LocalDate until) {
        this.until = until;
    }

    private record Group(By by, String name, Promise promise) {}

    /// What one promise to one order came to.
    private record Verdict(boolean due, boolean kept, boolean inside) {}

    private static final class Sums {
        private long orders;
        private long due;
        private long kept;
        private long delivered;
        private long inside;
        private long withdrawn;
        private long gaveUp;
        private long left;
        private long handedOver;
        private final TreeMap<Integer, Long> weeks = new TreeMap<>();
    }

    void add(Outcome outcome) {
        for (Promise promise : Promise.values()) {
            LocalDate promised = promise.of(outcome);
            Verdict verdict = verdict(outcome, promised);
            add(sums(By.LAUNCH, "", promise), outcome, verdict, promised);
            add(sums(By.CONFIGURATION, outcome.configuration(), promise), outcome, verdict, promised);
            add(sums(By.REGION, region(outcome), promise), outcome, verdict, promised);
            add(sums(By.WEEK, promised.toString(), promise), outcome, verdict, promised);
            if (outcome.handedOver()) {
                sums(By.LAUNCH, "", promise).handedOver++;
                sums(By.CONFIGURATION, outcome.configuration(), promise).handedOver++;
                sums(By.REGION, region(outcome), promise).handedOver++;
                sums(By.WEEK, String.valueOf(outcome.ended()), promise).handedOver++;
            }
        }
    }

    private Sums sums(By by, String name, Promise promise) {
        return groups.computeIfAbsent(new Group(by, name, promise), group -> new Sums());
    }

    private static String region(Outcome outcome) {
        return Objects.requireNonNullElse(outcome.region(), Figure.FEW);
    }

    /// A promise is due once its week is over, however early it was kept: good news does not arrive before bad news. It
    /// is not if the order ended before that without a hand-over; whoever ends it later changes nothing.
    private Verdict verdict(Outcome outcome, LocalDate promised) {
        LocalDate ended = outcome.ended();
        boolean endedBefore = !outcome.handedOver() && ended != null && !ended.isAfter(promised);
        boolean due = promised.isBefore(until) && !endedBefore;
        boolean onTime = outcome.handedOver() && ended != null && !ended.isAfter(promised);
        return new Verdict(due, due && onTime && outcome.inFull(), outcome.handedOver() && promised.equals(ended));
    }

    private static void add(Sums sums, Outcome outcome, Verdict verdict, LocalDate promised) {
        sums.orders++;
        sums.due += verdict.due ? 1 : 0;
        sums.kept += verdict.kept ? 1 : 0;
        sums.inside += verdict.inside ? 1 : 0;
        switch (outcome.ending()) {
            case OPEN -> {}
            case HANDED_OVER -> {
                sums.delivered++;
                sums.weeks.merge(
                        (int) ChronoUnit.WEEKS.between(promised, Objects.requireNonNull(outcome.ended())),
                        1L,
                        Long::sum);
            }
            case LEFT -> sums.left += verdict.due ? 0 : 1;
            case GAVE_UP -> sums.gaveUp += verdict.due ? 0 : 1;
            case WITHDRAWN -> sums.withdrawn += verdict.due ? 0 : 1;
        }
    }

    /// In one order, whatever the order of what was counted.
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        groups.forEach((group, sums) -> figures.add(new Figure(
                group.by(),
                group.name(),
                group.promise(),
                sums.orders,
                sums.due,
                sums.kept,
                sums.delivered,
                sums.inside,
                sums.withdrawn,
                sums.gaveUp,
                sums.left,
                sums.handedOver,
                median(sums))));
        figures.sort(Figure.ORDER);
        return figures;
    }

    /// The lower of two in the middle: a number of weeks that somebody waited, and no mean of two.
    private static @Nullable Integer median(Sums sums) {
        long counted = 0;
        for (Map.Entry<Integer, Long> weeks : sums.weeks.entrySet()) {
            counted += weeks.getValue();
            if (2 * counted >= sums.delivered) {
                return weeks.getKey();
            }
        }
        return null;
    }
}
