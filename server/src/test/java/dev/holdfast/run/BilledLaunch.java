package dev.holdfast.run;

import dev.holdfast.run.FarAway.Answer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/// A launch of two offers that share a battery, and what its planner knows: batteries are short for some weeks.
///
/// `judge` counts again by master data alone what the line was promised; it shares nothing with what promised it.
final class BilledLaunch {
    static final String OPERATOR_PATH = "/api/v1/operator/launches/car";
    static final long DEPOSIT = 500_000;
    private static final int SHORT_WEEKS = 5;
    private static final int PLENTY_WEEKS = 20;
    private static final int BATTERIES_WHILE_SHORT = 20;
    private static final int BATTERIES_IN_PLENTY = 900;

    private static final String BOM = """
            parent,child,quantity,leadTimeWeeks
            pro,pack,1,1
            pack,battery,2,0
            pro,seat,1,0
            max,battery,1,2
            max,seat,1,0
            """;

    /// Batteries that one unit takes, and how many weeks before the unit is delivered.
    private record Need(int batteries, int weeksBefore) {}

    private static final Map<String, Need> NEEDS = Map.of("pro", new Need(2, 2), "max", new Need(1, 3));
    private static final Map<String, Integer> TRANSIT = Map.of("north", 0, "south", 2);

    private final FarAway sender;
    private final LocalDate thisWeek =
            Instant.now().atZone(ZoneOffset.UTC).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

    BilledLaunch(FarAway sender) {
        this.sender = sender;
    }

    void open() {
        sender.insist("PUT", OPERATOR_PATH, "operator", definition()).is(201);
        master("configurations", "configuration,deliveryWeeks\npro,1\nmax,1\n");
        master("bom", BOM);
        master("stock", "component,onHand,quarantined,asOf\nseat,100000,0," + thisWeek.minusDays(1) + "\n");
        batteriesSlip(0);
    }

    private void master(String file, String csv) {
        sender.insist("PUT", OPERATOR_PATH + "/master/" + file, "planner", csv).is(200);
    }

    private static Map<String, Object> definition() {
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("name", Map.of("en", "Car", "zh", "车"));
        definition.put("opensAt", Instant.now().minus(1, ChronoUnit.HOURS).toString());
        definition.put("currency", "CNY");
        definition.put("limitPerMember", 1);
        definition.put("payWithin", "PT15M");
        definition.put("lockAfter", "P7D");
        definition.put("beyondSupply", "waitlist");
        definition.put("regions", List.of(region("north"), region("south")));
        definition.put("offers", List.of(offer("pro"), offer("max")));
        return definition;
    }

    private static Map<String, Object> region(String id) {
        return Map.of("id", id, "name", Map.of("en", id), "transitWeeks", TRANSIT.get(id));
    }

    private static Map<String, Object> offer(String id) {
        return Map.of("id", id, "name", Map.of("en", id), "price", 27_990_000, "deposit", DEPOSIT);
    }

    /// The supplier says that what is short comes so many weeks later than it said at first.
    void batteriesSlip(int weeks) {
        var rows = new StringBuilder("commitment,component,quantity,week,status\n");
        for (int week = 0; week < SHORT_WEEKS + PLENTY_WEEKS; week++) {
            rows.append("PO-" + week + ",battery," + batteries(week) + "," + due(week, weeks) + ",committed\n");
        }
        sender.insist("POST", OPERATOR_PATH + "/supply-events?source=portal", "planner", rows.toString())
                .is(200);
    }

    private static int batteries(int week) {
        return week < SHORT_WEEKS ? BATTERIES_WHILE_SHORT : BATTERIES_IN_PLENTY;
    }

    private LocalDate due(int week, int slip) {
        return thisWeek.plusWeeks(6 + week + (week < SHORT_WEEKS ? slip : 0));
    }

    long preview() {
        Answer run = sender.insist("POST", OPERATOR_PATH + "/plans?wait=60", "planner", Map.of("frontier", false));
        return run.is(201).number("/run");
    }

    Answer publish(long run) {
        return sender.insist("POST", OPERATOR_PATH + "/plans/" + run + "/publish", "planner", Map.of());
    }

    Answer run(long run) {
        return sender.insist("GET", OPERATOR_PATH + "/plans/" + run, "planner", "");
    }

    /// The week that a run has for an order, as text; `null` when it has none.
    String told(long run, String order) {
        return sender.insist("GET", OPERATOR_PATH + "/plans/" + run + "/orders/" + order, "planner", "")
                .is(200)
                .text("/told");
    }

    JsonNode order(String id) {
        return sender.insist("GET", "/api/v1/orders/" + id, "operator", "")
                .is(200)
                .json();
    }

    /// Every order that ever was, by position.
    List<JsonNode> book() {
        List<JsonNode> book = new ArrayList<>();
        String next = "0";
        while (!next.isEmpty() && !next.equals("null")) {
            Answer page = sender.insist(
                            "GET", OPERATOR_PATH + "/orders?limit=1000&afterPosition=" + next, "operator", "")
                    .is(200);
            page.json().get("orders").forEach(book::add);
            next = page.text("/next");
        }
        return book;
    }

    /// What is wrong with the promises of this book if batteries come so many weeks late; nothing if nothing is.
    List<String> judge(List<JsonNode> book, int slip) {
        List<String> wrong = new ArrayList<>();
        Map<String, LocalDate> last = new LinkedHashMap<>();
        Map<LocalDate, Long> left = new LinkedHashMap<>();
        LocalDate from = thisWeek;
        LocalDate to = thisWeek.plusWeeks(200);
        for (LocalDate week = from; week.isBefore(to); week = week.plusWeeks(1)) {
            left.put(week, supplied(week, slip));
        }
        long position = 0;
        for (JsonNode order : book) {
            if (order.get("position").asLong() != ++position) {
                wrong.add("position " + order.get("position") + " follows " + (position - 1));
            }
            if (!isLive(order) || order.get("promise").isNull()) {
                continue;
            }
            String offer = order.get("offer").asString();
            LocalDate week = LocalDate.parse(order.at("/promise/from").asString())
                    .minusWeeks(TRANSIT.getOrDefault(order.get("region").asString(), 0));
            if (week.isBefore(last.getOrDefault(offer, week))) {
                wrong.add("position " + position + " overtakes with " + week);
            }
            last.put(offer, week);
            Need need = Objects.requireNonNull(NEEDS.get(offer), offer);
            LocalDate needed = week.minusWeeks(need.weeksBefore);
            left.replaceAll((until, count) -> until.isBefore(needed) ? count : count - need.batteries);
        }
        left.forEach((week, count) -> {
            if (count < 0) {
                wrong.add(-count + " batteries too many are promised by " + week);
            }
        });
        return wrong;
    }

    private long supplied(LocalDate until, int slip) {
        long sum = 0;
        for (int week = 0; week < SHORT_WEEKS + PLENTY_WEEKS; week++) {
            sum += due(week, slip).isAfter(until) ? 0 : batteries(week);
        }
        return sum;
    }

    static boolean isLive(JsonNode order) {
        String state = order.get("state").asString();
        return !state.equals("EXPIRED") && !state.equals("CANCELLED");
    }
}
