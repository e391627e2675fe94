package dev.holdfast.service.recall;

import dev.holdfast.delivery.slot.Visits;
import dev.holdfast.service.recall.RemedyStore.Booked;
import dev.holdfast.service.work.WorkFollower;
import dev.holdfast.service.work.WorkOrder;
import dev.holdfast.service.work.WorkOrder.State;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// What work on a unit does to its recall: whoever is there when it begins has come, and when it is done
/// the unit is remedied.
final class RemedyWork implements WorkFollower {
    private final RemedyStore store;
    private final RemedyNotes notes;
    private final Visits visits;

    RemedyWork(RemedyStore store, RemedyNotes notes, Visits visits) {
        this.store = store;
        this.notes = notes;
        this.visits = visits;
    }

    @Override
    public void turned(WorkOrder from, State to, String actor, Instant now) {
        Booked booked = from.recall() == null
                ? null
                : store.ofWorks(List.of(from.number())).get(from.number());
        if (booked == null) {
            return;
        }
        UUID visit = Objects.requireNonNull(booked.visit());
        switch (to) {
            case IN_WORK -> visits.came(visit);
            case CANCELLED -> visits.withdraw(visit);
            case DONE -> notes.note(booked.recall(), booked.serial(), from.place(), actor, now);
            case OFFERED, PLANNED, DECLINED -> {}
        }
    }
}
