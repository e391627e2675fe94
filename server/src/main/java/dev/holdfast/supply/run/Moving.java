package dev.holdfast.supply.run;

import dev.holdfast.launch.LineSnapshot;
import dev.holdfast.launch.Move;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The moves of a run, for the orders that still stand in line.
final class Moving {
    private final Outcome outcome;
    private final Causes causes;
    private final Movers movers;
    private final Set<Behind> behind = new LinkedHashSet<>();

    Moving(Outcome outcome, Causes causes, Movers movers) {
        this.outcome = outcome;
        this.causes = causes;
        this.movers = movers;
    }

    /// What holds people where they are, and the supply event behind it.
    record Behind(@Nullable String binding, @Nullable Long event) {}

    /// What was behind the moves given out so far, each pair once.
    Set<Behind> behind() {
        return behind;
    }

    Iterator<Move> moves() {
        return IntStream.range(0, movers.size())
                .mapToObj(this::move)
                .filter(Objects::nonNull)
                .iterator();
    }

    private @Nullable Move move(int at) {
        int order = movers.number(at);
        LocalDate was = monday(movers.promised(at));
        LocalDate from = told(order, movers.transitWeeks(at));
        if (Objects.equals(was, from) || isDue(order, was, from)) {
            return null;
        }
        boolean later = was != null && (from == null || from.isAfter(was));
        Causes.Cause cause = causes.of(order, later);
        behind.add(new Behind(cause.binding(), cause.event()));
        return new Move(
                movers.order(at),
                movers.state(at),
                was,
                from,
                movers.slips(at),
                cause.reason(),
                cause.binding(),
                cause.event());
    }

    /// A window of a week gone by, kept: its unit is there now, and nobody is told another week.
    private boolean isDue(int order, @Nullable LocalDate was, @Nullable LocalDate from) {
        boolean isKept = !outcome.moved(order)
                && outcome.told()[order] == outcome.input().floor();
        return isKept && was != null && from != null && was.isBefore(from);
    }

    private @Nullable LocalDate told(int order, int transitWeeks) {
        LocalDate week = outcome.delivery(order);
        return week == null ? null : week.plusWeeks(transitWeeks);
    }

    private static @Nullable LocalDate monday(int day) {
        return day == LineSnapshot.NONE ? null : LocalDate.ofEpochDay(day);
    }
}
