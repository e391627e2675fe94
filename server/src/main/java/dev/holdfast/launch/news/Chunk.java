package dev.holdfast.launch.news;

import java.util.List;

/// A piece of a stream, told in one transaction.
///
/// @param told   may be empty: what was looked at is no news
/// @param then   where the cursor stands once it is told
/// @param isLast nothing more is there to tell just now
record Chunk(List<Told> told, Cursor then, boolean isLast) {
    static Chunk nothing(Cursor at) {
        return new Chunk(List.of(), at, true);
    }
}
