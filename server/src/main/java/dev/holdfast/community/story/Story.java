package dev.holdfast.community.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an owner tells.
///
/// @param launch in which their product was ordered
/// @param state what was decided about it
/// @param granted the right that holds; null: there is none
/// @param appealed whether its author has appealed, which is possible once
/// @param appealOpen whether that waits to be decided
public record Story(
        long number,
        String launch,
        String member,
        String language,
        String title,
        String text,
        Instant at,
        State state,
        @Nullable StoryGrant granted,
        boolean appealed,
        boolean appealOpen,
        String appeal) {
    /// What was decided about a story.
    public enum State {
        WAITING,
        SHOWN,
        HIDDEN
    }

    /// Whether everybody reads it.
    public boolean shown() {
        return state == State.SHOWN && granted != null;
    }
}
