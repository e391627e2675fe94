package dev.holdfast.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Products and their specs, for any test that needs some.
final class SpecWorld {
    private SpecWorld() {}

    static void product(RunningServer server, String product, int askAfterDays) {
        server.put("/api/v1/operator/specs/" + product)
                .byOperator()
                .json(Map.of("name", Map.of("en", "Car", "zh", "车"), "askAfterDays", askAfterDays))
                .send()
                .is(200);
    }

    static Map<String, @Nullable Object> change(@Nullable String wish) {
        Map<String, @Nullable Object> change = new HashMap<>();
        change.put("attribute", Map.of("en", "charging power", "zh", "充电功率"));
        change.put("from", Map.of("en", "11 kW", "zh", "11 千瓦"));
        change.put("to", Map.of("en", "22 kW", "zh", "22 千瓦"));
        change.put("evidence", "test report 4711");
        change.put("wish", wish);
        return change;
    }

    static Reply publish(
            RunningServer server, String product, int version, List<Map<String, @Nullable Object>> changes) {
        return server.post("/api/v1/operator/specs/" + product + "/versions")
                .byOperator()
                .json(Map.of("version", version, "changes", changes))
                .send();
    }
}
