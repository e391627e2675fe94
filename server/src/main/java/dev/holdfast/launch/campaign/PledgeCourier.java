package dev.holdfast.launch.campaign;

import dev.holdfast.launch.Receipt;
import dev.holdfast.launch.campaign.AuthorisationStore.Leased;
import dev.holdfast.launch.payment.Answered;
import dev.holdfast.launch.payment.PaymentEvent;
import dev.holdfast.launch.payment.PaymentProvider;
import dev.holdfast.launch.payment.PaymentProviders;
import dev.holdfast.launch.payment.PledgeRule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks providers for what batches decided about promised money: to take it, to give it up, to renew it before it dies.
///
/// Every instance runs one; leases keep two from asking at once, and a provider makes the same thing asked
/// twice one thing, so a crash at any point costs a repetition. That it happened is never concluded from
/// the answer: it is reported by a webhook. A refusal is reported to the line as if the provider had sent
/// it, so that it too is decided by a batch.
public final class PledgeCourier implements AutoCloseable {
    private static final int BATCH = 16;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration MAX_WAIT = Duration.ofHours(1);
    /// For the report of what was accepted, and between two attempts at what a bank refused.
    private static final Duration DAY = Duration.ofDays(1);

    private static final int MAX_DOUBLINGS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(PledgeCourier.class);

    private final AuthorisationStore store;
    private final PaymentProviders providers;
    private final Line line;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pledges").daemon(true).factory());

    private @Nullable ScheduledFuture<?> asking;

    /// Takes what a provider reports; answers once it is durable.
    public interface Line {
        Receipt receive(String provider, PaymentEvent event);
    }

    PledgeCourier(AuthorisationStore store, PaymentProviders providers, Line line, InstantSource clock) {
        this.store = store;
        this.providers = providers;
        this.line = line;
        this.clock = clock;
    }

    void start() {
        asking = timer.scheduleWithFixedDelay(this::askAll, 1, 1, TimeUnit.SECONDS);
    }

    private void askAll() {
        try {
            while (askDue() == BATCH && !timer.isShutdown()) {
                Thread.onSpinWait();
            }
        } catch (RuntimeException fault) {
            LOG.warn("Pledges that are due cannot be looked up: {}", fault.getMessage());
        }
    }

    /// One batch.
    ///
    /// @return how many were due
    public int askDue() {
        List<Leased> due = store.lease(BATCH, clock.instant(), LEASE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(row -> threads.execute(() -> carry(row)));
        }
        return due.size();
    }

    private void carry(Leased row) {
        try {
            PaymentProvider provider = providers.find(row.provider()).orElse(null);
            if (provider == null) {
                retry(row, "The provider " + row.provider() + " is switched off. Maybe give its keys back.");
            } else if (row.act() == Act.KEEP) {
                keep(row, provider);
            } else {
                note(
                        row,
                        row.act() == Act.CAPTURE ? provider.capture(row.promised()) : provider.release(row.promised()));
            }
        } catch (RuntimeException fault) {
            LOG.warn("Pledge {} waits for its lease to end", row.promised().payment(), fault);
        }
    }

    /// A promise that lives on is left alone; one about to die is renewed, or charged, by its provider's rule.
    private void keep(Leased row, PaymentProvider provider) {
        if (!(provider.pledges() instanceof PledgeRule.Authorise rule)) {
            store.giveUp(row, "the provider knows no authorisations", clock.instant());
            return;
        }
        Duration lives = row.renewed() ? rule.renewedLives() : rule.lives();
        Instant due = row.at().plus(lives).minus(rule.actBefore());
        if (clock.instant().isBefore(due)) {
            store.postpone(row, due);
        } else {
            note(
                    row,
                    switch (rule.atEnd()) {
                        case RENEW -> provider.renew(row.promised());
                        case CHARGE -> provider.capture(row.promised());
                    });
        }
    }

    private void note(Leased row, Answered answer) {
        switch (answer) {
            case Answered.Accepted() -> store.again(row, clock.instant().plus(DAY), null);
            case Answered.Refused(String reason) -> refused(row, reason);
            case Answered.Unreachable(String reason) -> retry(row, reason);
        }
    }

    /// What cannot be given up was taken or is dead already: nothing is held by it. What cannot be taken or renewed is
    /// the fan's to mend; a capture is tried again each day until the line gives it up.
    ///
    /// The line is told first: what it is told twice counts once, and what it was never told would be lost.
    private void refused(Leased row, String reason) {
        switch (row.act()) {
            case VOID -> store.giveUp(row, reason, clock.instant());
            case CAPTURE -> {
                report(row);
                store.again(row, clock.instant().plus(DAY), reason);
            }
            case KEEP -> {
                report(row);
                store.giveUp(row, reason, clock.instant());
            }
        }
    }

    private void report(Leased row) {
        String payment = row.promised().payment();
        line.receive(
                row.provider(),
                new PaymentEvent(
                        "holdfast-refused-" + row.act() + "-" + payment,
                        PaymentEvent.Kind.CAPTURE_REFUSED,
                        row.promised().order().toString(),
                        payment,
                        row.promised().whole().amount(),
                        row.promised().whole().currency()));
    }

    private void retry(Leased row, String reason) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(row.attempts() - 1, MAX_DOUBLINGS));
        store.again(row, clock.instant().plus(wait.compareTo(MAX_WAIT) < 0 ? wait : MAX_WAIT), reason);
    }

    @Override
    public void close() {
        if (asking != null) {
            asking.cancel(true);
        }
        timer.shutdownNow();
    }
}
