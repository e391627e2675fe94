package dev.holdfast.delivery.slot;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Holds of a crowd, many in a transaction: while one is written down, those who come next wait together, and whoever
/// of them is first takes all with them. Each is judged by the rules of [Booking], in the order in which they came.
/// Those who want one slot wait in one stripe, so that no transaction meets another on its counter.
///
/// A batch waits for nobody: what others have locked is left to [Slots], which asks for each alone.
final class HoldQueue {
    private static final int MAX = 100;
    private static final int STRIPES = 2;

    private final SlotStore slots;
    private final AppointmentStore store;
    private final SlotNews news;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final List<Stripe> stripes =
            Stream.generate(Stripe::new).limit(STRIPES).toList();

    HoldQueue(
            SlotStore slots,
            AppointmentStore store,
            SlotNews news,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.slots = slots;
        this.store = store;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Stripe(Queue<Ask> waiting, Lock writing) {
        Stripe() {
            this(new ConcurrentLinkedQueue<>(), new ReentrantLock());
        }

        List<Ask> next() {
            List<Ask> asks = new ArrayList<>();
            for (Ask ask = waiting.poll(); ask != null; ask = asks.size() < MAX ? waiting.poll() : null) {
                asks.add(ask);
            }
            return asks;
        }
    }

    /// @param answer empty: not here
    private record Ask(OrderId order, String member, long slot, CompletableFuture<Optional<Choice>> answer) {}

    /// Holds a slot, or moves to it, as [Booking#choose] does.
    ///
    /// @return empty: they have no appointment, or it cannot be decided together with others
    /// @throws Problem as the rules do
    Optional<Choice> hold(OrderId order, String member, long slot) {
        Ask mine = new Ask(order, member, slot, new CompletableFuture<>());
        Stripe stripe = stripes.get(Math.floorMod(slot, STRIPES));
        stripe.waiting.add(mine);
        stripe.writing.lock();
        try {
            while (!mine.answer.isDone()) {
                writeDown(stripe.next());
            }
        } finally {
            stripe.writing.unlock();
        }
        try {
            return mine.answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof Problem refused ? refused : failed;
        }
    }

    /// Nobody is told anything before it is committed.
    private void writeDown(List<Ask> asks) {
        List<Runnable> answers = new ArrayList<>();
        try {
            transactions.executeWithoutResult(status -> decide(asks, answers));
        } catch (DataAccessException | TransactionException lost) {
            // Each alone hears of it itself, and an ask that harms a batch harms nobody else.
            answers.clear();
            asks.forEach(ask -> answers.add(() -> ask.answer.complete(Optional.empty())));
        } catch (RuntimeException | Error fault) {
            asks.forEach(ask -> ask.answer.completeExceptionally(fault));
            throw fault;
        }
        answers.forEach(Runnable::run);
    }

    private void decide(List<Ask> asks, List<Runnable> answers) {
        Instant now = clock.instant();
        HoldBatch batch = read(asks, now);
        Booking booking = new Booking(batch, news);
        for (Ask ask : asks) {
            Optional<Appointment> from = batch.find(ask.order.value(), ask.slot)
                    .filter(one -> one.member().equals(ask.member))
                    .filter(one -> !one.state().over());
            try {
                Optional<Choice> to = from.map(one -> batch.made(booking.choose(one, ask.slot, now)));
                answers.add(() -> ask.answer.complete(to));
            } catch (Problem refused) {
                answers.add(() -> ask.answer.completeExceptionally(refused));
            }
        }
        batch.writeDown(slots, store);
    }

    /// In the order of all who need both: appointments first, and each kind by its numbers.
    private HoldBatch read(List<Ask> asks, Instant now) {
        List<Appointment> appointments = store.lockFree(
                asks.stream().map(ask -> ask.order.value()).distinct().toList());
        Collection<Long> wanted = Stream.concat(
                        asks.stream().map(Ask::slot),
                        appointments.stream().map(Appointment::slot).filter(slot -> slot != null))
                .distinct()
                .toList();
        List<Slot> free = slots.lockFree(wanted);
        return new HoldBatch(appointments, free, store.standings(appointments, now.minus(Booking.TURN), now));
    }
}
