package dev.holdfast.web;

import dev.holdfast.delivery.network.Centre;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.network.Network.NetworkTold;
import dev.holdfast.delivery.network.Staff;
import dev.holdfast.delivery.network.StaffAct;
import dev.holdfast.delivery.network.StoreView;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderId;
import dev.holdfast.supply.MasterRows;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// The network of centres and stores: what operators put, what anybody sees, and what a fan sees of what
/// staff did.
final class NetworkDoor {
    private static final int MAX_BODY = 16 * 1024;

    private final Network network;
    private final Launch launch;
    private final Doorkeeper doorkeeper;

    NetworkDoor(Network network, Launch launch, Doorkeeper doorkeeper) {
        this.network = network;
        this.launch = launch;
        this.doorkeeper = doorkeeper;
    }

    private record StaffRequest(
            @Nullable String member,
            @Nullable String place,
            @Nullable Boolean works) {}

    void addTo(Routes routes) {
        routes.add("GET", "network", this::look)
                .add("PUT", "operator/network/centres", this::putCentres)
                .add("PUT", "operator/network/stores", this::putStores)
                .add("GET", "operator/network/staff", this::staff)
                .add("PUT", "operator/network/staff", this::putStaff)
                .add("GET", "orders/*/acts", this::acts);
    }

    private void putCentres(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        told(exchange, network.putCentres(rows(exchange), asking.member()));
    }

    private void putStores(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        told(exchange, network.putStores(rows(exchange), asking.member()));
    }

    private static MasterRows rows(Exchange exchange) throws IOException {
        return RowsJson.of(exchange, Network.MAX_FILE_BYTES);
    }

    private static void told(Exchange exchange, NetworkTold told) throws IOException {
        exchange.json(200, Json.object(json -> {
            json.writeNumberProperty("rows", told.rows());
            json.writeNumberProperty("closed", told.closed());
        }));
    }

    private void look(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        List<Centre> centres = network.centres();
        List<StoreView> stores = network.stores();
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("centres");
            centres.forEach(centre -> write(json, centre));
            json.writeEndArray();
            json.writeArrayPropertyStart("stores");
            stores.stream().filter(StoreView::open).forEach(one -> write(json, one));
            json.writeEndArray();
        }));
    }

    private void staff(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        int limit = (int) exchange.number("limit", Network.MAX_PAGE, 1, Network.MAX_PAGE);
        List<Staff> staff = network.staffOf(exchange.parameter("place"), limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("staff");
            for (Staff one : staff) {
                json.writeStartObject();
                json.writeStringProperty("member", one.member());
                json.writeStringProperty("place", one.place());
                json.writeStringProperty("invitedBy", one.invitedBy());
                json.writeStringProperty("invitedAt", one.invitedAt().toString());
                OrderJson.instant(json, "endedAt", one.endedAt());
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private void putStaff(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        StaffRequest wish = Json.read(exchange.body(MAX_BODY), StaffRequest.class);
        String member = FanDoor.required("member", wish.member());
        String place = FanDoor.required("place", wish.place());
        Boolean works = wish.works();
        if (works == null) {
            throw FanDoor.invalid(new Fault("works", null, "is required: false ends it"));
        }
        network.staff(member, place, works, asking.member());
        exchange.json(200, Json.object(json -> {
            json.writeStringProperty("member", member);
            json.writeStringProperty("place", place);
            json.writeBooleanProperty("works", works);
        }));
    }

    /// Every act of staff about an order: its fan sees what operators see.
    private void acts(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        OrderId order = FanDoor.order(exchange);
        launch.order(order, asking.asker());
        write(exchange, network.acts(order));
    }

    static void write(Exchange exchange, List<StaffAct> acts) throws IOException {
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("acts");
            for (StaffAct act : acts) {
                json.writeStartObject();
                json.writeNumberProperty("number", act.number());
                json.writeStringProperty("at", act.at().toString());
                json.writeStringProperty("actor", act.actor());
                json.writeStringProperty("place", act.place());
                json.writeStringProperty("act", act.act());
                json.writeStringProperty(
                        "order", act.order() == null ? null : act.order().toString());
                json.writeStringProperty("detail", act.detail());
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private static void write(JsonGenerator json, Centre centre) {
        json.writeStartObject();
        json.writeStringProperty("region", centre.region());
        name(json, centre.name());
        json.writeStringProperty("city", centre.city());
        json.writeNumberProperty("stock", centre.stock());
        json.writeNumberProperty("inspectionBays", centre.inspectionBays());
        json.writeNumberProperty("handOverBays", centre.handOverBays());
        json.writeBooleanProperty("afterSales", centre.afterSales());
        json.writeStringProperty("timeZone", centre.timeZone());
        json.writeStringProperty("weekdays", centre.weekdays());
        json.writeStringProperty("opens", centre.opens());
        json.writeStringProperty("closes", centre.closes());
        json.writeStringProperty("closedOn", centre.closedOn());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, StoreView store) {
        json.writeStartObject();
        json.writeStringProperty("id", store.id());
        json.writeStringProperty("region", store.region());
        json.writeStringProperty("kind", store.kind().name().toLowerCase(Locale.ROOT));
        name(json, store.name());
        json.writeStringProperty("city", store.city());
        json.writeArrayPropertyStart("capabilities");
        store.capabilities().forEach(one -> json.writeString(one.name().toLowerCase(Locale.ROOT)));
        json.writeEndArray();
        json.writeEndObject();
    }

    static void name(JsonGenerator json, Map<String, String> name) {
        texts(json, "name", name);
    }

    /// @param texts by language
    static void texts(JsonGenerator json, String property, Map<String, String> texts) {
        json.writeObjectPropertyStart(property);
        json.writeStringProperty("en", texts.get("en"));
        json.writeStringProperty("zh", texts.get("zh"));
        json.writeEndObject();
    }
}
