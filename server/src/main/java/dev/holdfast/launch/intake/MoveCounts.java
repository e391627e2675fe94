package dev.holdfast.launch.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How many orders moved which way.
record MoveCounts(long earlier, long later, long lost, long reached) {
    static final MoveCounts NONE = new MoveCounts(0, 0, 0, 0);

    /// One more that was promised `was` and is promised `now`; null: it waits.
    MoveCounts plus(@Nullable LocalDate was, @Nullable LocalDate now) {
        return add(was, now, 1);
    }

    /// One of these less.
    MoveCounts minus(@Nullable LocalDate was, @Nullable LocalDate now) {
        return add(was, now, -1);
    }

    private MoveCounts add(@Nullable LocalDate was, @Nullable LocalDate now, int by) {
        if (was == null) {
            return now == null ? this : new MoveCounts(earlier, later, lost, reached + by);
        }
        if (now == null) {
            return new MoveCounts(earlier, later, lost + by, reached);
        }
        int order = now.compareTo(was);
        return new MoveCounts(earlier + (order < 0 ? by : 0), later + (order > 0 ? by : 0), lost, reached);
    }
}
