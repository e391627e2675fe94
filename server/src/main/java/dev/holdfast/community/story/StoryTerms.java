package dev.holdfast.community.story;

import java.time.Instant;
import java.util.Map;

/// What the brand asks to be allowed to do with a story, as it is published: never changed, another version
/// comes after it.
///
/// @param uses what may be done with it, by language, `en` and `zh`, as all texts here
/// @param places where
/// @param months for how long, from the day it is granted
/// @param text the whole of it, which is what is agreed to
public record StoryTerms(
        int version,
        Map<String, String> uses,
        Map<String, String> places,
        int months,
        Map<String, String> text,
        Instant at) {
    public StoryTerms {
        uses = Map.copyOf(uses);
        places = Map.copyOf(places);
        text = Map.copyOf(text);
    }
}
