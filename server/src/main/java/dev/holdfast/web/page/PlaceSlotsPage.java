package dev.holdfast.web.page;

import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.slot.Slot;
import dev.holdfast.delivery.slot.SlotDesk;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Seven days of a place's times: how many are taken of each, and where more are opened or free ones closed.
///
/// @param office whether an operator looks, and not somebody who works there
/// @param waiting who wait for a time to take theirs over in the place's region
/// @param typed what was typed into the form
/// @param ticked days of the form; null: those on which the centre is open
/// @param told what was just done; null: nothing
record PlaceSlotsPage(
        Frame frame,
        boolean office,
        Places places,
        SlotDesk.Week week,
        int waiting,
        Typed typed,
        @Nullable Set<String> ticked,
        @Nullable String told,
        @Nullable Notice notice) {

    Words words() {
        return frame.words();
    }

    String place() {
        return places.name(week.place(), words());
    }

    SlotTimes times() {
        return new SlotTimes(places, words());
    }

    /// What clocks there show as the first day begins.
    String zone() {
        var zone = places.zone(week.place());
        return Dates.zone(week.first().atStartOfDay(zone).toInstant(), zone);
    }

    static String address(boolean office, String place) {
        return (office ? StaffNetworkPage.ADDRESS : "/store") + "/" + place + "/slots";
    }

    String address() {
        return address(office, week.place());
    }

    String address(int days) {
        return address() + "?day=" + week.first().plusDays(days);
    }

    List<Slot> slots(LocalDate day) {
        return week.slots().stream()
                .filter(slot -> times().day(slot).equals(day))
                .toList();
    }

    /// Whether there is something of it that can be closed.
    boolean closes(Slot slot) {
        return slot.free() > 0 && slot.from().isAfter(week.asOf());
    }

    boolean closesAny() {
        return week.slots().stream().anyMatch(this::closes);
    }

    boolean ticked(LocalDate day) {
        return ticked == null ? week.toCome().contains(day) : ticked.contains(day.toString());
    }

    /// What was typed, or what is mostly meant.
    String value(String name) {
        if (!typed.text(name).isEmpty()) {
            return typed.text(name);
        }
        var centre = week.centre();
        boolean inCentre = week.place().startsWith(Network.CENTRE);
        return switch (name) {
            case "from" -> centre.opens();
            case "to" -> centre.closes();
            case "minutes" -> "60";
            default -> inCentre ? Integer.toString(centre.handOverBays()) : "1";
        };
    }

    String waitingText() {
        return waiting < SlotDesk.MAX_PAGE
                ? words().count("slots.waiting", waiting)
                : words().say("slots.waiting.most", words().number(waiting));
    }
}
