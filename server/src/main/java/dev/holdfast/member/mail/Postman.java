package dev.holdfast.member.mail;

import dev.holdfast.kernel.Rounds;
import dev.holdfast.member.mail.MailStore.Leased;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the letters that are due, until the mail server has taken them on.
///
/// Every instance runs one; the leases of [MailStore] keep two from sending one letter at once. What somebody waits for
/// goes first, however many letters of news are queued. Without a mail server it rests, and the queue keeps all. It is
/// the last to start: the address that letters link to is known once the server serves.
final class Postman {
    /// A letter that could not be sent in this time says nothing that is still true.
    static final Duration KEEP = Duration.ofDays(90);

    private static final int FORGET_AT_ONCE = 1_000;
    private static final Duration FORGET_EVERY = Duration.ofHours(1);
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(50);
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final MailStore store;
    private final Writing writing;
    private final @Nullable Transport transport;
    private final Clock clock;
    private final Patience patience;
    private final Counter givenUp;
    private final Bucket allowance;
    private java.time.Instant nextForgetting;

    /// @param transport null without a mail server
    /// @param givenUp letters that somebody wanted and the mail server did not take
    Postman(
            MailStore store,
            Writing writing,
            @Nullable Transport transport,
            Clock clock,
            Patience patience,
            int perSecond,
            Counter givenUp) {
        this.store = store;
        this.writing = writing;
        this.transport = transport;
        this.clock = clock;
        this.patience = patience;
        this.givenUp = givenUp;
        this.nextForgetting = clock.instant();
        this.allowance = Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    Rounds rounds() {
        return new Rounds("postman", patience.idle(), BETWEEN_BATCHES, () -> sendDue() > 0);
    }

    /// One batch. How many were due.
    int sendDue() {
        forgetWhenDue();
        Transport carrier = transport;
        return carrier == null ? 0 : sendDue(carrier);
    }

    private int sendDue(Transport carrier) {
        int allowed = (int) allowance.tryConsumeAsMuchAsPossible(patience.batch());
        if (allowed == 0) {
            return 0;
        }
        var due = lease(allowed);
        if (due.size() < allowed) {
            allowance.addTokens(allowed - due.size());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(letter -> threads.execute(() -> send(carrier, letter)));
        }
        return due.size();
    }

    private List<Leased> lease(int max) {
        var awaited = store.lease(MailStore.AWAITED, max, clock.instant(), patience.lease());
        if (!awaited.isEmpty()) {
            return awaited;
        }
        return store.lease(MailStore.NEWS, max, clock.instant(), patience.lease());
    }

    private void send(Transport carrier, Leased letter) {
        try {
            note(letter, deliver(carrier, letter));
        } catch (RuntimeException fault) {
            LOG.warn(
                    "What became of letter {} could not be noted; it is sent again when its lease of {} is over",
                    letter.number(),
                    patience.lease(),
                    fault);
        }
    }

    private Delivery deliver(Transport carrier, Leased letter) {
        try {
            var to = Writing.recipient(letter);
            if (to.isEmpty()) {
                return new Delivery.Pointless("The member has no address any more.");
            }
            var written = writing.write(to.get(), letter);
            return written.isEmpty()
                    ? new Delivery.Pointless("Nobody reads at this address, or it is too late for this letter.")
                    : carrier.send(to.get().address(), written.get(), letter.news() + " " + letter.member());
        } catch (RuntimeException fault) {
            // Not its message: that may quote the text of the letter, and so a link.
            LOG.error(
                    "Letter {} could not be written: {}",
                    letter.number(),
                    fault.getClass().getName());
            return new Delivery.Failed("The letter could not be written. The log names the fault.");
        }
    }

    private void note(Leased letter, Delivery answer) {
        var now = clock.instant();
        switch (answer) {
            case Delivery.Accepted() -> store.sent(letter.number(), now);
            case Delivery.Pointless(String reason) -> store.giveUp(letter.number(), reason);
            case Delivery.Refused(String reason) -> giveUp(letter, reason);
            case Delivery.Failed(String reason)
            when letter.attempts() >= patience.maxAttempts() ->
                giveUp(letter, reason + " (after " + letter.attempts() + " attempts)");
            case Delivery.Failed(String reason) ->
                store.retry(letter.number(), reason, now.plus(patience.waitAfter(letter.attempts())));
        }
    }

    private void giveUp(Leased letter, String reason) {
        // Not the reason itself: a server's answer often quotes the address.
        LOG.info("Letter {} is not sent; the queue says why", letter.number());
        store.giveUp(letter.number(), reason);
        givenUp.increment();
    }

    private void forgetWhenDue() {
        var now = clock.instant();
        if (!now.isBefore(nextForgetting) && store.forget(now.minus(KEEP), FORGET_AT_ONCE) < FORGET_AT_ONCE) {
            nextForgetting = now.plus(FORGET_EVERY);
        }
    }
}
