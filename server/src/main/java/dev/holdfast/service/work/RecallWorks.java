package dev.holdfast.service.work;

import dev.holdfast.launch.Launch;
import dev.holdfast.service.ticket.OwnedUnit;
import dev.holdfast.service.ticket.Step.Side;
import dev.holdfast.service.work.WorkOrder.State;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The face of work orders for those who call units back: it costs nobody but the brand anything, and one is made
/// only where its parts are at hand. What changes something does so in the running transaction.
public final class RecallWorks {
    public static final int MAX_PAGE = 200;

    /// One remedy takes no more kinds of them than a work order has lines.
    public static final int MAX_PARTS = Quote.MAX_LINES;

    public static final int MAX_PART = Quote.MAX_CODE;

    private final WorkStore store;
    private final StockStore stock;
    private final Working working;
    private final Launch launch;
    private final InstantSource clock;

    RecallWorks(WorkStore store, StockStore stock, Working working, Launch launch, InstantSource clock) {
        this.store = store;
        this.stock = stock;
        this.working = working;
        this.launch = launch;
        this.clock = clock;
    }

    /// What a work order is to do.
    ///
    /// @param recall by which those who recall know it
    /// @param parts one of each
    public record Remedy(String recall, List<String> parts, int minutes) {
        public Remedy {
            parts = List.copyOf(parts);
        }
    }

    /// Those of these places where all parts are at hand, and nobody waits for them.
    public Set<String> atHand(Collection<String> places, List<String> parts) {
        return parts.isEmpty() ? Set.copyOf(places) : stock.atHand(places, parts);
    }

    /// When the first of these places has all parts; empty: nobody said.
    public Optional<LocalDate> expected(Collection<String> places, List<String> parts) {
        return stock.expected(places, parts);
    }

    public Optional<WorkOrder> find(long number) {
        return store.find(number);
    }

    /// Those under way at a place, the oldest first.
    public List<WorkOrder> at(String place, int limit) {
        return store.recalledAt(place, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// The work order, and after it the parts at these places: in the order in which all others take them.
    ///
    /// @param number null: there is none yet
    public Optional<WorkOrder> lock(@Nullable Long number, Collection<String> places, List<String> parts) {
        Optional<WorkOrder> order = number == null ? Optional.empty() : store.lock(number);
        new TreeSet<>(places).forEach(place -> stock.lock(place, parts));
        return order;
    }

    /// Reserves the parts too.
    ///
    /// @throws dev.holdfast.kernel.Problem CONFLICT `parts_gone` when not all of them are at hand there any more
    public WorkOrder make(OwnedUnit unit, Remedy remedy, String place, String owner) {
        Instant now = clock.instant();
        String currency = launch.look(unit.launch()).definition().currency();
        WorkOrder like = WorkOrder.of(null, remedy.recall(), unit, place, null, currency, now);
        long number = working.make(like, Quote.free(lines(remedy), "recall"), Side.OWNER, owner, now);
        WorkOrder made = store.find(number).orElseThrow();
        if (!made.missing().isEmpty()) {
            throw Refused.partsGone(made);
        }
        return made;
    }

    /// The first line has the labour.
    private static List<Line> lines(Remedy remedy) {
        List<Line> lines = new ArrayList<>();
        for (String part : remedy.parts()) {
            lines.add(new Line(part, "", lines.isEmpty() ? remedy.minutes() : 0, part, 1, 0));
        }
        return lines.isEmpty() ? List.of(new Line("recall", "", remedy.minutes(), null, 0, 0)) : lines;
    }

    /// Its parts go to whoever waits for them.
    ///
    /// @throws dev.holdfast.kernel.Problem CONFLICT once it has begun
    public void cancel(WorkOrder order, Side side, String actor) {
        working.cancel(order, side, "", actor, clock.instant());
    }

    /// @throws dev.holdfast.kernel.Problem CONFLICT unless it is planned and did not begin
    public void holdPlanned(WorkOrder order, String act) {
        if (order.state() != State.PLANNED) {
            throw Refused.wrongState(order, act);
        }
    }
}
