package dev.holdfast.member.mail;

import dev.holdfast.kernel.Check;
import dev.holdfast.member.mail.MailStore.Leased;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds the writer of each kind of letter.
final class Writing {
    private static final String OTHERWISE = "en";

    private final Map<String, LetterWriter> writers;

    Writing(List<LetterWriter> writers) {
        this.writers = writers.stream().collect(Collectors.toUnmodifiableMap(LetterWriter::kind, Function.identity()));
    }

    Optional<Letter> write(Recipient to, Leased letter) {
        return writer(letter.kind()).write(to, letter.facts(), letter.queuedAt());
    }

    boolean isSecret(String kind) {
        return writer(kind).isSecret();
    }

    /// Where the letter goes now: the member may have changed the address since it was queued.
    static Optional<Recipient> recipient(Leased letter) {
        var language = letter.language() == null ? OTHERWISE : letter.language();
        return MailAddress.parse(letter.address()).map(address -> new Recipient(letter.member(), address, language));
    }

    private LetterWriter writer(String kind) {
        Check.that(writers.containsKey(kind), "Nobody writes letters of the kind '%s'.", kind);
        return Objects.requireNonNull(writers.get(kind));
    }
}
