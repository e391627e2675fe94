package dev.holdfast.web.page;

import dev.holdfast.community.story.Stories;
import dev.holdfast.community.story.Story;
import dev.holdfast.community.story.StoryFile;
import dev.holdfast.community.story.StoryGrant;
import dev.holdfast.community.story.StoryStep;
import dev.holdfast.community.story.StoryTerms;
import dev.holdfast.launch.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One's own stories: what was granted and taken back, what was done about them, and the form of another.
///
/// @param terms in force; null: none were published
/// @param owned orders that were handed over
/// @param typed what the form that was refused holds
record MyStoriesPage(
        Frame frame,
        List<StoryFile> stories,
        @Nullable StoryTerms terms,
        List<Order> owned,
        Typed typed,
        @Nullable Notice notice) {
    MyStoriesPage {
        stories = List.copyOf(stories);
        owned = List.copyOf(owned);
    }

    Words words() {
        return frame.words();
    }

    boolean mayTell() {
        return terms != null && !owned.isEmpty() && stories.size() < Stories.MAX_STORIES;
    }

    boolean mayAppeal(Story story) {
        return story.state() == Story.State.HIDDEN && !story.appealed();
    }

    /// Where it stands, in a sentence.
    static String standing(Words words, StoryFile file) {
        var story = file.story();
        if (story.granted() == null) {
            return words.say(file.toEnd().isEmpty() ? "story.ungranted" : "story.ungranted.used");
        }
        return words.say("story.state." + story.state());
    }

    static String granted(Words words, StoryGrant grant) {
        var withdrawn = grant.withdrawnAt();
        var terms = words.number(grant.terms());
        var at = AnswerBoardPage.day(words, grant.at());
        return withdrawn == null
                ? words.say("story.granted", terms, at, AnswerBoardPage.day(words, grant.until()))
                : words.say("story.withdrawn", terms, at, AnswerBoardPage.day(words, withdrawn));
    }

    static String step(Words words, StoryStep step) {
        var role = step.roleName().isEmpty() ? "" : words.name(step.roleName());
        return words.say("story.act." + step.act(), role);
    }
}
