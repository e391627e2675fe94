package dev.holdfast.community.story;

import java.util.Map;

/// What is decided about a story.
///
/// @param role that decides, of those that sign answers
/// @param show or hide
/// @param reason by language; required to hide
public record Ruling(String role, boolean show, Map<String, String> reason) {
    public Ruling {
        reason = Map.copyOf(reason);
    }
}
