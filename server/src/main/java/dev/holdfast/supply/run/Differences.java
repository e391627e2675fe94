package dev.holdfast.supply.run;

import java.util.Objects;

/// Compares what two runs would do to the orders that both know.
final class Differences {
    private Differences() {}

    static Publishing.Difference between(Outcome before, Outcome now) {
        ByPosition known = ByPosition.of(before.input());
        long onlyBefore = 0;
        long onlyNow = 0;
        long otherwise = 0;
        for (int order = 0; order < now.input().orders(); order++) {
            int was = known.number(now.input().position()[order]);
            if (was >= 0) {
                boolean movedBefore = before.moved(was);
                boolean movesNow = now.moved(order);
                onlyBefore += movedBefore && !movesNow ? 1 : 0;
                onlyNow += !movedBefore && movesNow ? 1 : 0;
                boolean both = movedBefore && movesNow;
                otherwise += both && !Objects.equals(before.delivery(was), now.delivery(order)) ? 1 : 0;
            }
        }
        return new Publishing.Difference(onlyBefore, onlyNow, otherwise);
    }
}
