package dev.holdfast.launch.news;

/// Something published that is news to somebody, in the order in which it was published.
interface Stream {
    /// The word under which its cursor is kept.
    String name();

    /// What comes next.
    Chunk next(Cursor cursor, int max);
}
