package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.community.answer.AnswerRole;
import dev.holdfast.community.story.Stories.Which;
import dev.holdfast.community.story.Story;
import dev.holdfast.community.story.Story.State;
import dev.holdfast.community.story.StoryFile;
import dev.holdfast.community.story.StoryGrant;
import dev.holdfast.community.story.StoryStep;
import dev.holdfast.community.story.StoryStep.Act;
import dev.holdfast.community.story.StoryTerms;
import dev.holdfast.community.story.StoryUse;
import dev.holdfast.member.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Stories as everybody, their owner and those who moderate them see them, from the sample world.
final class SampleStories {
    private static final Assets ASSETS = new Assets();
    private static final Map<String, String> MANAGER = text("Head of stories", "故事负责人");
    private static final Instant GRANTED = NOW.minus(Duration.ofDays(40));
    private static final StoryTerms TERMS = new StoryTerms(
            3,
            text("Shown on our pages, in our stores and in what we send to owners.", "在我们的页面、门店以及发给车主的内容中展示。"),
            text("Everywhere.", "不限地区。"),
            24,
            text("You grant us for 24 months the right to show your story.", "您授权我们在 24 个月内展示您的故事。"),
            GRANTED);

    private final Words words;

    SampleStories(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        var shown = file(1, State.SHOWN, true);
        var hidden = file(2, State.HIDDEN, true);
        var ended = file(3, State.SHOWN, false);
        pages.put(
                "stories",
                render(
                        "stories",
                        new StoriesPage(
                                frame("fan"), List.of(shown.story(), hidden.story()), 20, member -> "4f2a9c1d")));
        var owned = List.of(SampleWorld.moved().order());
        var mine = List.of(shown, hidden, ended);
        pages.put(
                "my-stories",
                render("myStories", new MyStoriesPage(frame("fan"), mine, TERMS, owned, Typed.NOTHING, null)));
        pages.put(
                "desk-stories",
                render(
                        "staffStories",
                        new StaffStoriesPage(
                                frame("operator"),
                                Which.SHOWN,
                                List.of(shown, hidden),
                                List.of(ended),
                                List.of(new AnswerRole("stories", MANAGER)),
                                TERMS,
                                50,
                                Typed.NOTHING,
                                null)));
        return pages;
    }

    private StoryFile file(long number, State state, boolean granted) {
        boolean english = words == Words.ENGLISH;
        var withdrawn = granted ? null : NOW.minus(Duration.ofDays(1));
        var grant = new StoryGrant(3, GRANTED, NOW.plus(Duration.ofDays(690)), withdrawn);
        var story = new Story(
                number,
                "tern-one",
                "fan-000123",
                english ? "en" : "zh",
                english ? "A week of snow" : "下了一周的雪",
                english
                        ? "It snowed for a week. The car stood outside, and started every morning.\nIt has a name."
                        : "雪下了整整一周。车停在外面,每天早上都能启动。\n孩子们给它起了名字。",
                GRANTED,
                state,
                granted ? grant : null,
                false,
                false,
                "");
        var use = new StoryUse(1, english ? "Poster at the store of the north" : "北方门店海报", GRANTED, null);
        return new StoryFile(story, List.of(grant), steps(state, withdrawn), List.of(use));
    }

    private static List<StoryStep> steps(State state, @Nullable Instant withdrawn) {
        var sent = new StoryStep(1, Act.SENT, Map.of(), Map.of(), GRANTED);
        var decided = state == State.HIDDEN
                ? new StoryStep(2, Act.HIDDEN, MANAGER, text("It names a neighbour.", "其中提到了邻居的姓名。"), GRANTED)
                : new StoryStep(2, Act.SHOWN, MANAGER, Map.of(), GRANTED);
        return withdrawn == null
                ? List.of(sent, decided)
                : List.of(sent, decided, new StoryStep(3, Act.WITHDRAWN, Map.of(), Map.of(), withdrawn));
    }

    private static Map<String, String> text(String english, String chinese) {
        return Map.of("en", english, "zh", chinese);
    }

    private Frame frame(String role) {
        var session = new Session(role + "-1", Set.of(role), NOW, NOW.plus(Duration.ofHours(12)));
        return new Frame(words, "/", session, () -> "token", ASSETS);
    }

    private static String render(String template, Object page) {
        return SamplePages.render(template, page);
    }
}
