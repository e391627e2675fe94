package dev.holdfast.member.passkey;

import com.webauthn4j.data.AuthenticatorTransport;
import dev.holdfast.member.Members;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of passkeys: asks a device to sign, and judges what it signed.
public final class Passkeys {
    /// Of one member: a phone, a computer, a key on a ring and their successors.
    public static final int MAX_PASSKEYS = 10;
    /// The largest answer of a device worth reading; most have 1 KiB.
    public static final int MAX_ANSWER = 16 * 1024;

    /// Somebody may have to look for the device first.
    public static final Duration CHALLENGE_LIFE = Duration.ofMinutes(5);

    private static final int MAX_NAME = 60;
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();

    private final PasskeyStore store;
    private final Challenges challenges;
    private final Ceremony ceremony;
    private final Members members;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Passkeys(
            PasskeyStore store,
            Challenges challenges,
            Ceremony ceremony,
            Members members,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.challenges = challenges;
        this.ceremony = ceremony;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What a browser needs to ask a device for a new passkey.
    ///
    /// @param handle names the member to the device and to nobody else
    /// @param known devices that have one already
    public record Invitation(String site, String challenge, String handle, List<String> known) {}

    /// What a browser needs to ask a device to sign in.
    public record Question(String site, String challenge) {}

    /// What became of a registration.
    public enum Registered {
        DONE,
        /// It was signed for another site, too late, twice, or not by the device.
        REFUSED,
        /// The member has [#MAX_PASSKEYS].
        TOO_MANY
    }

    public List<Passkey> of(String member) {
        return store.of(member).stream()
                .map(row -> new Passkey(TO_TEXT.encodeToString(row.id()), row.name(), row.createdAt(), row.usedAt()))
                .toList();
    }

    public Invitation invite(String member) {
        List<PasskeyStore.Row> known = store.of(member);
        byte[] handle = known.isEmpty() ? challenges.handle() : known.getFirst().handle();
        return new Invitation(
                ceremony.site(),
                challenges.ask(member, clock.instant()),
                TO_TEXT.encodeToString(handle),
                known.stream().map(row -> TO_TEXT.encodeToString(row.id())).toList());
    }

    /// @param answer of the browser, as JSON
    /// @param handle as it was given in the invitation
    /// @param name by which the member knows the device
    public Registered register(String member, String answer, String handle, String name) {
        Optional<Ceremony.Created> created = ceremony.created(answer, challenge -> redeems(challenge, member));
        Optional<byte[]> named = handle(handle);
        if (created.isEmpty() || named.isEmpty()) {
            return Registered.REFUSED;
        }
        if (store.of(member).size() >= MAX_PASSKEYS) {
            return Registered.TOO_MANY;
        }
        Ceremony.Created device = created.get();
        var row = new PasskeyStore.Row(
                device.id(),
                member,
                named.get(),
                named(name),
                device.credential(),
                device.counter(),
                transports(device.transports()),
                clock.instant(),
                null);
        return store.insert(row) ? Registered.DONE : Registered.REFUSED;
    }

    public Question question() {
        return new Question(ceremony.site(), challenges.ask(null, clock.instant()));
    }

    /// Signs a browser in by what its device signed.
    ///
    /// @return the new session's cookie; empty when it was signed for another site, too late, twice, or by
    ///     no passkey
    public Optional<String> signIn(String answer) {
        return Optional.ofNullable(
                        transactions.execute(status -> signedIn(answer).orElse(null)))
                .map(member -> members.open(member, Set.of("fan")));
    }

    /// Removes one of a member's passkeys.
    public void remove(String member, String id) {
        bytes(id).ifPresent(passkey -> store.remove(member, passkey));
    }

    /// The row stays locked until the counter is written, so that of two answers with one counter one is refused.
    private Optional<String> signedIn(String answer) {
        Optional<PasskeyStore.Row> passkey = ceremony.idIn(answer).flatMap(store::lock);
        if (passkey.isEmpty()) {
            return Optional.empty();
        }
        PasskeyStore.Row row = passkey.get();
        OptionalLong counter = ceremony.signed(answer, row, challenge -> redeems(challenge, null));
        if (counter.isEmpty()) {
            return Optional.empty();
        }
        store.used(row.id(), counter.getAsLong(), clock.instant());
        return Optional.of(row.member());
    }

    private boolean redeems(String challenge, @Nullable String member) {
        return challenges.redeem(challenge, member, clock.instant());
    }

    private static Optional<byte[]> handle(String text) {
        return bytes(text).filter(handle -> handle.length == Challenges.BYTES);
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String named(String name) {
        String plain = name.codePoints()
                .filter(character -> !Character.isISOControl(character))
                .limit(MAX_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return plain.isEmpty() ? "passkey" : plain;
    }

    private static String transports(Set<AuthenticatorTransport> transports) {
        return transports.stream()
                .map(AuthenticatorTransport::getValue)
                .filter(value ->
                        Arrays.asList("usb", "nfc", "ble", "hybrid", "internal").contains(value))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
