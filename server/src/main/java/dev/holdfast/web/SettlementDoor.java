package dev.holdfast.web;

import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Settlement;
import dev.holdfast.launch.settlement.Owed;
import dev.holdfast.launch.settlement.Settle;
import dev.holdfast.launch.settlement.Settlements;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// What is owed for broken promises, and the word of an operator that it was paid or set off.
final class SettlementDoor {
    private static final int MAX_BODY = 16 * 1024;
    private static final int PAGE = 100;
    private static final int CURRENCY = 3;

    private final Launch launch;
    private final Settlements settlements;
    private final Doorkeeper doorkeeper;

    SettlementDoor(Launch launch, Settlements settlements, Doorkeeper doorkeeper) {
        this.launch = launch;
        this.settlements = settlements;
        this.doorkeeper = doorkeeper;
    }

    record AmountRequest(@Nullable Long amount, @Nullable String currency) {}

    record SettleRequest(
            Settlement.@Nullable Way way,
            @Nullable AmountRequest amount,
            @Nullable String reference,
            @Nullable String note) {}

    void owed(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        launch.number(exchange.name(0));
        long after = exchange.number("after", 0, 0, Long.MAX_VALUE);
        int limit = (int) exchange.number("limit", PAGE, 1, Settlements.MAX_PAGE);
        List<Owed> page = settlements.owed(exchange.name(0), after, limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("compensations");
            page.forEach(owed -> write(json, owed));
            json.writeEndArray();
            if (page.size() < limit) {
                json.writeNullProperty("next");
            } else {
                json.writeNumberProperty("next", page.getLast().number());
            }
        }));
    }

    void settle(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        OrderId order = FanDoor.order(exchange);
        Settlements.Settled settled = settlements.settle(wish(exchange, order), asking.member());
        if (settled.replayed()) {
            exchange.response().setHeader("Idempotent-Replay", "true");
        }
        exchange.json(200, Json.object(json -> ConsentJson.settled(json, settled.settlement())));
    }

    private static Settle wish(Exchange exchange, OrderId order) throws IOException {
        SettleRequest request = Json.read(exchange.body(MAX_BODY), SettleRequest.class);
        Settlement.Way way = request.way();
        if (way == null) {
            throw Json.invalid(new Fault("way", null, "is required: paid or set_off"));
        }
        return new Settle(
                order,
                number(exchange.name(1)),
                way,
                amount(request.amount()),
                Objects.requireNonNullElse(request.reference(), ""),
                Objects.requireNonNullElse(request.note(), ""));
    }

    /// A number that is none names nothing that was ever owed.
    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    static Money amount(@Nullable AmountRequest request) {
        if (request == null || request.amount() == null || request.currency() == null) {
            throw Json.invalid(new Fault("amount", null, "needs an amount in minor units and a currency"));
        }
        if (request.currency().length() != CURRENCY) {
            throw Json.invalid(new Fault("amount.currency", request.currency(), "must be a code of three letters"));
        }
        return new Money(request.amount(), request.currency());
    }

    private static void write(JsonGenerator json, Owed owed) {
        json.writeStartObject();
        json.writeNumberProperty("number", owed.number());
        json.writeStringProperty("order", owed.order().toString());
        json.writeStringProperty("member", owed.member());
        json.writeStringProperty("offer", owed.offer());
        json.writeStringProperty("state", owed.state().name());
        json.writeStringProperty("rule", owed.rule());
        json.writeNumberProperty("weeks", owed.weeks());
        OrderJson.money(json, "amount", owed.amount());
        json.writeBooleanProperty("setOff", owed.setOff());
        OrderJson.money(json, "balance", owed.balance());
        json.writeStringProperty("since", owed.since().toString());
        if (owed.planRun() == null) {
            json.writeNullProperty("planRun");
        } else {
            json.writeNumberProperty("planRun", owed.planRun());
        }
        json.writeEndObject();
    }
}
