package dev.holdfast.member.mail;

import dev.holdfast.member.Members;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// The letter with a link that signs in once.
///
/// The link is made when the letter is written, so its secret part is in the letter and nowhere else. Whether anybody
/// is known at the address is asked here too, and not where the letter was asked for: both answers there cost the same
/// and say the same. The link signs in as a fan, whatever else the member may be elsewhere.
final class SignInLetter implements LetterWriter {
    static final String KIND = "sign_in";

    private final Function<String, Sentences> sentences = Sentences.beside(SignInLetter.class);
    private final AddressStore addresses;
    private final Members members;
    private final Supplier<URI> site;
    private final Clock clock;

    SignInLetter(AddressStore addresses, Members members, Supplier<URI> site, Clock clock) {
        this.addresses = addresses;
        this.members = members;
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

    /// @param facts the language in which it was asked for
    @Override
    public Optional<Letter> write(Recipient to, String facts, Instant queuedAt) {
        if (!clock.instant().isBefore(queuedAt.plus(Members.LINK_LIFE))) {
            return Optional.empty();
        }
        return addresses.byAddress(to.address()).map(known -> {
            var words = sentences.apply(facts);
            var link = site.get().resolve("/sign-in/" + members.signInLink(known.member(), Set.of("fan")));
            return new Letter(
                    words.say("signIn.subject"), words.say("signIn.text", link, Members.LINK_LIFE.toMinutes()));
        });
    }
}
