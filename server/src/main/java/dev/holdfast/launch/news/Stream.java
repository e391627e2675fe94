package dev.holdfast.launch.news;

import java.util.List;
import java.util.Optional;

/// Something published that is news to somebody, in the order in which it was published.
interface Stream {
    /// The word under which its cursor is kept.
    String name();

    /// What comes next in the publication at which the cursor stands; empty when all of it is told.
    List<Told> next(Cursor cursor, int max);

    /// At the beginning of the first publication after the one at which the cursor stands; empty when there is none.
    Optional<Cursor> following(Cursor cursor);
}
