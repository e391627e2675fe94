package dev.holdfast.member.phone;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.kernel.Problem;
import dev.holdfast.member.mail.Sentences;
import dev.holdfast.member.phone.TextMessages.Handing;
import dev.holdfast.member.rate.Limit;
import dev.holdfast.member.rate.Rates;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of telephones: which member proved which number.
public final class Phones {
    /// As long as somebody looks for a telephone, and waits for a message that is late.
    public static final Duration CODE_LIFE = Duration.ofMinutes(10);

    /// Five in a million for each code that was paid for.
    public static final int MAX_TRIES = 5;

    /// In which a number does not go from one member to another: one telephone is no way to many places.
    public static final Duration REST = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(Phones.class);

    private final PhoneStore store;
    private final Codes codes;
    private final @Nullable TextMessages messages;
    private final Rates rates;
    private final Supplier<URI> site;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Function<String, Sentences> sentences = Sentences.beside(Phones.class);
    /// Some 100 bytes each; a rush comes back to those it was told to try again.
    private final Cache<String, Boolean> proved = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .executor(Runnable::run)
            .build();

    /// @param messages null: no text messages are sent from here
    Phones(
            PhoneStore store,
            Codes codes,
            @Nullable TextMessages messages,
            Rates rates,
            Supplier<URI> site,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.codes = codes;
        this.messages = messages;
        this.rates = rates;
        this.site = site;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A code that waits for its telephone to be read.
    public record Waiting(PhoneNumber number, Instant until) {}

    /// A number that is a member's.
    public record Owned(PhoneNumber number, Instant since) {}

    /// What came of a code.
    public sealed interface Proof {
        record Proved(Owned owned) implements Proof {}

        /// @param left how often it may be tried again
        record Wrong(int left) implements Proof {}

        /// There is no code under way: none was asked for, or its time or its tries are over.
        record Over() implements Proof {}

        /// Another member proved the same number not long ago.
        ///
        /// @param until then it stays theirs
        record Held(Instant until) implements Proof {}
    }

    /// Whether a code can be asked for at all.
    public boolean offered() {
        return messages != null;
    }

    /// Sends a code to a telephone. It may be lost on its way, or come late; both are for the member to see.
    ///
    /// @param language of the page it is asked on
    /// @param network  from which it is asked
    /// @throws Problem INVALID `invalid_number`, CONFLICT `number_refused`, TOO_OFTEN, CAPACITY
    public Waiting ask(String member, String typed, String language, String network) {
        PhoneNumber number = PhoneNumber.parse(typed)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.INVALID,
                        "invalid_number",
                        "This is no telephone number of the world. Write it with its country, such as"
                                + " +86 138 0013 8000."));
        TextMessages carrier = messages;
        if (carrier == null) {
            throw new Problem(
                    Problem.Kind.CAPACITY,
                    "try_again",
                    "No text messages are sent from here until the operator says by whom. Ask them.");
        }
        rates.admit(Limit.CODES_FROM_NETWORK, network);
        rates.admit(Limit.CODES, member);
        rates.admit(Limit.CODES, number.text());
        Instant now = clock.instant();
        Instant until = now.plus(CODE_LIFE);
        String code = codes.make();
        store.ask(member, number, codes.hash(member, number, code), now, until);
        Sentences words = sentences.apply(language);
        String host = site.get().getHost();
        return after(
                carrier.send(number, words.say("code", code, host, CODE_LIFE.toMinutes())),
                member,
                new Waiting(number, until));
    }

    private Waiting after(Handing handing, String member, Waiting waiting) {
        return switch (handing) {
            case Handing.Taken() -> waiting;
            case Handing.Unsure(String reason) -> {
                LOG.warn("A text message may be lost: {}", reason);
                yield waiting;
            }
            case Handing.Refused(String reason) -> {
                LOG.info("A text message was refused: {}", reason);
                store.end(member);
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "number_refused",
                        "No text message can be sent to this number. Maybe it is a landline; use another.");
            }
            case Handing.Busy(String reason) -> {
                LOG.warn("A text message was not taken: {}", reason);
                store.end(member);
                throw new Problem(
                        Problem.Kind.CAPACITY,
                        "try_again",
                        "No text message can be sent just now. Ask again in a minute.");
            }
        };
    }

    /// Uses a try up, and the code if it is right.
    public Proof prove(String member, String typed) {
        Proof proof;
        try {
            proof = Objects.requireNonNull(transactions.execute(status -> tried(member, typed)));
        } catch (DuplicateKeyException race) {
            // Two members proved one number at once; the other was first.
            proof = new Proof.Held(clock.instant().plus(REST));
        }
        if (proof instanceof Proof.Proved) {
            proved.put(member, true);
        }
        return proof;
    }

    private Proof tried(String member, String typed) {
        Instant now = clock.instant();
        Optional<PhoneStore.Code> code = store.attempt(member, now, MAX_TRIES);
        if (code.isEmpty()) {
            return new Proof.Over();
        }
        PhoneNumber number = code.get().number();
        // In constant time: how long it takes says nothing of how much was right.
        if (!MessageDigest.isEqual(
                codes.hash(member, number, typed.strip()),
                HexFormat.of().parseHex(code.get().hash()))) {
            int left = MAX_TRIES - code.get().tries();
            return left == 0 ? new Proof.Over() : new Proof.Wrong(left);
        }
        store.end(member);
        return store.prove(member, number, now, now.minus(REST))
                .<Proof>map(since -> new Proof.Held(since.plus(REST)))
                .orElseGet(() -> new Proof.Proved(new Owned(number, now)));
    }

    /// The code that a member was sent and has not used.
    public Optional<Waiting> waiting(String member) {
        return store.waiting(member, clock.instant(), MAX_TRIES).map(code -> new Waiting(code.number(), code.until()));
    }

    public Optional<Owned> of(String member) {
        return store.of(member).map(row -> new Owned(row.number(), row.at()));
    }

    /// Whether a member proved a number. Who was found to have is not looked up again for a minute.
    public boolean proved(String member) {
        if (proved.getIfPresent(member) != null) {
            return true;
        }
        if (store.of(member).isEmpty()) {
            return false;
        }
        proved.put(member, true);
        return true;
    }

    /// What this instance remembers of a member who is no more.
    void forget(String member) {
        proved.invalidate(member);
    }
}
