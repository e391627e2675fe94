package dev.holdfast.community.story;

import java.util.List;

/// A story with all that is kept about it, for its author and for operators.
///
/// @param grants the oldest first, as all here
public record StoryFile(Story story, List<StoryGrant> grants, List<StoryStep> steps, List<StoryUse> uses) {
    public StoryFile {
        grants = List.copyOf(grants);
        steps = List.copyOf(steps);
        uses = List.copyOf(uses);
    }

    /// What has to end, because no right holds any more.
    public List<StoryUse> toEnd() {
        return story.granted() != null
                ? List.of()
                : uses.stream().filter(use -> use.endedAt() == null).toList();
    }
}
