package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.web.PaperParts.Known;
import dev.holdfast.web.PaperParts.Word;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Suppliers and their planner at random: what they tell a launch, at whichever instance, and on paper.
final class Suppliers {
    /// Orders of each part.
    private static final int ORDERS = 8;

    private final List<Opening> doors;
    private final Random random;
    private final PaperParts parts;
    private final NavigableMap<Long, Known> known = new TreeMap<>();
    private final Map<String, Map<String, Object>> told = new HashMap<>();
    private long said;
    private long last;

    Suppliers(List<Opening> doors, Random random, PaperParts parts) {
        this.doors = doors;
        this.random = random;
        this.parts = parts;
    }

    /// What was known when this event was the last.
    Known known(long event) {
        return Objects.requireNonNull(known.floorEntry(event)).getValue();
    }

    void begin() {
        LocalDate monday = PaperLine.weekOf(now());
        master("configurations", "configuration,deliveryWeeks\npro,1\nmax,1\nbike,0\n");
        bill(1);
        StringBuilder stock = new StringBuilder("component,onHand,quarantined,asOf\n");
        for (String part : PaperParts.PARTS) {
            parts.onHand.put(part, 2L + random.nextInt(4));
            stock.append(part + "," + parts.onHand.get(part) + ",0," + monday.minusDays(1) + "\n");
        }
        master("stock", stock.toString());
        if (parts.hall != null) {
            StringBuilder capacity = new StringBuilder("resource,week,capacity\n");
            for (int week = 0; week < 80; week++) {
                capacity.append("hall," + monday.plusWeeks(week) + "," + parts.hall + "\n");
            }
            master("resources", "resource,kind\nhall,line\n");
            master("capacity", capacity.toString());
            master("routing", "configuration,resource\npro,hall\nmax,hall\n");
        }
        for (String part : PaperParts.PARTS) {
            for (int number = 0; number < ORDERS; number++) {
                commit(part, number, random.nextInt(part.equals("seat") ? 9 : 6), monday.plusWeeks(3 + 3L * number));
            }
        }
    }

    /// One act of a supplier or of a planner.
    void act() {
        int dice = random.nextInt(100);
        String part = PaperParts.PARTS.get(random.nextInt(PaperParts.PARTS.size()));
        int number = random.nextInt(ORDERS);
        Word word = parts.words.get(order(part, number));
        if (dice < 15 && word != null) {
            again(order(part, number));
        } else if (dice < 30) {
            late(part, number);
        } else if (dice < 45 && word != null) {
            commit(part, number, 0, word.week());
        } else if (dice < 60 && word != null && word.status().equals("committed")) {
            say(part, number, word.quantity(), PaperLine.weekOf(now()), "received");
        } else if (dice < 72) {
            bill(1 + random.nextInt(3));
        } else if (dice < 84) {
            stop(part);
        } else {
            commit(part, number, random.nextInt(7), anyWeek());
        }
    }

    private LocalDate anyWeek() {
        return PaperLine.weekOf(now()).plusWeeks(random.nextInt(26) - 2L);
    }

    private static String order(String part, int number) {
        return part + "-" + number;
    }

    /// Once received, always received.
    private void commit(String part, int number, long quantity, LocalDate week) {
        Word word = parts.words.get(order(part, number));
        if (word == null || !word.status().equals("received")) {
            say(part, number, quantity, week, random.nextInt(12) == 0 ? "forecast" : "committed");
        }
    }

    private void say(String part, int number, long quantity, LocalDate week, String status) {
        said++;
        parts.words.put(order(part, number), new Word(part, quantity, week, status, said));
        assertEquals("applied", tell(event(part, number, quantity, week, status, said)));
        remember();
    }

    private void again(String order) {
        assertEquals("repeated", tell(Objects.requireNonNull(told.get(order), order)));
    }

    /// What was overtaken by what its supplier said since.
    private void late(String part, int number) {
        Word word = parts.words.get(order(part, number));
        if (word != null && word.said() > ORDERS) {
            Map<String, Object> last = told.get(order(part, number));
            Map<String, Object> late = event(part, number, 9, anyWeek(), "committed", word.said() - 1);
            late.put("id", "late-" + ++said);
            assertEquals("late", tell(late));
            told.put(order(part, number), Objects.requireNonNull(last));
            remember();
        }
    }

    private Map<String, Object> event(
            String part, int number, long quantity, LocalDate week, String status, long when) {
        Map<String, Object> event = new HashMap<>();
        event.put("id", "word-" + when);
        event.put("commitment", order(part, number));
        event.put("component", part);
        event.put("quantity", quantity);
        event.put("week", week.toString());
        event.put("status", status);
        event.put("occurredAt", RunningServer.START.minusSeconds(100_000 - when).toString());
        told.put(order(part, number), event);
        return event;
    }

    private void stop(String part) {
        String lot = part + "-lot-" + random.nextInt(2);
        long most = Objects.requireNonNull(parts.onHand.get(part)) / 2;
        long quantity = random.nextInt((int) most + 1);
        parts.lots.put(lot, quantity);
        Map<String, Object> event = new HashMap<>(Map.of(
                "type", "quarantine", "component", part, "lot", lot, "quantity", quantity, "id", "lot-" + ++said));
        event.put("occurredAt", RunningServer.START.minusSeconds(100_000 - said).toString());
        tell(event);
        remember();
    }

    private void bill(int cells) {
        parts.cellsOfPro = cells;
        master(
                "bom",
                "parent,child,quantity,leadTimeWeeks\npro,pack,1,1\npack,cell," + cells
                        + ",0\npro,seat,1,0\nmax,cell,1,2\nmax,seat,1,0\nbike,frame,1,0\n");
    }

    private void master(String file, String csv) {
        Opening door = door();
        door.server
                .put(door.operatorPath("/master/" + file))
                .by("paula", "planner")
                .body("text/csv", csv)
                .send()
                .is(200);
        remember();
    }

    private @Nullable String tell(Map<String, Object> event) {
        Opening door = door();
        return door.server
                .post(door.operatorPath("/supply-events"))
                .by("paula", "planner")
                .json(Map.of("source", "portal", "events", List.of(event)))
                .send()
                .is(200)
                .at("/told/0/effect");
    }

    private void remember() {
        news();
        known.put(last, parts.known());
    }

    /// A plan was computed: what was built before is known with it, if it was told.
    void heard() {
        if (news()) {
            parts.tellBuilt();
            known.put(last, parts.known());
        }
    }

    /// Reads on, and says whether there is anything built in it.
    private boolean news() {
        Opening door = door();
        boolean built = false;
        JsonNode events = door.server
                .get(door.operatorPath("/supply-events?after=" + last))
                .byOperator()
                .send()
                .is(200)
                .node("/events");
        for (JsonNode event : events) {
            last = event.get("number").asLong();
            built |= event.get("type").asString().equals("built");
        }
        return built;
    }

    private Opening door() {
        return doors.get(random.nextInt(doors.size()));
    }

    private Instant now() {
        return doors.getFirst().server.clock().instant();
    }
}
