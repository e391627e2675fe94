package dev.holdfast.community.council;

import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Recipient;
import dev.holdfast.member.mail.Sentences;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Tells whoever brought a suggestion that it was answered, or done. Its facts are the suggestion and the
/// number of the step.
final class SuggestionLetter implements LetterWriter {
    static final String KIND = "suggestion_answered";
    private static final Function<String, Sentences> SENTENCES = Sentences.beside(SuggestionLetter.class);

    private final SuggestionStore suggestions;
    private final Supplier<URI> site;

    SuggestionLetter(SuggestionStore suggestions, Supplier<URI> site) {
        this.suggestions = suggestions;
        this.site = site;
    }

    /// @param before as it stood until this step
    static Mails.Item item(Suggestion before) {
        String facts = before.id().council() + " " + before.id().number() + " " + (before.steps() + 1);
        return new Mails.Item(KIND + "/" + facts.replace(' ', '/'), before.member(), facts);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(Recipient to, String facts, Instant queuedAt) {
        String[] parts = facts.split(" ", 3);
        SuggestionId id = new SuggestionId(parts[0], Integer.parseInt(parts[1]));
        Sentences words = SENTENCES.apply(to.language());
        return suggestions.steps(id).stream()
                .filter(step -> step.number() == Integer.parseInt(parts[2]))
                .findFirst()
                .map(step -> new Letter(
                        words.say("subject." + step.act(), id.number()),
                        String.join(
                                "\n\n",
                                words.say("told." + step.act(), words.name(step.roleName())),
                                words.name(step.words()),
                                words.say(
                                        "page", site.get().resolve("/councils/" + id.council() + "/" + id.number())))));
    }
}
