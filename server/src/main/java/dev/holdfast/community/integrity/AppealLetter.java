package dev.holdfast.community.integrity;

import dev.holdfast.community.wish.Wishes;
import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Recipient;
import dev.holdfast.member.mail.Sentences;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Tells a member what was decided of their objection, and why. Its fact is the objection's number.
final class AppealLetter implements LetterWriter {
    static final String KIND = "vote_appeal_decided";
    private static final Function<String, Sentences> SENTENCES = Sentences.beside(AppealLetter.class);

    private final AppealStore appeals;
    private final Supplier<Wishes> wishes;
    private final Supplier<URI> site;

    AppealLetter(AppealStore appeals, Supplier<Wishes> wishes, Supplier<URI> site) {
        this.appeals = appeals;
        this.wishes = wishes;
        this.site = site;
    }

    static Mails.Item item(Appeal appeal) {
        return new Mails.Item(KIND + "/" + appeal.number(), appeal.member(), String.valueOf(appeal.number()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// Whoever was erased meanwhile is told nothing.
    @Override
    public Optional<Letter> write(Recipient to, String facts, Instant queuedAt) {
        Sentences words = SENTENCES.apply(to.language());
        return appeals.find(Long.parseLong(facts))
                .filter(appeal -> appeal.member().equals(to.member()) && appeal.lifted() != null)
                .map(appeal -> {
                    String title = wishes.get().find(appeal.wish()).title();
                    String text = String.join(
                            "\n\n",
                            words.say(Boolean.TRUE.equals(appeal.lifted()) ? "lifted" : "kept", title),
                            words.say("reason", Objects.requireNonNullElse(appeal.reason(), "")),
                            words.say("page", site.get().resolve("/wishes/" + appeal.wish())));
                    return new Letter(words.say("subject", title), text);
                });
    }
}
