package dev.holdfast.launch.intake;

import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.Receipt;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// What the intake tells whoever watches it.
final class IntakeMeters {
    private final MeterRegistry registry;
    private final Timer commit;
    private final DistributionSummary batch;
    private final Counter turnedAway;
    private final Counter accepted;
    private final Counter replayed;
    private final Map<Receipt, Counter> receipts = new EnumMap<>(Receipt.class);

    IntakeMeters(MeterRegistry registry) {
        this.registry = registry;
        this.commit = Timer.builder("holdfast.commit")
                .description("One batch, from taking it up until it is durable")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        this.batch = DistributionSummary.builder("holdfast.batch")
                .description("Asks committed together")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        this.turnedAway = Counter.builder("holdfast.turned.away")
                .description("Asks answered 'try again' because too many waited")
                .register(registry);
        this.accepted = answers("accepted");
        this.replayed = answers("replayed");
        for (Receipt receipt : Receipt.values()) {
            String name = receipt.name().toLowerCase(Locale.ROOT);
            receipts.put(receipt, registry.counter("holdfast.payments", "receipt", name));
        }
    }

    void committed(int asks, long nanoseconds) {
        commit.record(nanoseconds, TimeUnit.NANOSECONDS);
        batch.record(asks);
    }

    void turnedAway() {
        turnedAway.increment();
    }

    void answered(Answer answer) {
        switch (answer) {
            case Answer.Fan(Outcome.Done ignored) -> accepted.increment();
            case Answer.Fan(Outcome.Replayed ignored) -> replayed.increment();
            case Answer.Fan(Outcome.Refused refused) ->
                answers(refused.refusal().getClass().getSimpleName().toLowerCase(Locale.ROOT))
                        .increment();
            case Answer.Provider(Receipt receipt) ->
                Objects.requireNonNull(receipts.get(receipt)).increment();
            case Answer.Swept swept -> registry.counter("holdfast.expired").increment(swept.expired());
        }
    }

    private Counter answers(String outcome) {
        return registry.counter("holdfast.acts", "outcome", outcome);
    }
}
