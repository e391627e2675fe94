package dev.holdfast.launch.payment;

import dev.holdfast.kernel.Rounds;
import dev.holdfast.launch.payment.RefundStore.Leased;
import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the refunds that are due, until their provider has taken them on.
///
/// Every instance runs one of these; the leases of [RefundStore] keep two from asking at once, and the providers make
/// the same refund asked twice one refund, so a crash at any point costs a repetition. That the money arrived is never
/// concluded from the answer: it is reported by a webhook, and a refund not reported within a day is asked for again.
/// It is the last to start and the first to stop: the sandbox reports to this server's own address, which must be
/// served by then.
final class Refunds {

    private static final Logger LOG = LoggerFactory.getLogger(Refunds.class);

    private final RefundStore store;
    private final PaymentProviders providers;
    private final RefundWatch watch;
    private final Clock clock;
    private final RefundSettings settings;
    private final Counter givenUp;

    /// @param givenUp refunds that only an operator can help
    Refunds(
            RefundStore store,
            PaymentProviders providers,
            RefundWatch watch,
            Clock clock,
            RefundSettings settings,
            Counter givenUp) {
        this.store = store;
        this.providers = providers;
        this.watch = watch;
        this.clock = clock;
        this.settings = settings;
        this.givenUp = givenUp;
    }

    Rounds rounds() {
        return new Rounds("refunds", settings.idle(), () -> sendDue() == settings.batch());
    }

    /// One batch. How many were due.
    int sendDue() {
        List<Leased> due = store.lease(settings.batch(), clock.instant(), settings.lease());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(refund -> threads.execute(() -> send(refund)));
        }
        watch.lookWhenDue(clock.instant());
        return due.size();
    }

    private void send(Leased refund) {
        try {
            note(refund, ask(refund));
        } catch (RuntimeException fault) {
            LOG.warn(
                    "What became of refund {} could not be noted; it is asked for again when its lease of {} is over",
                    refund.request().refund(),
                    settings.lease(),
                    fault);
        }
    }

    private Refunding ask(Leased refund) {
        PaymentProvider provider = providers.find(refund.provider()).orElse(null);
        if (provider == null) {
            return new Refunding.Unreachable(
                    "The provider " + refund.provider() + " is switched off. Maybe give its keys back.");
        }
        try {
            return provider.refund(refund.request());
        } catch (RuntimeException fault) {
            LOG.warn(
                    "The provider {} failed at refund {}",
                    refund.provider(),
                    refund.request().refund(),
                    fault);
            return new Refunding.Unreachable("The provider " + refund.provider() + " failed: " + fault);
        }
    }

    private void note(Leased refund, Refunding answer) {
        Instant now = clock.instant();
        switch (answer) {
            case Refunding.Accepted() -> store.sent(refund.request().refund(), now, now.plus(settings.confirmWithin()));
            case Refunding.Refused(String reason) -> giveUp(refund, reason);
            case Refunding.Unreachable(String reason)
            when refund.attempts() >= settings.maxAttempts() ->
                giveUp(refund, reason + " (after " + refund.attempts() + " attempts)");
            case Refunding.Unreachable(String reason) ->
                store.retry(refund.request().refund(), reason, now.plus(settings.waitAfter(refund.attempts())));
        }
    }

    private void giveUp(Leased refund, String reason) {
        LOG.warn(
                "Refund {} of order {} needs an operator: {}",
                refund.request().refund(),
                refund.request().order(),
                reason);
        store.giveUp(refund.request().refund(), reason);
        givenUp.increment();
    }
}
