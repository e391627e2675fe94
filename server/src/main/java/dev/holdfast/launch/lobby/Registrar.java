package dev.holdfast.launch.lobby;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.WaitingRoom;
import dev.holdfast.launch.draw.TicketHashes;
import dev.holdfast.launch.intake.Waiting;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes down who enters one lobby: whatever has queued while the last commit was under way is one transaction.
///
/// The lobby's row is locked first, so that instances take turns; what others wrote is read before anything is
/// decided. What memory holds is therefore always what is committed, and a member who is in it needs no transaction.
final class Registrar implements AutoCloseable {
    /// People who may wait for their entry; two seconds' worth. Who comes then is told to try again.
    private static final int MAX_WAITING = 50_000;

    /// Entries in one transaction: 32 KB of hashes.
    private static final int MAX_BATCH = 2_000;

    private static final Duration MAX_CLOSE = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);

    private final int launch;
    private final LobbyStore store;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final Supplier<@Nullable WaitingRoom> room;
    private final Roll roll = new Roll();
    private final Waiting<Pending> waiting = new Waiting<>(MAX_WAITING);
    private final Thread thread;

    /// @param enter false: only look
    private record Pending(long high, long low, boolean enter, CompletableFuture<Integer> arrival) {}

    /// @param room as the launch has it now; null: it has none any more
    Registrar(
            int launch,
            LobbyStore store,
            TransactionTemplate transactions,
            InstantSource clock,
            Supplier<@Nullable WaitingRoom> room) {
        this.launch = launch;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        this.room = room;
        this.thread =
                Thread.ofPlatform().name("registrar-" + launch).daemon(true).start(this::run);
    }

    Roll roll() {
        return roll;
    }

    /// The number of arrival, durable.
    int enter(byte[] hash) {
        return ask(hash, true);
    }

    /// The number of arrival, or 0 for whoever never entered, on whichever instance.
    int find(byte[] hash) {
        return ask(hash, false);
    }

    private int ask(byte[] hash, boolean enter) {
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        Pending pending = new Pending(bytes.getLong(), bytes.getLong(), enter, new CompletableFuture<>());
        int known = roll.find(pending.high(), pending.low());
        if (known > 0) {
            return known;
        }
        if (!waiting.letIn(pending)) {
            throw new Problem(
                    Problem.Kind.CAPACITY,
                    "overloaded",
                    "More than " + MAX_WAITING + " people enter at this moment. Try again in a second: in the lobby"
                            + " nothing depends on who came first.");
        }
        try {
            return pending.arrival().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    /// Brings memory up to what is committed.
    void follow() {
        ask(new byte[TicketHashes.BYTES], false);
    }

    private void run() {
        List<Pending> batch = new ArrayList<>(MAX_BATCH);
        while (!waiting.isOver()) {
            try {
                waiting.take(batch, MAX_BATCH);
                if (!batch.isEmpty()) {
                    commit(batch);
                }
            } catch (InterruptedException stopping) {
                waiting.close();
            } catch (Throwable fault) {
                LOG.warn("{} entries into lobby {} failed: {}", batch.size(), launch, fault.toString());
                batch.forEach(pending -> pending.arrival().completeExceptionally(fault));
            } finally {
                batch.clear();
            }
        }
    }

    private void commit(List<Pending> batch) {
        boolean entering = batch.stream().anyMatch(Pending::enter);
        TicketHashes added = new TicketHashes();
        transactions.executeWithoutResult(status -> {
            LobbyRow row = entering ? store.lock(launch) : null;
            store.follow(launch, roll);
            if (row != null) {
                freezeInTime(row);
                newOf(batch).forEach(pending -> added.add(pending.high(), pending.low()));
                if (added.size() > 0) {
                    store.append(row, roll, added);
                }
            }
        });
        for (int index = 0; index < added.size(); index++) {
            roll.add(added.high(index), added.low(index));
        }
        batch.forEach(pending -> pending.arrival().complete(roll.find(pending.high(), pending.low())));
    }

    /// Those who are not in the lobby, each once.
    private List<Pending> newOf(List<Pending> batch) {
        Roll seen = new Roll();
        List<Pending> added = new ArrayList<>();
        for (Pending pending : batch) {
            boolean unknown = pending.enter()
                    && roll.find(pending.high(), pending.low()) == 0
                    && seen.find(pending.high(), pending.low()) == 0;
            if (unknown) {
                seen.add(pending.high(), pending.low());
                added.add(pending);
            }
        }
        return added;
    }

    /// Whoever is first to enter after the draw closed closes it, so that nobody slips in while nobody looks.
    private void freezeInTime(LobbyRow row) {
        WaitingRoom now = room.get();
        Instant at = clock.instant();
        if (row.freeze() == null && now != null && !at.isBefore(now.drawClosesAt())) {
            store.freeze(launch, now, at);
        }
    }

    @Override
    public void close() {
        waiting.close();
        thread.interrupt();
        try {
            thread.join(MAX_CLOSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
