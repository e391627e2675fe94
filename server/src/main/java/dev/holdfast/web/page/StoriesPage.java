package dev.holdfast.web.page;

import dev.holdfast.community.story.Story;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What owners tell, for everybody to read.
///
/// @param size of a full page
/// @param alias of a member, for everybody to read
record StoriesPage(Frame frame, List<Story> stories, int size, Function<String, String> alias) {
    StoriesPage {
        stories = List.copyOf(stories);
    }

    Words words() {
        return frame.words();
    }

    String told(Story story) {
        return words().say("story.by", alias.apply(story.member()), AnswerBoardPage.day(words(), story.at()));
    }

    @Nullable
    String next() {
        return stories.size() < size
                ? null
                : "/stories?before=" + stories.getLast().number();
    }
}
