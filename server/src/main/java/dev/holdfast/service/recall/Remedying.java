package dev.holdfast.service.recall;

import dev.holdfast.delivery.slot.Slot;
import dev.holdfast.delivery.slot.Visits;
import dev.holdfast.service.recall.RemedyStore.Booked;
import dev.holdfast.service.ticket.OwnedUnit;
import dev.holdfast.service.ticket.Step.Side;
import dev.holdfast.service.work.RecallWorks;
import dev.holdfast.service.work.RecallWorks.Remedy;
import dev.holdfast.service.work.WorkOrder;
import dev.holdfast.service.work.WorkOrder.State;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/// When an owner comes and what is kept for them, which go together: whoever has a time has the parts, and whoever
/// gives it back frees both. All of it in the running transaction.
///
/// Whoever calls has the unit's row of `RemedyStore`; after it come its work order, parts, the appointment, slots.
/// Work on a unit begins with its work order and only reads that row, so nobody waits in a circle.
final class Remedying {
    private final RecallWorks works;
    private final Visits visits;

    Remedying(RecallWorks works, Visits visits) {
        this.works = works;
        this.visits = visits;
    }

    /// The work order that has a unit's parts; empty: nothing is booked.
    Optional<WorkOrder> work(Booked booked) {
        return Optional.ofNullable(booked.work()).flatMap(works::find).filter(Remedying::stands);
    }

    private static boolean stands(WorkOrder work) {
        return work.state().live() || work.state() == State.DONE;
    }

    /// Books a time, or another one; at another place with the parts that are there.
    ///
    /// @return what is booked now
    Booked book(Booked booked, OwnedUnit unit, NewRecall told, Slot at) {
        List<String> parts = told.parts();
        WorkOrder from = lock(booked, at.place(), parts).orElse(null);
        if (from != null) {
            works.holdPlanned(from, "choose a time");
        }
        if (from != null && from.place().equals(at.place())) {
            visits.book(Objects.requireNonNull(booked.visit()), unit.member(), at);
            return booked;
        }
        Remedy remedy = new Remedy(String.valueOf(booked.recall()), parts, told.minutes());
        WorkOrder made = works.make(unit, remedy, at.place(), unit.member());
        UUID visit = UUID.randomUUID();
        if (from == null) {
            visits.book(visit, unit.member(), at);
        } else {
            visits.move(Objects.requireNonNull(booked.visit()), visit, at);
            works.cancel(from, Side.OWNER, unit.member());
        }
        return new Booked(booked.recall(), booked.serial(), made.number(), visit);
    }

    /// Gives the time and the parts back.
    void release(Booked booked, List<String> parts, String owner) {
        WorkOrder from = lock(booked, "", parts).orElseThrow(Refused::nothingBooked);
        works.holdPlanned(from, "give back");
        visits.leave(Objects.requireNonNull(booked.visit()));
        works.cancel(from, Side.OWNER, owner);
    }

    /// It was remedied elsewhere: nobody has to come. What has begun goes on.
    void spare(Booked booked, List<String> parts, String actor) {
        lock(booked, "", parts).filter(work -> work.state() == State.PLANNED).ifPresent(work -> {
            visits.end(Objects.requireNonNull(booked.visit()));
            works.cancel(work, Side.STAFF, actor);
        });
    }

    /// @param place where parts are wanted too; empty: nowhere
    private Optional<WorkOrder> lock(Booked booked, String place, List<String> parts) {
        var places = new TreeSet<String>();
        work(booked).ifPresent(work -> places.add(work.place()));
        if (!place.isEmpty()) {
            places.add(place);
        }
        return works.lock(booked.work(), places, parts).filter(Remedying::stands);
    }
}
