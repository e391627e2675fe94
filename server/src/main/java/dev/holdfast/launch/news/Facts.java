package dev.holdfast.launch.news;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Window;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an item of news tells, as the JSON object that webhooks get and letters are written from.
final class Facts {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, @Nullable Object> facts = new LinkedHashMap<>();

    Facts(String launch, OrderId order, String member, String offer) {
        facts.put("launch", launch);
        facts.put("order", order.toString());
        facts.put("position", order.position());
        facts.put("member", member);
        facts.put("offer", offer);
    }

    Facts with(String name, @Nullable Object value) {
        facts.put(name, value);
        return this;
    }

    /// The week that begins on a Monday; null where there is none.
    Facts window(String name, @Nullable LocalDate monday) {
        if (monday == null) {
            return with(name, null);
        }
        Window window = Window.ofWeek(monday);
        return with(
                name, Map.of("from", window.from().toString(), "to", window.to().toString()));
    }

    Facts money(String name, long amount, String currency) {
        return with(name, Map.of("amount", amount, "currency", currency));
    }

    String json() {
        return JSON.writeValueAsString(facts);
    }

    /// Texts by language.
    static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().asString()));
        return texts;
    }

    static JsonNode read(String json) {
        return JSON.readTree(json);
    }

    /// The first day of a window, or null.
    static @Nullable LocalDate monday(JsonNode facts, String name) {
        JsonNode from = facts.path(name).path("from");
        return from.isString() ? LocalDate.parse(from.asString()) : null;
    }

    /// An amount; none where nothing is owed.
    static Optional<Money> money(JsonNode facts, String name) {
        JsonNode money = facts.path(name);
        return money.isObject()
                ? Optional.of(new Money(
                        money.path("amount").asLong(), money.path("currency").asString()))
                : Optional.empty();
    }
}
