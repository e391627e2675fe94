package dev.holdfast.delivery.slot;

import dev.holdfast.delivery.network.Centre;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.supply.RowReading;
import dev.holdfast.supply.RowReading.Given;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The file of slots. A row opens one, or a whole day in pieces of so many minutes; never while the centre is
/// closed, and never more at a time than it has bays.
final class SlotRows {
    static final String NEEDED = "place,bay,from,to,capacity";
    static final String OPTIONAL = "minutes";

    /// A year of a large network's days is opened in a few files.
    static final int MAX_SLOTS = 20_000;

    private static final int MAX_CAPACITY = 1_000;
    private static final int MAX_MINUTES = 24 * 60;
    private static final Duration MAX_AHEAD = Duration.ofDays(366);

    private final Map<String, Centre> places;
    private final Map<String, Boolean> services;
    private final Instant now;

    /// @param places where slots may be, with the centre of their region
    /// @param services those of them where units are serviced, and whether they are handed over there too
    SlotRows(Map<String, Centre> places, Map<String, Boolean> services, Instant now) {
        this.places = places;
        this.services = services;
        this.now = now;
    }

    /// A slot with the line it came from.
    record Told(long line, Slot slot) {}

    List<Told> read(RowReading reading) {
        List<Told> told = new ArrayList<>();
        reading.each(row -> {
            List<Slot> slots = read(row);
            if (told.size() + slots.size() > MAX_SLOTS) {
                row.refuse("minutes", "opens more than " + MAX_SLOTS + " slots in one file; send several");
            } else if (row.isGood()) {
                slots.forEach(slot -> told.add(new Told(row.line(), slot)));
            }
        });
        return told;
    }

    private List<Slot> read(Given row) {
        String place = row.name("place");
        Centre centre = places.get(place);
        if (centre == null) {
            row.refuse("place", "is no place of yours where units are handed over");
        }
        Bay bay = Bay.of(row.text("bay")).orElse(null);
        if (bay == null) {
            row.refuse("bay", "must be hand_over, express or service");
        } else if (!has(services, place, bay)) {
            row.refuse("bay", "is of a kind that this place has none of");
        }
        int capacity = (int) row.whole("capacity", 0, MAX_CAPACITY);
        int minutes = row.text("minutes").isEmpty() ? 0 : (int) row.whole("minutes", 5, MAX_MINUTES);
        ZoneId zone = centre == null ? ZoneId.of("UTC") : ZoneId.of(centre.timeZone());
        Instant from = instant(row, "from", zone);
        Instant to = instant(row, "to", zone);
        if (centre == null || bay == null || from == null || to == null || !row.isGood()) {
            return List.of();
        }
        judge(row, place, centre, bay == Bay.SERVICE ? 0 : capacity, from, to);
        return row.isGood() ? pieces(place, region(place, centre, bay), bay, capacity, from, to, minutes) : List.of();
    }

    /// @param services as in the constructor
    static boolean has(Map<String, Boolean> services, String place, Bay bay) {
        return bay == Bay.SERVICE ? services.containsKey(place) : services.getOrDefault(place, true);
    }

    private static @Nullable Instant instant(Given row, String column, ZoneId zone) {
        String text = row.text(column);
        try {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException notLocal) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException unreadable) {
                row.refuse(column, "must be a time such as 2027-03-01T09:00, as clocks at the place show it");
                return null;
            }
        }
    }

    /// Who brings what was handed over comes to a place; who takes over, to wherever the unit is in its region.
    private static String region(String place, Centre centre, Bay bay) {
        return bay == Bay.SERVICE ? Visits.SERVICE + place : centre.region();
    }

    private void judge(Given row, String place, Centre centre, int capacity, Instant from, Instant to) {
        if (!from.isAfter(now) || from.isAfter(now.plus(MAX_AHEAD))) {
            row.refuse("from", "must be to come, within a year");
        }
        if (!to.isAfter(from) || Duration.between(from, to).toMinutes() > MAX_MINUTES) {
            row.refuse("to", "must be after 'from', on the same day");
        } else if (place.startsWith(Network.CENTRE)) {
            if (capacity > centre.handOverBays()) {
                row.refuse("capacity", "is more than the " + centre.handOverBays() + " bays of the centre");
            }
            opened(row, centre, from, to);
        }
    }

    private static void opened(Given row, Centre centre, Instant from, Instant to) {
        ZoneId zone = ZoneId.of(centre.timeZone());
        ZonedDateTime first = from.atZone(zone);
        ZonedDateTime last = to.atZone(zone);
        boolean hours = first.toLocalDate().equals(last.toLocalDate())
                && !first.toLocalTime().isBefore(LocalTime.parse(centre.opens()))
                && !last.toLocalTime().isAfter(LocalTime.parse(centre.closes()));
        if (!centre.opensOn(first.toLocalDate()) || !hours) {
            row.refuse("from", "is, or goes on, while the centre is closed");
        }
    }

    private static List<Slot> pieces(
            String place, String region, Bay bay, int capacity, Instant from, Instant to, int minutes) {
        Duration length = minutes == 0 ? Duration.between(from, to) : Duration.ofMinutes(minutes);
        List<Slot> pieces = new ArrayList<>();
        // What is left of the day and too short for a piece is not opened.
        for (Instant begin = from; !begin.plus(length).isAfter(to); begin = begin.plus(length)) {
            pieces.add(new Slot(0, place, region, bay, begin, begin.plus(length), capacity, 0));
        }
        return pieces;
    }
}
