package dev.holdfast.launch.intake;

import dev.holdfast.launch.Advanced;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.Receipt;
import dev.holdfast.launch.Refusal;
import dev.holdfast.launch.pulse.InstanceCounts;
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
    private final InstanceCounts counts;
    private final Timer commit;
    private final DistributionSummary batch;
    private final Counter turnedAway;
    private final Counter accepted;
    private final Counter replayed;
    private final Counter expired;
    private final Counter advanced;
    private final Map<Receipt, Counter> receipts = new EnumMap<>(Receipt.class);

    /// @param counts what the war room adds up over all instances
    IntakeMeters(MeterRegistry registry, InstanceCounts counts) {
        this.counts = counts;
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
        this.expired = registry.counter("holdfast.expired");
        this.advanced = registry.counter("holdfast.advanced");
        for (Receipt receipt : Receipt.values()) {
            String name = receipt.name().toLowerCase(Locale.ROOT);
            receipts.put(receipt, registry.counter("holdfast.payments", "receipt", name));
        }
    }

    void committed(int asks, long nanoseconds) {
        commit.record(nanoseconds, TimeUnit.NANOSECONDS);
        batch.record(asks);
    }

    void turnedAway(int launch) {
        turnedAway.increment();
        counts.of(launch).refused("Overloaded");
    }

    void unavailable(int launch, int asks) {
        for (int ask = 0; ask < asks; ask++) {
            counts.of(launch).refused("Unavailable");
        }
    }

    /// @param nanoseconds from asking until this answer
    void answered(int launch, Answer answer, long nanoseconds) {
        if (answer instanceof Answer.Fan) {
            counts.of(launch).answered(nanoseconds);
        }
        switch (answer) {
            case Answer.Fan(Outcome.Done ignored) -> accepted.increment();
            case Answer.Fan(Outcome.Replayed ignored) -> replayed.increment();
            case Answer.Fan(Outcome.Refused refused) -> {
                String reason = refused.refusal().getClass().getSimpleName();
                answers(word(refused.refusal())).increment();
                counts.of(launch).refused(reason);
            }
            case Answer.Provider(Receipt receipt) ->
                Objects.requireNonNull(receipts.get(receipt)).increment();
            case Answer.Advanced(Advanced all) -> {
                advanced.increment(all.done().size());
                all.refused().forEach(one -> answers(word(one.refusal())).increment());
            }
            case Answer.Swept swept -> expired.increment(swept.expired());
        }
    }

    private static String word(Refusal refusal) {
        return refusal.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private Counter answers(String outcome) {
        return registry.counter("holdfast.acts", "outcome", outcome);
    }
}
