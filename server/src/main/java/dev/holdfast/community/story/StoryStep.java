package dev.holdfast.community.story;

import java.time.Instant;
import java.util.Map;

/// Something that happened to a story.
///
/// @param roleName in which capacity it was done, by language; empty: by its author
/// @param reason by language; empty where none had to be given
public record StoryStep(int number, Act act, Map<String, String> roleName, Map<String, String> reason, Instant at) {
    public StoryStep {
        roleName = Map.copyOf(roleName);
        reason = Map.copyOf(reason);
    }

    /// What can happen.
    public enum Act {
        SENT,
        SHOWN,
        HIDDEN,
        APPEALED,
        GRANTED,
        WITHDRAWN
    }
}
