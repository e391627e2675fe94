package dev.holdfast.service.work;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import dev.holdfast.service.ticket.OwnedUnit;
import dev.holdfast.service.ticket.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is to be done about a unit, with everything that happened to it.
///
/// @param ticket for which it is; null: for a recall
/// @param recall for which it is; null: for a ticket
/// @param km that the unit went; null: nobody looked
/// @param plannedAt since when its parts are asked for: their place in line; null: not yet
/// @param partsOn when the last missing part is expected; null: nothing is missing, or nobody knows
public record WorkOrder(
        long number,
        @Nullable Long ticket,
        @Nullable String recall,
        OrderId order,
        String member,
        int launch,
        String serial,
        String configuration,
        String place,
        @Nullable Integer km,
        String currency,
        State state,
        Instant madeAt,
        @Nullable Instant plannedAt,
        Instant since,
        @Nullable LocalDate partsOn,
        List<WorkLine> lines,
        List<Step> steps) {
    public WorkOrder {
        lines = List.copyOf(lines);
        steps = List.copyOf(steps);
    }

    public enum State {
        /// Something would have to be paid, and its owner did not say yes yet.
        OFFERED,
        /// Parts are asked for.
        PLANNED,
        IN_WORK,
        DONE,
        /// By its owner.
        DECLINED,
        /// By staff; or by its owner, who comes another time for a recall.
        CANCELLED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean live() {
            return this == OFFERED || this == PLANNED || this == IN_WORK;
        }
    }

    /// What is about to be made: its number, state and times are given later.
    static WorkOrder of(
            @Nullable Long ticket,
            @Nullable String recall,
            OwnedUnit unit,
            String place,
            @Nullable Integer km,
            String currency,
            Instant now) {
        return new WorkOrder(
                0,
                ticket,
                recall,
                unit.order(),
                unit.member(),
                unit.order().launch(),
                unit.serial(),
                unit.configuration(),
                place,
                km,
                currency,
                State.OFFERED,
                now,
                null,
                now,
                null,
                List.of(),
                List.of());
    }

    /// What its owner pays.
    public Money due() {
        return new Money(lines.stream().mapToLong(WorkLine::due).sum(), currency);
    }

    /// Lines whose part is not there.
    public List<WorkLine> missing() {
        return lines.stream()
                .filter(line -> line.stock() == WorkLine.PartState.WAITING)
                .toList();
    }

    public boolean ready() {
        return state == State.PLANNED && missing().isEmpty();
    }
}
