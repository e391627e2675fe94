package dev.holdfast.web.page;

import dev.holdfast.delivery.slot.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How pages tell slots: each in the time of its place.
record SlotTimes(Places places, Words words) {
    /// As many as one looks through; the next days' are shown as these fill.
    private static final int SHOWN = 120;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /// Day by day.
    Map<LocalDate, List<Slot>> days(List<Slot> slots) {
        return slots.stream().limit(SHOWN).collect(Collectors.groupingBy(this::day, TreeMap::new, Collectors.toList()));
    }

    LocalDate day(Slot slot) {
        return slot.from().atZone(places.zone(slot.place())).toLocalDate();
    }

    String time(Slot slot) {
        return at(slot.from(), slot.place()) + "–" + at(slot.to(), slot.place());
    }

    String at(Instant instant, String place) {
        return TIME.format(instant.atZone(places.zone(place)));
    }

    /// What clocks there show beside what is shown here, such as `UTC+8`.
    String zone(Slot slot) {
        return Dates.zone(slot.from(), places.zone(slot.place()));
    }

    String place(Slot slot) {
        return places.name(slot.place(), words);
    }

    String kind(Slot slot) {
        return words.say("slot.bay." + slot.bay());
    }
}
