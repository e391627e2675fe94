package dev.holdfast.delivery.unit;

import dev.holdfast.delivery.allocation.Allocation.Given;
import dev.holdfast.delivery.unit.GivingStore.Passed;
import dev.holdfast.launch.Happening;
import dev.holdfast.launch.Happenings;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LineSnapshot;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives a launch's units to its orders, once.
///
/// All of it under the launch's [Turn]: first it hears who left, and their units are free; then it reads the
/// line, which is therefore no older than what it heard. Whoever leaves after that is heard the next time. So
/// nobody who left keeps a unit, and two instances never give from the same stock.
final class Round {
    static final String FOLLOWER = "delivery";

    /// Days on which somebody wants theirs come by themselves.
    private static final Duration MAX_REST = Duration.ofHours(1);

    private static final Set<OrderState> HEARD = Set.of(OrderState.LOCKED, OrderState.EXPIRED, OrderState.CANCELLED);

    private final GivingStore store;
    private final StandingStore standings;
    private final StoppedStore stopped;
    private final Turn turn;
    private final Launch launch;
    private final Progress progress;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Round(
            GivingStore store,
            StandingStore standings,
            StoppedStore stopped,
            Turn turn,
            Launch launch,
            Progress progress,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.standings = standings;
        this.stopped = stopped;
        this.turn = turn;
        this.launch = launch;
        this.progress = progress;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What one round did.
    ///
    /// @param given orders that got a unit
    /// @param takenBack units taken from orders that left, that postpone, or whose unit is damaged
    record Result(int given, int takenBack) {
        static final Result NOTHING = new Result(0, 0);
    }

    Result give(int number, String slug) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Instant now = clock.instant();
            boolean due = turn.lock(number, now.minus(MAX_REST));
            Heard heard = hear(number);
            if (!due && !heard.changed()) {
                return new Result(0, heard.takenBack());
            }
            Result result = give(number, slug, now);
            turn.done(number, now);
            return new Result(result.given(), result.takenBack() + heard.takenBack());
        }));
    }

    private record Heard(boolean changed, int takenBack) {}

    private Heard hear(int number) {
        boolean changed = false;
        int takenBack = 0;
        Happenings next;
        do {
            next = progress.happened(FOLLOWER, number, HEARD);
            List<OrderId> left = next.happenings().stream()
                    .filter(one -> !one.state().live())
                    .map(Happening::order)
                    .toList();
            takenBack += store.takeBack(number, left, "order_left", clock.instant());
            changed |= !next.happenings().isEmpty();
        } while (next.more());
        return new Heard(changed, takenBack);
    }

    private Result give(int number, String slug, Instant now) {
        LaunchDefinition definition = launch.look(slug).definition();
        @Nullable
        String home = definition.regions().isEmpty()
                ? null
                : definition.regions().getFirst().id();
        LineSnapshot line = launch.snapshot(slug, null);
        Set<OrderId> postponed =
                store.postponed(number, now.atZone(definition.timeZone()).toLocalDate());
        Columns columns = new Columns(line, store.stock(number), postponed, home);
        Given answer = columns.give();
        int takenBack = 0;
        for (Map.Entry<String, List<OrderId>> lost : columns.lost(answer).entrySet()) {
            takenBack += store.takeBack(number, lost.getValue(), lost.getKey(), now);
            store.putBack(number, lost.getValue(), lost.getKey());
        }
        List<Passed> given = columns.given(answer);
        store.give(number, given, now);
        standings.write(number, columns.standings(answer, now));
        stopped.write(number, columns.stopped());
        return new Result(given.size(), takenBack);
    }
}
