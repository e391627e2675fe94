package dev.holdfast.community.merge;

import dev.holdfast.community.wish.Supporter;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Recipient;
import dev.holdfast.member.mail.Sentences;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Asks a supporter whether their vote is to move. Its fact is the merge's number.
final class AskedLetter implements LetterWriter {
    static final String KIND = "merge_asked";
    static final Function<String, Sentences> SENTENCES = Sentences.beside(AskedLetter.class);

    private final MergeStore merges;
    private final Supplier<Wishes> wishes;
    private final Supplier<URI> site;

    AskedLetter(MergeStore merges, Supplier<Wishes> wishes, Supplier<URI> site) {
        this.merges = merges;
        this.wishes = wishes;
        this.site = site;
    }

    static Mails.Item item(Merge merge, Supporter to) {
        return new Mails.Item(
                KIND + "/" + merge.number() + "/" + to.voter(), to.member(), String.valueOf(merge.number()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(Recipient to, String facts, Instant queuedAt) {
        Sentences words = SENTENCES.apply(to.language());
        return merges.find(Long.parseLong(facts))
                .filter(merge -> merge.state() == Merge.State.ASKING)
                .map(merge -> {
                    String source = wishes.get().find(merge.source()).title();
                    String text = String.join(
                            "\n\n",
                            words.say(
                                    "asked",
                                    source,
                                    wishes.get().find(merge.target()).title()),
                            merge.reason(),
                            words.say(
                                    "until",
                                    words.day(merge.answerBefore()
                                            .atZone(ZoneOffset.UTC)
                                            .toLocalDate())),
                            words.say("page", site.get().resolve("/wishes/" + merge.source())));
                    return new Letter(words.say("asked.subject", source), text);
                });
    }
}
