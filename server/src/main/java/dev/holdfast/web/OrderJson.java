package dev.holdfast.web;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderHistory;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.SpecVersion;
import dev.holdfast.launch.Window;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes orders.
final class OrderJson {
    private OrderJson() {}

    /// An order as it stands.
    ///
    /// @param prices false while they are sealed to the reader
    static void write(JsonGenerator json, Order order, boolean prices) {
        start(json, order, order.offer(), order.position());
        json.writeNumberProperty("rank", order.rank());
        json.writeStringProperty("state", order.state().name());
        window(json, "promise", order.promise());
        money(json, "deposit", prices ? order.deposit() : null);
        json.writeStringProperty("payBefore", order.payBefore().toString());
        json.writeStringProperty("member", order.member());
        money(json, "price", prices ? order.price() : null);
        window(json, "firstPromise", order.first().promise());
        json.writeStringProperty("heldAt", order.heldAt().toString());
        instant(json, "placedAt", order.placedAt());
        json.writeStringProperty("store", order.store());
        json.writeStringProperty("channel", order.channel());
        json.writeStringProperty("referral", order.referral());
        json.writeStringProperty("acceptedTerms", order.acceptedTerms());
    }

    /// What the first answer to this order's key said, word for word.
    static void writeFirst(JsonGenerator json, Order order, boolean prices) {
        Order.First first = order.first();
        start(json, order, first.offer(), order.id().position());
        json.writeNumberProperty("rank", first.rank());
        json.writeStringProperty("state", OrderState.HELD.name());
        window(json, "promise", first.promise());
        money(json, "deposit", prices ? first.deposit() : null);
        json.writeStringProperty("payBefore", order.payBefore().toString());
    }

    /// @param plant whether the reader may know what planners call parts and resources: such a name may say who makes
    /// it
    static void writeHistory(JsonGenerator json, OrderHistory history, boolean prices, boolean plant) {
        write(json, history.order(), prices);
        json.writeArrayPropertyStart("states");
        for (OrderHistory.StateChange change : history.states()) {
            json.writeStartObject();
            json.writeStringProperty("state", change.state().name());
            json.writeStringProperty("at", change.at().toString());
            json.writeStringProperty("cause", change.cause());
            json.writeStringProperty("actor", change.actor());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("promises");
        for (OrderHistory.PromiseGiven given : history.promises()) {
            json.writeStartObject();
            window(json, "promise", given.window());
            json.writeStringProperty("at", given.at().toString());
            json.writeStringProperty("reason", given.reason());
            planned(json, given, plant);
            explanation(json, given.explanation());
            json.writeEndObject();
        }
        json.writeEndArray();
        refund(json, history.refund(), prices);
        ConsentJson.consent(json, history.consent(), prices);
        ConsentJson.compensation(json, history.compensation(), prices);
        spec(json, history.spec());
    }

    static void spec(JsonGenerator json, @Nullable SpecVersion spec) {
        if (spec == null) {
            json.writeNullProperty("spec");
            return;
        }
        json.writeObjectPropertyStart("spec");
        json.writeStringProperty("product", spec.product());
        json.writeNumberProperty("version", spec.version());
        json.writeEndObject();
    }

    private static void planned(JsonGenerator json, OrderHistory.PromiseGiven given, boolean plant) {
        if (given.planRun() != null) {
            json.writeNumberProperty("planRun", given.planRun());
        }
        if (plant && given.binding() != null) {
            json.writeStringProperty("binding", given.binding());
        }
        if (given.event() != null) {
            json.writeNumberProperty("supplyEvent", given.event());
        }
    }

    private static void explanation(JsonGenerator json, Map<String, String> words) {
        if (!words.isEmpty()) {
            json.writeObjectPropertyStart("explanation");
            words.forEach(json::writeStringProperty);
            json.writeEndObject();
        }
    }

    static void window(JsonGenerator json, String name, @Nullable Window window) {
        if (window == null) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("from", window.from().toString());
        json.writeStringProperty("to", window.to().toString());
        json.writeEndObject();
    }

    static void money(JsonGenerator json, String name, @Nullable Money money) {
        if (money == null) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("amount", money.amount());
        json.writeStringProperty("currency", money.currency());
        json.writeEndObject();
    }

    static void instant(JsonGenerator json, String name, @Nullable Instant instant) {
        json.writeStringProperty(name, instant == null ? null : instant.toString());
    }

    private static void start(JsonGenerator json, Order order, String offer, long position) {
        json.writeStringProperty("id", order.id().toString());
        json.writeStringProperty("launch", order.launch());
        json.writeStringProperty("offer", offer);
        json.writeStringProperty("region", order.region());
        json.writeNumberProperty("position", position);
    }

    private static void refund(JsonGenerator json, OrderHistory.@Nullable RefundView refund, boolean prices) {
        if (refund == null) {
            json.writeNullProperty("refund");
            return;
        }
        json.writeObjectPropertyStart("refund");
        money(json, "amount", prices ? refund.amount() : null);
        json.writeStringProperty("requestedAt", refund.requestedAt().toString());
        instant(json, "refundedAt", refund.refundedAt());
        json.writeStringProperty("cause", refund.cause());
        json.writeEndObject();
    }
}
