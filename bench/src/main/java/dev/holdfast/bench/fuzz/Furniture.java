package dev.holdfast.bench.fuzz;

import dev.holdfast.bench.server.OperatorApi;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What stands beside the launches: things whose rules a made-up request hardly ever meets, each once.
final class Furniture {
    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";
    private static final Map<String, String> NAME = Map.of("en", "Tour", "zh", "参观");
    private static final String CENTRES = """
            region,nameEn,nameZh,city,stock,inspectionBays,handOverBays,timeZone,weekdays,opens,closes,closedOn
            north,North centre,北区中心,Larchmere,900,4,6,Asia/Shanghai,1234567,09:00,18:00,
            """;
    private static final String STORES = """
            store,region,kind,nameEn,nameZh,city,capabilities
            larch-1,north,own,Larch Street,落叶松街店,Larchmere,order test_drive service
            """;

    private final OperatorApi operator;

    Furniture(OperatorApi operator) {
        this.operator = operator;
    }

    void place() throws IOException, InterruptedException {
        put("/operator/events/" + Vocabulary.EVENT, event());
        operator.put("/operator/network/centres", CSV, CENTRES);
        operator.put("/operator/network/stores", CSV, STORES);
        for (String place : List.of("larch-1", "centre:north")) {
            put("/operator/network/staff", Map.of("member", "store", "place", place, "works", true));
        }
        put(
                "/operator/points/rules/drive",
                Map.of("name", NAME, "points", 300, "timeZone", "UTC", "life", "P365D", "spent", "owed", "open", true));
        put(
                "/operator/points/rewards/cup",
                Map.of(
                        "name",
                        NAME,
                        "price",
                        100,
                        "stock",
                        100_000,
                        "holdFor",
                        "P7D",
                        "returnWithin",
                        "P14D",
                        "open",
                        true));
        put("/operator/specs/" + Vocabulary.PRODUCT, Map.of("name", NAME, "askAfterDays", 30));
        for (String topic : List.of("locking", "refunds")) {
            operator.post(
                    "/operator/launches/" + Vocabulary.slug(0) + "/topics",
                    JSON,
                    JsonMapper.shared().writeValueAsString(Map.of("title", Map.of("en", topic, "zh", topic))));
        }
    }

    private static Map<String, Object> event() {
        Instant now = Instant.now();
        return Map.of(
                "name", NAME,
                "places", 100,
                "cities", List.of(Map.of("id", "north", "name", NAME), Map.of("id", "south", "name", NAME)),
                "opensAt", now.minus(Duration.ofHours(1)).toString(),
                "closesAt", now.plus(Duration.ofHours(12)).toString(),
                "figure", "none: nothing is drawn here",
                "figureAt", now.plus(Duration.ofDays(1)).toString(),
                "startsAt", now.plus(Duration.ofDays(2)).toString(),
                "endsAt", now.plus(Duration.ofDays(9)).toString(),
                "timeZone", "UTC");
    }

    private void put(String path, Map<String, Object> body) throws IOException, InterruptedException {
        operator.put(path, JSON, JsonMapper.shared().writeValueAsString(body));
    }
}
