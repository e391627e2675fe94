package dev.holdfast.service.recall;

import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.slot.Slot;
import dev.holdfast.delivery.slot.Visits;
import dev.holdfast.service.recall.RemedyStore.Booked;
import dev.holdfast.service.work.RecallWorks;
import dev.holdfast.service.work.WorkOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The face of remedies for those who make them, at the places where they work.
public final class RemedyDesk {
    private final RecallStore recalls;
    private final RemedyStore store;
    private final RecallWorks works;
    private final Visits visits;
    private final Network network;

    RemedyDesk(RecallStore recalls, RemedyStore store, RecallWorks works, Visits visits, Network network) {
        this.recalls = recalls;
        this.store = store;
        this.works = works;
        this.visits = visits;
        this.network = network;
    }

    /// What is to be done about a unit that comes.
    ///
    /// @param slot when; null: nobody came, and its owner has chosen no other time yet
    public record Due(
            WorkOrder work, Recall recall, @Nullable Slot slot) {
        @Nullable
        Instant at() {
            return slot == null ? null : slot.from();
        }
    }

    /// Who comes first is first; those without a time stand at the end.
    ///
    /// @throws dev.holdfast.kernel.Problem FORBIDDEN when they do not work there
    public List<Due> due(String place, int limit, String clerk) {
        network.admit(clerk, place);
        List<WorkOrder> orders = works.at(place, limit);
        Map<Long, Booked> booked =
                store.ofWorks(orders.stream().map(WorkOrder::number).toList());
        Map<UUID, Slot> times = visits.times(booked.values().stream()
                .map(one -> Objects.requireNonNull(one.visit()))
                .toList());
        Map<Integer, Recall> known = new HashMap<>();
        return orders.stream()
                .filter(order -> booked.containsKey(order.number()))
                .map(order -> {
                    Booked one = Objects.requireNonNull(booked.get(order.number()));
                    Recall recall = known.computeIfAbsent(
                            one.recall(), number -> recalls.find(number).orElseThrow());
                    return new Due(order, recall, times.get(Objects.requireNonNull(one.visit())));
                })
                .sorted(Comparator.comparing(Due::at, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }
}
