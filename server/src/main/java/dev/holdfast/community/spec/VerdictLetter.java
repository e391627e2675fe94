package dev.holdfast.community.spec;

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

/// Asks an owner whether what was wished for is there and good. Its facts are the order and the product.
final class VerdictLetter implements LetterWriter {
    static final String KIND = "verdict_asked";
    private static final Function<String, Sentences> SENTENCES = Sentences.beside(VerdictLetter.class);

    private final SpecStore specs;
    private final Supplier<URI> site;

    VerdictLetter(SpecStore specs, Supplier<URI> site) {
        this.specs = specs;
        this.site = site;
    }

    static Mails.Item item(VerdictStore.ToAsk owner) {
        return new Mails.Item(KIND + "/" + owner.order(), owner.member(), owner.order() + " " + owner.product());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(Recipient to, String facts, Instant queuedAt) {
        String[] parts = facts.split(" ", 2);
        Sentences words = SENTENCES.apply(to.language());
        return specs.product(parts[1]).map(product -> {
            String name = words.name(product.name());
            String page =
                    site.get().resolve("/orders/" + parts[0] + "/verdicts").toString();
            return new Letter(
                    words.say("subject", name),
                    String.join("\n\n", words.say("asked", name), words.say("why"), words.say("page", page)));
        });
    }
}
