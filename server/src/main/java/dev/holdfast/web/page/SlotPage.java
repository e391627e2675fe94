package dev.holdfast.web.page;

import dev.holdfast.delivery.slot.Appointment.State;
import dev.holdfast.delivery.slot.Choice;
import dev.holdfast.delivery.slot.Slot;
import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
        ZoneId zone,
        @Nullable Notice notice,
        @Nullable Long ticket) {
    /// As many as one looks through; the next days' are shown as these fill.
    private static final int SHOWN = 120;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /// Of a hand-over.
    SlotPage(Frame frame, OrderId order, @Nullable Choice choice, Places places, ZoneId zone, @Nullable Notice notice) {
        this(frame, order, choice, places, zone, notice, null);
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

    /// The slots that can be had, day by day.
    Map<LocalDate, List<Slot>> days() {
        return choice == null
                ? Map.of()
                : choice.open().stream()
                        .limit(SHOWN)
                        .collect(Collectors.groupingBy(this::day, TreeMap::new, Collectors.toList()));
    }

    LocalDate day(Slot slot) {
        return slot.from().atZone(zone).toLocalDate();
    }

    String time(Slot slot) {
        return at(slot.from()) + "–" + at(slot.to());
    }

    String at(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    String place(Slot slot) {
        return places.name(slot.place(), words());
    }

    String kind(Slot slot) {
        return words().say("slot.bay." + slot.bay());
    }
}
