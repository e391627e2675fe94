package dev.holdfast.service.recall;

import dev.holdfast.delivery.slot.Slot;
import dev.holdfast.delivery.slot.Visits;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.OrderId;
import dev.holdfast.service.recall.RemedyStore.Booked;
import dev.holdfast.service.ticket.OwnedUnit;
import dev.holdfast.service.ticket.Owners;
import dev.holdfast.service.ticket.Tickets;
import dev.holdfast.service.work.RecallWorks;
import dev.holdfast.service.work.WorkOrder;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of remedies for owners: when their unit is remedied, and where: at stores that have its parts.
public final class Remedies {
    private final Recalls recalls;
    private final RecallUnitStore units;
    private final RemedyStore store;
    private final Remedying remedying;
    private final RecallWorks works;
    private final Visits visits;
    private final Owners owners;
    private final Tickets tickets;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Remedies(
            Recalls recalls,
            RecallUnitStore units,
            RemedyStore store,
            Remedying remedying,
            RecallWorks works,
            Visits visits,
            Owners owners,
            Tickets tickets,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.recalls = recalls;
        this.units = units;
        this.store = store;
        this.remedying = remedying;
        this.works = works;
        this.visits = visits;
        this.owners = owners;
        this.tickets = tickets;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Called(Recalls.Own own, OwnedUnit unit) {
        List<String> parts() {
            return own.recall().told().parts();
        }
    }

    /// What can be chosen. Looking takes nothing.
    ///
    /// @throws Problem UNKNOWN when there is no such order for the one who asks; CONFLICT when its unit is not
    ///     called back, or was not handed over
    public RemedyChoice look(OrderId order, int recall, Asker asker) {
        Called called = called(order, recall, asker);
        Optional<Booked> booked = store.find(recall, called.unit().serial());
        WorkOrder work = booked.flatMap(remedying::work).orElse(null);
        UUID visit = work == null ? null : booked.map(Booked::visit).orElse(null);
        Slot slot = visit == null ? null : visits.times(Set.of(visit)).get(visit);
        RemedyChoice now = new RemedyChoice(called.own(), work, slot, List.of(), null);
        return switch (now.state()) {
            case CHOOSE, BOOKED -> open(called, now, visit);
            case IN_WORK, REMEDIED, CLOSED -> now;
        };
    }

    private RemedyChoice open(Called called, RemedyChoice now, @Nullable UUID visit) {
        List<String> parts = called.parts();
        Set<String> near = tickets.workshops(called.unit().region()).keySet();
        Set<String> ready = works.atHand(near, parts);
        if (ready.isEmpty()) {
            // Better far away than not at all.
            ready = works.atHand(tickets.workshops("").keySet(), parts);
        }
        List<String> places = new ArrayList<>(ready);
        WorkOrder work = now.work();
        if (work != null && !ready.contains(work.place())) {
            places.add(work.place());
        }
        return new RemedyChoice(
                now.own(),
                work,
                now.slot(),
                visits.open(places, visit),
                places.isEmpty() ? works.expected(near, parts).orElse(null) : null);
    }

    /// Books a time and keeps the parts for it; who has one moves. Whoever finds either gone keeps what they had.
    ///
    /// @throws Problem UNKNOWN; CONFLICT when it cannot be had, once work has begun, or when it is remedied
    ///     or the recall closed
    public RemedyChoice book(OrderId order, int recall, long slot, String owner) {
        return act(order, recall, owner, (called, booked) -> {
            holdOpen(called.own().recall(), booked);
            Slot at = visits.time(slot);
            if (!tickets.workshops("").containsKey(at.place())) {
                throw Refused.notServicedThere(at.place());
            }
            store.book(
                    remedying.book(booked, called.unit(), called.own().recall().told(), at));
            reached(booked);
        });
    }

    /// As it stands now that nobody else can note it.
    private void holdOpen(Recall recall, Booked booked) {
        if (unit(booked).remedied() != null) {
            throw Refused.remedied(booked.serial(), recall);
        }
        if (recall.closedAt() != null) {
            throw Refused.closed(recall);
        }
    }

    /// Whoever books was reached, however that came.
    private void reached(Booked booked) {
        if (unit(booked).contacts().stream().noneMatch(contact -> contact.way() == Way.PAGE)) {
            Map<String, Reached> reached = Map.of(booked.serial(), Reached.REACHED);
            units.contact(booked.recall(), Way.PAGE, reached, clock.instant(), "page", "");
        }
    }

    private RecallUnit unit(Booked booked) {
        return units.find(booked.recall(), booked.serial()).orElseThrow();
    }

    /// Gives the time back, and the parts to whoever waits for them.
    ///
    /// @throws Problem UNKNOWN; CONFLICT when nothing is booked, or it has begun
    public RemedyChoice release(OrderId order, int recall, String owner) {
        return act(order, recall, owner, (called, booked) -> remedying.release(booked, called.parts(), owner));
    }

    private interface Act {
        void on(Called called, Booked booked);
    }

    private RemedyChoice act(OrderId order, int recall, String owner, Act act) {
        Asker asker = new Asker(owner, false);
        Called called = called(order, recall, asker);
        transactions.executeWithoutResult(
                status -> act.on(called, store.lock(recall, called.unit().serial())));
        return look(order, recall, asker);
    }

    private Called called(OrderId order, int recall, Asker asker) {
        Recalls.Own own = recalls.of(order, asker).stream()
                .filter(one -> one.recall().number() == recall)
                .findFirst()
                .orElseThrow(() -> Refused.notCalledBack(order, recall));
        OwnedUnit unit = owners.owned(order, asker);
        if (!own.unit().serial().equals(unit.serial())) {
            // The order was given another one after the recall.
            throw Refused.notCalledBack(order, recall);
        }
        return new Called(own, unit);
    }

    /// What a visit is for.
    public record Visited(int recall, OrderId order) {}

    /// Empty: it is no visit of theirs for a recall.
    ///
    /// @param visit by which its letters know it
    public Optional<Visited> of(UUID visit, String owner) {
        return store.ofVisit(visit, owner);
    }
}
