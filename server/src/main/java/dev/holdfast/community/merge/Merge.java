package dev.holdfast.community.merge;

import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.WishState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A proposal that one wish stands for another, and what came of it.
///
/// @param source whose supporters are asked
/// @param target which would stand for both
/// @param answerBefore until then they are asked; who says nothing stays
/// @param moved how many agreed
/// @param restored how many of those an undo gave their vote back
/// @param before what the source was before it became `MERGED`, since nobody was left; null: it stands for
///     itself
public record Merge(
        long number,
        WishId source,
        WishId target,
        State state,
        String reason,
        Instant proposedAt,
        Instant answerBefore,
        int moved,
        int declined,
        int restored,
        @Nullable Instant closedAt,
        @Nullable WishState before,
        @Nullable Instant undoneAt,
        @Nullable String undoReason) {
    /// How far it is.
    public enum State {
        /// Supporters of the source may answer.
        ASKING,
        /// Nobody is asked any more: who agreed moved, everybody else stayed.
        CLOSED,
        /// Votes go back, a page at a time.
        UNDOING,
        UNDONE
    }

    /// Whether answers count.
    public boolean asksAt(Instant now) {
        return state == State.ASKING && now.isBefore(answerBefore);
    }
}
