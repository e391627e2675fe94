package dev.holdfast.web;

import dev.holdfast.delivery.network.CentreDesk;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.network.Proposal;
import dev.holdfast.delivery.network.StoreDesk;
import dev.holdfast.delivery.unit.Unit;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.review.Reviews;
import dev.holdfast.member.rate.Limit;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// What those who work in stores and centres do: at their own place, and at no other.
final class StoreDoor {
    private static final int MAX_BODY = 16 * 1024;
    private static final int PAGE = 100;

    private final Network network;
    private final StoreDesk store;
    private final CentreDesk centre;
    private final Launch launch;
    private final Reviews reviews;
    private final Doorkeeper doorkeeper;

    StoreDoor(
            Network network,
            StoreDesk store,
            CentreDesk centre,
            Launch launch,
            Reviews reviews,
            Doorkeeper doorkeeper) {
        this.network = network;
        this.store = store;
        this.centre = centre;
        this.launch = launch;
        this.reviews = reviews;
        this.doorkeeper = doorkeeper;
    }

    private record ProposalRequest(
            @Nullable String place,
            @Nullable String launch,
            @Nullable String offer,
            @Nullable String region) {}

    private record ConfirmRequest(
            @Nullable String code, @Nullable String acceptTerms) {}

    private record SayRequest(
            @Nullable String place,
            @Nullable String launch,
            @Nullable String serial,
            @Nullable String state) {}

    void addTo(Routes routes) {
        routes.add("GET", "store/places", this::places)
                .add("GET", "store/acts", this::acts)
                .add("POST", "store/proposals", this::propose)
                .add("GET", "store/proposals", this::proposals)
                .add("GET", "store/units", this::units)
                .add("POST", "store/units", this::say)
                .add("GET", "proposals/*", this::look)
                .add("POST", "proposals/confirm", this::confirm);
    }

    private void places(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.STORE);
        List<String> places = network.placesOf(asking.member());
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("places");
            places.forEach(json::writeString);
            json.writeEndArray();
        }));
    }

    private void acts(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.STORE);
        long before = exchange.number("before", 0, 0, Long.MAX_VALUE);
        int limit = (int) exchange.number("limit", PAGE, 1, Network.MAX_PAGE);
        NetworkDoor.write(exchange, network.acts(asking.member(), place(exchange), before, limit));
    }

    private void propose(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.STORE);
        ProposalRequest wish = Json.read(exchange.body(MAX_BODY), ProposalRequest.class);
        Proposal.Made made = store.propose(
                asking.member(),
                FanDoor.required("place", wish.place()),
                FanDoor.required("launch", wish.launch()),
                FanDoor.required("offer", wish.offer()),
                wish.region());
        exchange.json(201, Json.object(json -> {
            write(json, made.proposal());
            json.writeStringProperty("code", made.code());
        }));
    }

    private void proposals(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.STORE);
        int limit = (int) exchange.number("limit", PAGE, 1, Network.MAX_PAGE);
        List<Proposal> proposals = store.of(asking.member(), place(exchange), null, limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("proposals");
            for (Proposal proposal : proposals) {
                json.writeStartObject();
                write(json, proposal);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private void units(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.STORE);
        long after = exchange.number("after", 0, 0, Long.MAX_VALUE);
        int limit = (int) exchange.number("limit", PAGE, 1, Network.MAX_PAGE);
        List<Unit> page = centre.units(asking.member(), place(exchange), needed(exchange, "launch"), after, limit);
        exchange.json(200, Json.object(json -> UnitJson.page(json, page, limit)));
    }

    private void say(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.STORE);
        SayRequest wish = Json.read(exchange.body(MAX_BODY), SayRequest.class);
        Unit unit = centre.say(
                asking.member(),
                FanDoor.required("place", wish.place()),
                FanDoor.required("launch", wish.launch()),
                FanDoor.required("serial", wish.serial()),
                FanDoor.required("state", wish.state()));
        exchange.json(200, Json.object(json -> UnitJson.write(json, unit)));
    }

    private void look(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Limit.ORDERS, Asking.FAN);
        Proposal proposal = store.look(exchange.name(0), asking.member());
        exchange.json(200, Json.object(json -> write(json, proposal)));
    }

    /// The fan's own word places the order.
    private void confirm(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Limit.ORDERS, Asking.FAN);
        ConfirmRequest wish = Json.read(exchange.body(MAX_BODY), ConfirmRequest.class);
        String code = FanDoor.required("code", wish.code());
        switch (store.confirm(code, asking.member(), wish.acceptTerms(), exchange.header("Holdfast-Pass"))) {
            case Outcome.Done(Order order) -> {
                reviews.placed(order, exchange.header("X-Device"), doorkeeper.network(exchange));
                write(exchange, 201, order, asking);
            }
            case Outcome.Replayed(Order order) -> write(exchange, 200, order, asking);
            case Outcome.Refused refused -> Refusals.write(exchange, refused.refusal());
        }
    }

    private void write(Exchange exchange, int status, Order order, Asking asking) throws IOException {
        boolean prices = asking.is(Asking.OPERATOR) || launch.revealed(order.launch());
        exchange.json(status, Json.object(json -> OrderJson.writeFirst(json, order, prices)));
    }

    private static void write(JsonGenerator json, Proposal proposal) {
        json.writeStringProperty("id", proposal.id().toString());
        json.writeStringProperty("place", proposal.place());
        json.writeStringProperty("launch", proposal.launch());
        json.writeStringProperty("offer", proposal.offer());
        json.writeStringProperty("region", proposal.region());
        json.writeStringProperty("madeAt", proposal.madeAt().toString());
        json.writeStringProperty("endsAt", proposal.endsAt().toString());
        json.writeStringProperty(
                "order", proposal.order() == null ? null : proposal.order().toString());
    }

    static String place(Exchange exchange) {
        return needed(exchange, "place");
    }

    static String needed(Exchange exchange, String name) {
        String value = exchange.parameter(name);
        if (value == null || value.isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, "invalid_parameter", "'" + name + "' is required.");
        }
        return value;
    }
}
