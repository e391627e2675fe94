package dev.holdfast.launch.review;

import dev.holdfast.launch.Asker;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Screening;
import dev.holdfast.launch.intake.Ask;
import dev.holdfast.launch.intake.Lines;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Looks at what was paid for since the last time, and holds for review what is suspicious; and again at those who
/// share
/// a card or a device with it, of whom the first looked harmless.
///
/// It follows the payments of a launch by their numbers, which are given under the line's lock. The cursor moves after
/// what it stands for was asked of the line, and the line opens the review of an order once: so it may die anywhere,
/// and any number of instances may do the same work at once.
final class Screener {
    static final Asker SCREENER = new Asker("screening", true);

    /// Orders looked at in one round.
    private static final int MAX_ORDERS = 500;

    /// What was noticed of an order is written within a second of it.
    private static final Duration SETTLED = Duration.ofSeconds(5);

    /// A season's returns and quarrels; then nobody needs to know who sat beside whom.
    static final Duration KEPT = Duration.ofDays(90);

    private final SignalStore signals;
    private final Lines lines;
    private final InstantSource clock;
    private Instant forgottenAt = Instant.MIN;

    Screener(SignalStore signals, Lines lines, InstantSource clock) {
        this.signals = signals;
        this.lines = lines;
        this.clock = clock;
    }

    /// @return how many orders it looked at
    long round() {
        Instant now = clock.instant();
        if (forgottenAt.isBefore(now.minus(Duration.ofMinutes(1)))) {
            signals.forget(now.minus(KEPT));
            forgottenAt = now;
        }
        return signals.screened().stream()
                .mapToLong(launch -> screen(launch, now))
                .sum();
    }

    private long screen(int launch, Instant now) {
        LaunchDefinition definition = lines.look(launch).definition();
        Screening rules = definition.entry().screening();
        if (rules == null) {
            return 0;
        }
        List<SignalStore.Paid> paid = signals.paid(launch, now.minus(SETTLED), MAX_ORDERS);
        Set<OrderId> looked = new LinkedHashSet<>();
        for (SignalStore.Paid one : paid) {
            looked.add(one.order());
            looked.addAll(signals.peers(one.order()));
        }
        looked.forEach(order -> judge(order, definition, rules));
        if (!paid.isEmpty()) {
            signals.move(launch, paid.getLast().number());
        }
        return paid.size();
    }

    private void judge(OrderId order, LaunchDefinition definition, Screening rules) {
        Suspicion suspicion = Suspicion.of(signals.seen(order, definition.opensAt()), rules);
        if (suspicion.reaches(rules)) {
            Step opened = new Step(Act.OPENED, Evidence.text(suspicion.evidence()), suspicion.points());
            lines.ask(order.launch(), new Ask.Review(order, SCREENER, opened));
        }
    }
}
