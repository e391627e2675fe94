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
/// share a card, a device or an address with it, of whom the first looked harmless; and once more when something is
/// noticed late.
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

    private final SignalStore store;
    private final Signals signals;
    private final Lines lines;
    private final InstantSource clock;
    private Instant forgottenAt = Instant.MIN;

    Screener(SignalStore store, Signals signals, Lines lines, InstantSource clock) {
        this.store = store;
        this.signals = signals;
        this.lines = lines;
        this.clock = clock;
    }

    /// @return how many orders it looked at
    long round() {
        Instant now = clock.instant();
        if (forgottenAt.isBefore(now.minus(Duration.ofMinutes(1)))) {
            store.forget(now.minus(KEPT));
            forgottenAt = now;
        }
        List<OrderId> late = signals.again(MAX_ORDERS);
        late.forEach(this::again);
        return late.size()
                + store.screened().stream()
                        .mapToLong(launch -> screen(launch, now))
                        .sum();
    }

    private void again(OrderId order) {
        LaunchDefinition definition = lines.look(order.launch()).definition();
        Screening rules = definition.entry().screening();
        if (rules != null) {
            withPeers(order).forEach(one -> judge(one, definition, rules));
        }
    }

    private long screen(int launch, Instant now) {
        LaunchDefinition definition = lines.look(launch).definition();
        Screening rules = definition.entry().screening();
        if (rules == null) {
            return 0;
        }
        List<SignalStore.Paid> paid = store.paid(launch, now.minus(SETTLED), MAX_ORDERS);
        Set<OrderId> looked = new LinkedHashSet<>();
        paid.forEach(one -> looked.addAll(withPeers(one.order())));
        looked.forEach(order -> judge(order, definition, rules));
        if (!paid.isEmpty()) {
            store.move(launch, paid.getLast().number());
        }
        return paid.size();
    }

    private Set<OrderId> withPeers(OrderId order) {
        Set<OrderId> all = new LinkedHashSet<>(Set.of(order));
        all.addAll(store.peers(order));
        return all;
    }

    private void judge(OrderId order, LaunchDefinition definition, Screening rules) {
        Suspicion suspicion = Suspicion.of(store.seen(order, definition.opensAt()), rules);
        if (suspicion.reaches(rules)) {
            Step opened = new Step(Act.OPENED, Evidence.text(suspicion.evidence()), suspicion.points());
            lines.ask(order.launch(), new Ask.Review(order, SCREENER, opened));
        }
    }
}
