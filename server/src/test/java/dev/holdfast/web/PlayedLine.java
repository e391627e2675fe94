package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// A launch's line as two instances tell it, and what may not happen to it whatever anybody does.
final class PlayedLine {
    final List<Opening> doors;
    final Map<String, PlayedOrder> orders = new LinkedHashMap<>();
    private final Set<Long> vacated = new HashSet<>();
    long entries;

    PlayedLine(List<Opening> doors) {
        this.doors = doors;
    }

    List<PlayedOrder> live() {
        return orders.values().stream().filter(PlayedOrder::live).toList();
    }

    long liveOf(String member) {
        return live().stream().filter(order -> order.member.equals(member)).count();
    }

    Map<String, String> windows() {
        Map<String, String> windows = new HashMap<>();
        orders.values().forEach(order -> windows.put(order.id, order.from()));
        return windows;
    }

    /// What has to be built.
    ///
    /// @param finished orders for which nothing has
    List<PaperParts.Unit> units(Set<String> finished) {
        List<PaperParts.Unit> units = new ArrayList<>();
        for (PlayedOrder order : live()) {
            LocalDate delivery = order.delivery();
            if (delivery != null && !finished.contains(order.id)) {
                units.add(new PaperParts.Unit(order.offer(), delivery));
            }
        }
        return units;
    }

    /// What the next order of each offer is promised, and how many it may be, as both instances say.
    JsonNode offers() {
        List<JsonNode> offers = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (Opening door : doors) {
            door.server.forgive();
            offers.add(door.look().is(200).node("/offers"));
            StringBuilder quotes = new StringBuilder();
            offers.getLast()
                    .forEach(offer -> quotes.append(offer.get("promises")).append(offer.get("remaining")));
            told.add(quotes.toString());
        }
        assertEquals(told.getFirst(), told.getLast(), "one instance quotes this and the other that");
        return offers.getFirst();
    }

    /// Reads the book on both instances.
    ///
    /// @param touched whose windows may be others than before; null: anybody's
    void read(@org.jspecify.annotations.Nullable Set<String> touched) {
        Map<String, String> before = windows();
        JsonNode book = doors.getFirst().page("?limit=1000").is(200).json().get("orders");
        assertEquals(
                book.toString(),
                doors.getLast().page("?limit=1000").is(200).json().get("orders").toString(),
                "both instances have the same book");
        assertEquals(orders.size(), book.size());
        Map<Long, String> positions = new TreeMap<>();
        for (JsonNode told : book) {
            PlayedOrder order = Objects.requireNonNull(orders.get(told.get("id").asString()));
            long was = order.told.get("position").asLong();
            long now = told.get("position").asLong();
            if (was != now) {
                vacated.add(was);
            }
            assertEquals(null, positions.put(now, order.id), "two stand at position " + now);
            allowed(order, told.get("state").asString());
            order.told = told;
            if (touched != null && !touched.contains(order.id)) {
                assertEquals(before.get(order.id), order.from(), "nothing happened to " + order.id);
            }
        }
        long last = doors.getFirst().line().number("/positions");
        for (long position = 1; position <= last; position++) {
            assertTrue(positions.containsKey(position) != vacated.contains(position), "position " + position);
        }
        assertEquals(last, positions.size() + (long) vacated.size());
    }

    /// Windows that were given are only added to.
    void readWindows(PlayedOrder order, Opening door) {
        List<String> windows = new ArrayList<>();
        door.order(order.id).is(200).node("/promises").forEach(given -> windows.add(PlayedOrder.from(given)));
        assertTrue(windows.size() >= order.windows.size(), "a window of " + order.id + " is gone");
        assertEquals(order.windows, windows.subList(0, order.windows.size()), "a window given was overwritten");
        assertEquals(order.from(), windows.getLast(), "the last one counts");
        order.windows = windows;
    }

    /// Each order's money is where its state says, and none of it is lost.
    void count() {
        for (PlayedOrder order : orders.values()) {
            Map<String, Long> money = Ledger.ofOrder(doors.getFirst().server, order.id);
            long held = order.isPaid() ? order.deposit : 0;
            assertEquals(held, money.getOrDefault("HELD", 0L), order.id + " " + order.state());
            assertEquals(
                    order.paid,
                    money.values().stream().mapToLong(Long::longValue).sum(),
                    order.id);
        }
    }

    /// Live orders in the order in which they entered their lines.
    List<PlayedOrder> byEntry() {
        return live().stream()
                .sorted(Comparator.comparingLong(order -> order.entered))
                .toList();
    }

    private static void allowed(PlayedOrder order, String now) {
        Set<String> next = switch (order.state()) {
            case "HELD" -> Set.of("HELD", "PLACED", "EXPIRED", "CANCELLED");
            case "PLACED" -> Set.of("PLACED", "LOCKED", "CANCELLED");
            case "LOCKED" -> Set.of("LOCKED", "BUILT", "CANCELLED");
            case "BUILT" -> Set.of("BUILT");
            case "EXPIRED" -> Set.of("EXPIRED", "PLACED");
            default -> Set.of("CANCELLED");
        };
        assertNotNull(order.id);
        assertTrue(next.contains(now), order.id + " went from " + order.state() + " to " + now);
    }
}
