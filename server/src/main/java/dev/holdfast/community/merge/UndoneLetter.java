package dev.holdfast.community.merge;

import dev.holdfast.community.merge.AnswerStore.Answer;
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
import java.util.function.Supplier;

/// Tells somebody whose vote had moved that it is back, or why not. Its facts are the merge's number and
/// which it is.
final class UndoneLetter implements LetterWriter {
    static final String KIND = "merge_undone";
    private static final String BACK = "back";

    private final MergeStore merges;
    private final Supplier<Wishes> wishes;
    private final Supplier<URI> site;

    UndoneLetter(MergeStore merges, Supplier<Wishes> wishes, Supplier<URI> site) {
        this.merges = merges;
        this.wishes = wishes;
        this.site = site;
    }

    static Mails.Item item(Merge merge, Answer answer, boolean back) {
        return new Mails.Item(
                KIND + "/" + merge.number() + "/" + answer.number(),
                answer.member(),
                merge.number() + " " + (back ? BACK : "kept"));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(Recipient to, String facts, Instant queuedAt) {
        String[] parts = facts.split(" ", 2);
        Sentences words = AskedLetter.SENTENCES.apply(to.language());
        return merges.find(Long.parseLong(parts[0])).map(merge -> {
            String source = wishes.get().find(merge.source()).title();
            String target = wishes.get().find(merge.target()).title();
            String text = String.join(
                    "\n\n",
                    words.say(parts[1].equals(BACK) ? "undone.back" : "undone.kept", source, target),
                    Objects.requireNonNullElse(merge.undoReason(), ""),
                    words.say("page", site.get().resolve("/wishes/" + merge.source())));
            return new Letter(words.say("undone.subject", source), text);
        });
    }
}
