package dev.holdfast.launch.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Leaves out of a list whatever is not needed for it to fail: halves first, then ever smaller parts.
final class Shortest {
    /// A launch is played anew for each; a long history is worth no more than that.
    private static final int MAX_TRIES = 600;

    private Shortest() {}

    static <T> List<T> of(List<T> failing, Predicate<List<T>> fails) {
        List<T> least = failing;
        int tries = 0;
        for (int part = Math.max(1, least.size() / 2); part > 0 && tries < MAX_TRIES; part /= 2) {
            for (int from = 0; from < least.size() && tries < MAX_TRIES; tries++) {
                List<T> fewer = new ArrayList<>(least.subList(0, from));
                fewer.addAll(least.subList(Math.min(from + part, least.size()), least.size()));
                if (fails.test(fewer)) {
                    least = fewer;
                } else {
                    from += part;
                }
            }
        }
        return least;
    }
}
