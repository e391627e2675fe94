package dev.holdfast.community.news;

import dev.holdfast.community.news.WishNews.Kind;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishTalk;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Recipient;
import dev.holdfast.member.mail.Sentences;
import dev.holdfast.member.mail.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A letter about a wish: what happened, what was said, and the page where all of it stands. Its facts are
/// the number of the news.
final class WishLetter implements LetterWriter {
    private static final Function<String, Sentences> SENTENCES = Sentences.beside(WishLetter.class);

    private final Kind kind;
    private final NewsStore store;
    private final Wishes wishes;
    private final WishTalk talk;
    private final Site site;

    WishLetter(Kind kind, NewsStore store, Wishes wishes, WishTalk talk, Site site) {
        this.kind = kind;
        this.store = store;
        this.wishes = wishes;
        this.talk = talk;
        this.site = site;
    }

    static String word(Kind kind) {
        return "wish_" + kind.name().toLowerCase(Locale.ROOT);
    }

    static Mails.Item item(NewsStore.Row news, String member) {
        return new Mails.Item("wish_news/" + news.number(), member, Long.toString(news.number()));
    }

    @Override
    public String kind() {
        return word(kind);
    }

    /// Nothing to whoever unfollowed since it was queued, or about a wish whose words are gone.
    @Override
    public Optional<Letter> write(Recipient to, String facts, Instant queuedAt) {
        return store.find(Long.parseLong(facts))
                .filter(news -> talk.follows(news.wish(), to.member()))
                .flatMap(news -> write(SENTENCES.apply(to.language()), wishes.find(news.wish()), news.facts()));
    }

    private Optional<Letter> write(Sentences words, Wish wish, Map<String, String> facts) {
        if (wish.title().isEmpty()) {
            return Optional.empty();
        }
        List<String> text = new ArrayList<>();
        switch (kind) {
            case ANSWERED -> answered(words, facts, text);
            case KEPT -> {
                text.add(words.say("kept", named(words, facts, "product"), facts.getOrDefault("version", "")));
                text.add(named(words, facts, "changes"));
            }
            case OVERDUE -> text.add(words.say("overdue", day(words, facts)));
            case REOPENED ->
                text.add(words.say("reopened", facts.getOrDefault("spoken", ""), facts.getOrDefault("good", "")));
        }
        text.add(words.say("page", site.address().resolve("/wishes/" + wish.id())));
        text.add(words.say("why"));
        return Optional.of(new Letter(words.say("subject." + word(kind), wish.title()), String.join("\n\n", text)));
    }

    private static void answered(Sentences words, Map<String, String> facts, List<String> text) {
        text.add(words.say(
                "answered", named(words, facts, "role"), words.say("decision." + facts.getOrDefault("decision", ""))));
        text.add(named(words, facts, "reason"));
        if (facts.containsKey("by")) {
            text.add(words.say("by." + facts.getOrDefault("decision", ""), day(words, facts)));
        }
    }

    private static String named(Sentences words, Map<String, String> facts, String fact) {
        return words.name(
                Map.of("en", facts.getOrDefault(fact + ".en", ""), "zh", facts.getOrDefault(fact + ".zh", "")));
    }

    private static String day(Sentences words, Map<String, String> facts) {
        @Nullable String by = facts.get("by");
        return by == null ? "" : words.day(LocalDate.parse(by));
    }
}
