package dev.holdfast.member.mail;

import dev.holdfast.member.Members;
import dev.holdfast.member.Secrets;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The letter by which a member proves to read an address.
final class ProofLetter implements LetterWriter {
    static final String KIND = "confirm_address";

    private final Function<String, Sentences> sentences = Sentences.beside(ProofLetter.class);
    private final AddressStore addresses;
    private final Secrets secrets;
    private final Supplier<URI> site;
    private final Clock clock;

    ProofLetter(AddressStore addresses, Secrets secrets, Supplier<URI> site, Clock clock) {
        this.addresses = addresses;
        this.secrets = secrets;
        this.site = site;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isSecret() {
        return true;
    }

    /// What is kept in the queue.
    static String facts(String member, String language) {
        return language + " " + member;
    }

    @Override
    public Optional<Letter> write(Recipient to, String facts, Instant queuedAt) {
        var now = clock.instant();
        if (!now.isBefore(queuedAt.plus(Members.LINK_LIFE))) {
            return Optional.empty();
        }
        int space = facts.indexOf(' ');
        var asked = new Recipient(facts.substring(space + 1), to.address(), facts.substring(0, space));
        var link = secrets.make();
        addresses.insertLink(Secrets.hash(link), asked, now, now.plus(Members.LINK_LIFE));
        var words = sentences.apply(asked.language());
        return Optional.of(new Letter(
                words.say("proof.subject"),
                words.say(
                        "proof.text",
                        site.get().resolve("/mail/" + link),
                        asked.member(),
                        Members.LINK_LIFE.toMinutes())));
    }
}
