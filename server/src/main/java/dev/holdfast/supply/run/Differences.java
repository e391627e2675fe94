package dev.holdfast.supply.run;

import dev.holdfast.supply.plan.Line;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Compares what two runs would do to the orders that both know.
final class Differences {
    private Differences() {}

    static Publishing.Difference between(Outcome before, Outcome now) {
        Map<Long, Integer> known = new HashMap<>();
        for (int order = 0; order < before.input().orders(); order++) {
            known.put(before.input().position()[order], order);
        }
        long onlyBefore = 0;
        long onlyNow = 0;
        long otherwise = 0;
        for (int order = 0; order < now.input().orders(); order++) {
            Integer was = known.get(now.input().position()[order]);
            if (was != null) {
                boolean movedBefore = before.moved(was);
                boolean movesNow = now.moved(order);
                onlyBefore += movedBefore && !movesNow ? 1 : 0;
                onlyNow += !movedBefore && movesNow ? 1 : 0;
                boolean both = movedBefore && movesNow;
                otherwise += both && !Objects.equals(week(before, was), week(now, order)) ? 1 : 0;
            }
        }
        return new Publishing.Difference(onlyBefore, onlyNow, otherwise);
    }

    private static @Nullable LocalDate week(Outcome outcome, int order) {
        int week = outcome.told()[order];
        int configuration = outcome.input().line().configuration()[order];
        return week == Line.NONE ? null : outcome.input().plant().delivery(configuration, week);
    }
}
