package dev.holdfast.web;

import dev.holdfast.community.spec.Specs;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Balance;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.OpenConsent;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.OrdersPage;
import dev.holdfast.launch.Resupplied;
import dev.holdfast.launch.Unmatched;
import dev.holdfast.member.AuditPage;
import dev.holdfast.member.Members;
import dev.holdfast.supply.Supplied;
import dev.holdfast.supply.Supply;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What operators do and see.
final class OperatorDoor {
    /// A thousand offers and regions with their names.
    private static final int MAX_DEFINITION = 1024 * 1024;

    private static final int PAGE = 100;

    private final Launch launch;
    private final Specs specs;
    private final Supply supply;
    private final Members members;
    private final Doorkeeper doorkeeper;

    OperatorDoor(Launch launch, Specs specs, Supply supply, Members members, Doorkeeper doorkeeper) {
        this.launch = launch;
        this.specs = specs;
        this.supply = supply;
        this.members = members;
        this.doorkeeper = doorkeeper;
    }

    void define(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        LaunchRequest request = Json.read(exchange.body(MAX_DEFINITION), LaunchRequest.class);
        LaunchDefinition definition = request.definition();
        specs.hold(definition.spec());
        boolean created = launch.define(exchange.name(0), definition, asking.member());
        write(exchange, created ? 201 : 200, launch.look(exchange.name(0)));
    }

    void supply(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        Supplied supplied = supply.upload(exchange.name(0), exchange.stream(Supply.MAX_FILE_BYTES), asking.member());
        exchange.json(200, Json.object(json -> {
            json.writeNumberProperty("version", supplied.version());
            json.writeNumberProperty("rows", supplied.rows());
            json.writeNumberProperty("units", supplied.units());
            Resupplied moved = supplied.moved();
            json.writeObjectPropertyStart("moved");
            json.writeNumberProperty("earlier", moved == null ? 0 : moved.earlier());
            json.writeNumberProperty("later", moved == null ? 0 : moved.later());
            json.writeNumberProperty("lost", moved == null ? 0 : moved.lost());
            json.writeNumberProperty("reached", moved == null ? 0 : moved.reached());
            json.writeEndObject();
            json.writeStringProperty("takesEffect", moved == null ? "with_the_next_plan" : "now");
        }));
    }

    void open(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        write(exchange, 200, launch.open(exchange.name(0), asking.member()));
    }

    void close(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        write(exchange, 200, launch.close(exchange.name(0), asking.member()));
    }

    void pause(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        write(exchange, 200, launch.pause(exchange.name(0), asking.member()));
    }

    void resume(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        write(exchange, 200, launch.resume(exchange.name(0), asking.member()));
    }

    void launch(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        write(exchange, 200, launch.look(exchange.name(0)));
    }

    void orders(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        OrderState state = state(exchange.parameter("state"));
        long after = exchange.number("afterPosition", 0, 0, Long.MAX_VALUE);
        int limit = (int) exchange.number("limit", PAGE, 1, Launch.MAX_PAGE);
        OrdersPage page = launch.orders(exchange.name(0), state, after, limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("orders");
            for (Order order : page.orders()) {
                json.writeStartObject();
                OrderJson.write(json, order, true);
                json.writeEndObject();
            }
            json.writeEndArray();
            next(json, page.next());
        }));
    }

    /// Members who were asked about a later window and have not answered.
    void consents(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        int limit = (int) exchange.number("limit", PAGE, 1, Launch.MAX_PAGE);
        List<OpenConsent> page = launch.openConsents(exchange.name(0), after(exchange.parameter("after")), limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("consents");
            page.forEach(open -> ConsentJson.open(json, open));
            json.writeEndArray();
            json.writeStringProperty(
                    "next", page.size() < limit ? null : page.getLast().order().toString());
        }));
    }

    private static @Nullable OrderId after(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return OrderId.parse(text)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.INVALID,
                        "invalid_parameter",
                        "'after' must be the 'next' of the page before, which is the id of an order."));
    }

    void unmatched(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        long after = exchange.number("after", 0, 0, Long.MAX_VALUE);
        int limit = (int) exchange.number("limit", PAGE, 1, Launch.MAX_PAGE);
        List<Unmatched> page = launch.unmatched(after, limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("payments");
            for (Unmatched payment : page) {
                json.writeStartObject();
                json.writeNumberProperty("number", payment.number());
                json.writeStringProperty("provider", payment.provider());
                json.writeStringProperty("webhook", payment.webhook());
                json.writeStringProperty("kind", payment.kind());
                json.writeStringProperty("order", payment.order());
                json.writeStringProperty("payment", payment.payment());
                OrderJson.money(json, "amount", payment.amount());
                json.writeStringProperty("at", payment.at().toString());
                json.writeStringProperty("reason", payment.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
            next(json, page.size() < limit ? null : Long.valueOf(page.getLast().number()));
        }));
    }

    void ledger(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        List<Balance> balances = launch.balances();
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("accounts");
            for (Balance balance : balances) {
                json.writeStartObject();
                json.writeStringProperty("account", balance.account());
                json.writeStringProperty("currency", balance.balance().currency());
                json.writeNumberProperty("balance", balance.balance().amount());
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    void audit(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        String before = exchange.parameter("before");
        int limit = (int) exchange.number("limit", PAGE, 1, PAGE);
        AuditPage page = members.trail(
                before == null ? null : Long.valueOf(exchange.number("before", 0, 1, Long.MAX_VALUE)), limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("acts");
            for (AuditPage.Entry entry : page.entries()) {
                json.writeStartObject();
                json.writeNumberProperty("number", entry.number());
                json.writeStringProperty("at", entry.at().toString());
                json.writeStringProperty("actor", entry.actor());
                json.writeStringProperty("act", entry.act());
                json.writeStringProperty("subject", entry.subject());
                json.writeStringProperty("detail", entry.detail());
                json.writeEndObject();
            }
            json.writeEndArray();
            next(json, page.next());
        }));
    }

    private static void write(Exchange exchange, int status, LaunchView view) throws IOException {
        exchange.json(status, Json.object(json -> {
            LaunchJson.write(json, view, true, true);
            json.writeObjectPropertyStart("line");
            LaunchJson.writeLine(json, view.slug(), view.line());
            json.writeEndObject();
        }));
    }

    private static void next(tools.jackson.core.JsonGenerator json, @Nullable Long next) {
        if (next == null) {
            json.writeNullProperty("next");
        } else {
            json.writeNumberProperty("next", next);
        }
    }

    private static @Nullable OrderState state(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Arrays.stream(OrderState.values())
                .filter(state -> state.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Problem.Kind.INVALID,
                        "invalid_parameter",
                        "'state' is '" + text + "' and must be one of " + Arrays.toString(OrderState.values()) + "."));
    }
}
