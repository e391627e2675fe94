package dev.holdfast.supply.run;

import dev.holdfast.launch.LineSnapshot;
import dev.holdfast.launch.Move;
import dev.holdfast.supply.plan.Line;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The moves of a run, for the orders that still stand in line.
final class Moving {
    private final Outcome outcome;
    private final Causes causes;
    private final LineSnapshot now;
    /// The run's number of each order, by position.
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final Set<Behind> behind = new LinkedHashSet<>();

    /// @param all whoever the run has another window for than the one now, not only whom it moves from the window it
    ///     began with
    Moving(Outcome outcome, Causes causes, LineSnapshot now, boolean all) {
        this.outcome = outcome;
        this.causes = causes;
        this.now = now;
        for (int order = 0; order < outcome.input().orders(); order++) {
            if (all || outcome.moved(order)) {
                numbers.put(outcome.input().position()[order], order);
            }
        }
    }

    /// What holds people where they are, and the supply event behind it.
    record Behind(@Nullable String binding, @Nullable Long event) {}

    /// What was behind the moves given out so far, each pair once.
    Set<Behind> behind() {
        return behind;
    }

    Iterator<Move> moves() {
        return IntStream.range(0, now.size())
                .mapToObj(this::move)
                .filter(Objects::nonNull)
                .iterator();
    }

    private @Nullable Move move(int at) {
        Integer order = numbers.get(now.position(at));
        if (order == null) {
            return null;
        }
        LocalDate was = monday(now.promised(at));
        LocalDate from = told(order, now.transitWeeks(at));
        if (Objects.equals(was, from) || isDue(order, was, from)) {
            return null;
        }
        boolean later = was != null && (from == null || from.isAfter(was));
        Causes.Cause cause = causes.of(order, later);
        behind.add(new Behind(cause.binding(), cause.event()));
        return new Move(
                now.order(at), now.state(at), was, from, now.slips(at), cause.reason(), cause.binding(), cause.event());
    }

    /// A window of a week gone by, kept: its unit is there now, and nobody is told another week.
    private boolean isDue(int order, @Nullable LocalDate was, @Nullable LocalDate from) {
        boolean isKept = !outcome.moved(order)
                && outcome.told()[order] == outcome.input().floor();
        return isKept && was != null && from != null && was.isBefore(from);
    }

    private @Nullable LocalDate told(int order, int transitWeeks) {
        int week = outcome.told()[order];
        if (week == Line.NONE) {
            return null;
        }
        RunInput input = outcome.input();
        return input.plant().delivery(input.line().configuration()[order], week).plusWeeks(transitWeeks);
    }

    private static @Nullable LocalDate monday(int day) {
        return day == LineSnapshot.NONE ? null : LocalDate.ofEpochDay(day);
    }
}
