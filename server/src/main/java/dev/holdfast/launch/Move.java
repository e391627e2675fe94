package dev.holdfast.launch;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One order that a plan run gives another window.
///
/// @param state as the run's snapshot has it
/// @param was the Monday of its window until now, with transit; null: it waits
/// @param from the Monday of its new window, with transit; null: it waits now
/// @param slips how often its window was moved later before
/// @param binding the component or resource that holds it where it is now; null: none does
/// @param event the number of the supply event behind it; null: none is known
public record Move(
        OrderId order,
        OrderState state,
        @Nullable LocalDate was,
        @Nullable LocalDate from,
        int slips,
        Reason reason,
        @Nullable String binding,
        @Nullable Long event) {

    /// Why a plan moves an order, as its member is told.
    public enum Reason {
        /// A component comes at another time than was planned.
        COMPONENT_SHORT,
        /// A resource has no capacity left in the week it had.
        CAPACITY_SHORT,
        /// What it needs is free sooner.
        CAME_FORWARD,
        /// The plan as a whole: another rule, a new bill, or an order that came while the plan was made.
        PLAN_PUBLISHED;

        /// As it stands in rows and answers.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Told a later window, or none where there was one.
    public boolean slip() {
        return was != null && (from == null || from.isAfter(was));
    }
}
