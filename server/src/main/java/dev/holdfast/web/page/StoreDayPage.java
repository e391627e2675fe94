package dev.holdfast.web.page;

import dev.holdfast.delivery.slot.Booked;
import dev.holdfast.delivery.slot.Slot;
import dev.holdfast.delivery.slot.SlotDesk;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// A day at a place: who comes when, with which unit.
record StoreDayPage(Frame frame, Places places, SlotDesk.Day day) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    Words words() {
        return frame.words();
    }

    String place() {
        return places.name(day.place(), words());
    }

    String time(Slot slot) {
        return TIME.format(slot.from().atZone(day.zone())) + "–"
                + TIME.format(slot.to().atZone(day.zone()));
    }

    String kind(Slot slot) {
        return words().say("slot.bay." + slot.bay());
    }

    List<Booked> booked(Slot slot) {
        return day.booked().stream().filter(one -> one.slot() == slot.number()).toList();
    }

    String address(int days) {
        return "/store/" + day.place() + "?day=" + day.day().plusDays(days);
    }

    String address(Booked booked) {
        return "/store/" + day.place() + "/handovers/" + booked.order() + "?serial=" + booked.serial();
    }
}
