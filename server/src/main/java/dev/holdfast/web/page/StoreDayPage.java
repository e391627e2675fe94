package dev.holdfast.web.page;

import dev.holdfast.delivery.slot.Booked;
import dev.holdfast.delivery.slot.Slot;
import dev.holdfast.delivery.slot.SlotDesk;
import dev.holdfast.launch.LaunchDefinition;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A day at a place: who comes when, with which unit.
///
/// @param launches by their numbers, those of the orders
record StoreDayPage(Frame frame, Places places, SlotDesk.Day day, Map<Integer, LaunchDefinition> launches) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    StoreDayPage {
        launches = Map.copyOf(launches);
    }

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

    /// But for those that were closed altogether.
    List<Slot> slots() {
        return day.slots().stream().filter(slot -> slot.capacity() > 0).toList();
    }

    /// What its owner takes over, by its name.
    String what(Booked booked) {
        var launch = launches.get(booked.order().launch());
        var offer = booked.configuration() == null ? "" : booked.configuration();
        return launch == null ? offer : OfferNames.of(launch, offer, words());
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
