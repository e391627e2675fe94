package dev.holdfast.web.page;

import dev.holdfast.delivery.slot.Appointment.State;
import dev.holdfast.delivery.slot.Choice;
import dev.holdfast.delivery.slot.Slot;
import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When an owner takes over what arrived, or brings what is to be looked at.
///
/// @param choice null: it has not arrived
/// @param ticket about which they come; null: they take over
record SlotPage(
        Frame frame,
        OrderId order,
        @Nullable Choice choice,
        Places places,
        @Nullable Notice notice,
        @Nullable Long ticket) {
    /// Of a hand-over.
    SlotPage(Frame frame, OrderId order, @Nullable Choice choice, Places places, @Nullable Notice notice) {
        this(frame, order, choice, places, notice, null);
    }

    Words words() {
        return frame.words();
    }

    String address() {
        return back() + "/slots";
    }

    /// The page of what it is about.
    String back() {
        return "/orders/" + order + (ticket == null ? "" : "/tickets/" + ticket);
    }

    String text(String what) {
        return words().say((ticket == null ? "slot." : "visit.") + what);
    }

    /// In a stable word: which of its faces the page shows.
    String face() {
        if (choice == null || choice.appointment().state() == State.GONE) {
            return "none";
        }
        return switch (choice.appointment().state()) {
            case WAITING -> choice.open().isEmpty() ? "closed" : choice.turn() ? "choose" : "wait";
            case HELD -> "held";
            case CONFIRMED -> "confirmed";
            case DONE -> "done";
            case GONE -> "none";
        };
    }

    boolean choosing() {
        return choice != null
                && choice.turn()
                && !choice.open().isEmpty()
                && List.of("choose", "held", "confirmed").contains(face());
    }

    /// The slots that can be had.
    List<Slot> open() {
        return choice == null ? List.of() : choice.open();
    }

    SlotTimes times() {
        return new SlotTimes(places, words());
    }

    String when(Slot slot) {
        return words().say("slot.when", words().day(times().day(slot)), times().time(slot));
    }

    /// When what is held goes back.
    String heldUntil(Slot slot, Instant until) {
        return words().instant(until, places.zone(slot.place()));
    }
}
