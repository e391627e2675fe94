package dev.holdfast.web.page;

import dev.holdfast.community.answer.AnswerRole;
import dev.holdfast.community.story.Stories.Which;
import dev.holdfast.community.story.StoryFile;
import dev.holdfast.community.story.StoryTerms;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Stories for those who moderate them and use them; what has to end stands first.
///
/// @param terms in force; null: none were published
/// @param size of a full page
/// @param typed what the form that was refused holds
record StaffStoriesPage(
        Frame frame,
        Which which,
        List<StoryFile> stories,
        List<StoryFile> toEnd,
        List<AnswerRole> roles,
        @Nullable StoryTerms terms,
        int size,
        Typed typed,
        @Nullable Notice notice) {
    StaffStoriesPage {
        stories = List.copyOf(stories);
        toEnd = List.copyOf(toEnd);
        roles = List.copyOf(roles);
    }

    Words words() {
        return frame.words();
    }

    static String address(Which which) {
        return "/operator/stories?which=" + which.name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    String next() {
        return stories.size() < size
                ? null
                : address(which) + "&before=" + stories.getLast().story().number();
    }
}
