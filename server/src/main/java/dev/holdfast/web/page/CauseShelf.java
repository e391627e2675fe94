package dev.holdfast.web.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.OrderHistory.PromiseGiven;
import dev.holdfast.supply.MasterData;
import dev.holdfast.supply.SupplyEvent;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says in a fan's words why a window is the one it is: which part or plant holds it there, and since when that is
/// known. Kept for a while: on the day a plan is published everybody opens their order's page.
final class CauseShelf {
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MAX_KEPT = 500;

    private final MasterData masterData;
    private final Cache<String, Map<String, Map<String, String>>> names =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).expireAfterWrite(KEPT).build();
    private final Cache<Key, Optional<SupplyEvent>> events =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).expireAfterWrite(KEPT).build();

    private record Key(String launch, long event) {}

    CauseShelf(MasterData masterData) {
        this.masterData = masterData;
    }

    String of(String launch, PromiseGiven promise, ZoneId zone, Words words) {
        var binding = promise.binding();
        var reason = binding == null || !words.keys().contains("why." + promise.reason())
                ? words.sayOrQuote("reason.", promise.reason())
                : words.say("why." + promise.reason(), name(launch, binding, words));
        var event = promise.event();
        return event == null
                ? reason
                : event(launch, event)
                        .map(known -> words.say(
                                "why.since",
                                reason,
                                words.day(known.at().atZone(zone).toLocalDate())))
                        .orElse(reason);
    }

    private String name(String launch, String binding, Words words) {
        var known = names.get(launch, this::read).get(binding);
        return known == null ? binding : words.name(known);
    }

    private Optional<SupplyEvent> event(String launch, long number) {
        return events.get(
                new Key(launch, number),
                key -> masterData.events(launch, number - 1, 1).stream()
                        .filter(event -> event.number() == number)
                        .findFirst());
    }

    private Map<String, Map<String, String>> read(String launch) {
        var read = new HashMap<String, Map<String, String>>();
        named(launch, "resources", "resource", read);
        named(launch, "components", "component", read);
        return Map.copyOf(read);
    }

    private void named(String launch, String file, String key, Map<String, Map<String, String>> read) {
        try {
            var copy = masterData.look(launch, file, null);
            for (var row : copy.rows()) {
                var names = new HashMap<String, String>();
                put(names, "en", value(copy.columns(), row, "nameEn"));
                put(names, "zh", value(copy.columns(), row, "nameZh"));
                if (!names.isEmpty()) {
                    read.put(Objects.requireNonNull(value(copy.columns(), row, key)), Map.copyOf(names));
                }
            }
        } catch (Problem neverGiven) {
            if (neverGiven.kind() != Problem.Kind.UNKNOWN) {
                throw neverGiven;
            }
        }
    }

    private static void put(Map<String, String> names, String language, @Nullable String name) {
        if (name != null && !name.isEmpty()) {
            names.put(language, name);
        }
    }

    private static @Nullable String value(List<String> columns, List<String> row, String column) {
        int at = columns.indexOf(column);
        return at < 0 ? null : row.get(at);
    }
}
