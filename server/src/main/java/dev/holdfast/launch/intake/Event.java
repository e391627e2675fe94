package dev.holdfast.launch.intake;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One thing that happened in a line, in the past tense: what the journal holds.
sealed interface Event {
    /// Entered the line, unpaid.
    record Held(
            OrderId order,
            long position,
            String offer,
            @Nullable LocalDate week) implements Event {}

    record Placed(OrderId order, String offer) implements Event {}

    record Locked(OrderId order, String offer) implements Event {}

    /// @param week freed with it; null when the order waited
    record Expired(OrderId order, String offer, @Nullable LocalDate week) implements Event {}

    /// @param week freed with it; null when the order waited
    record Cancelled(
            OrderId order,
            String offer,
            OrderState was,
            @Nullable LocalDate week) implements Event {}

    /// Left one offer's line and entered another's, last.
    ///
    /// @param position the same as before, or a new one where a change does not keep it
    /// @param freed the week it left behind; null when it waited
    record Changed(
            OrderId order,
            String from,
            String offer,
            OrderState state,
            @Nullable LocalDate week,
            long position,
            @Nullable LocalDate freed)
            implements Event {}

    /// Paid after its hold had ended, and placed again, last.
    record Readmitted(OrderId order, String offer, @Nullable LocalDate week) implements Event {}

    /// The fan is asked to lock: the time is up and no terms were accepted.
    record LockAsked(OrderId order) implements Event {}

    /// Keeps the order in its later window, by word or by silence.
    record Consented(OrderId order) implements Event {}

    /// Went on to its owner, or back in line.
    record Advanced(OrderId order, String offer, OrderState was, OrderState to) implements Event {}

    /// The launch or its supply was changed as a whole: whoever follows the journal reads everything again.
    record Reset(String cause) implements Event {}

    /// Of a kind that only a newer version knows, an instance of which is beside this one: what it did to the
    /// line cannot be followed, so it counts as a reset. It is read and never written.
    record Unknown(String kind) implements Event {}
}
