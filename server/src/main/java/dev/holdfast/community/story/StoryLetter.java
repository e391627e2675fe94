package dev.holdfast.community.story;

import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Recipient;
import dev.holdfast.member.mail.Sentences;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Tells an owner what became of their story. Its facts are the story, what happened, and the number of the step
/// or of the right that it happened to.
final class StoryLetter implements LetterWriter {
    static final String KIND = "story_news";
    private static final Function<String, Sentences> SENTENCES = Sentences.beside(StoryLetter.class);

    private final StoryStore stories;
    private final StoryTrail trail;
    private final Supplier<URI> site;

    StoryLetter(StoryStore stories, StoryTrail trail, Supplier<URI> site) {
        this.stories = stories;
        this.trail = trail;
        this.site = site;
    }

    /// What is told.
    enum News {
        SHOWN,
        /// Hidden before anybody read it.
        REFUSED,
        /// Hidden after everybody could.
        TAKEN_DOWN,
        /// The appeal was heard, and it stays hidden.
        STAYS_HIDDEN,
        /// The months of the right are over.
        ENDED;

        static News of(Story before, boolean show) {
            if (show) {
                return SHOWN;
            }
            return before.state() == Story.State.SHOWN ? TAKEN_DOWN : before.appealOpen() ? STAYS_HIDDEN : REFUSED;
        }
    }

    static Mails.Item item(long story, String member, News news, int number) {
        String facts = story + " " + news + " " + number;
        return new Mails.Item(KIND + "/" + facts.replace(' ', '/'), member, facts);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(Recipient to, String facts, Instant queuedAt) {
        String[] parts = facts.split(" ", 3);
        News news = News.valueOf(parts[1]);
        int number = Integer.parseInt(parts[2]);
        Sentences words = SENTENCES.apply(to.language());
        // Whoever was erased meanwhile is told nothing.
        return stories.find(Long.parseLong(parts[0]), queuedAt)
                .filter(story -> story.member().equals(to.member()))
                .map(story -> new Letter(
                        words.say("subject." + news, story.title()),
                        String.join("\n\n", told(words, news, story, number), page(words, news, story))));
    }

    private String told(Sentences words, News news, Story story, int number) {
        if (news == News.ENDED) {
            Instant until = trail.grants(story.number()).get(number - 1).until();
            return words.say(
                    "told." + news,
                    story.title(),
                    words.day(until.atZone(ZoneOffset.UTC).toLocalDate()));
        }
        StoryStep step = trail.steps(story.number()).get(number - 1);
        String said = words.say("told." + news, story.title(), words.name(step.roleName()));
        Map<String, String> reason = step.reason();
        return reason.isEmpty() ? said : said + "\n\n" + words.say("reason", words.name(reason));
    }

    private String page(Sentences words, News news, Story story) {
        return news == News.SHOWN
                ? words.say("page.SHOWN", site.get().resolve("/stories?launch=" + story.launch()))
                : words.say("page." + news, site.get().resolve("/account/stories"));
    }
}
