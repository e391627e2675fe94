package dev.holdfast.web;

import dev.holdfast.delivery.unit.Allocations;
import dev.holdfast.delivery.unit.Allocations.Allocated;
import dev.holdfast.delivery.unit.Genealogy;
import dev.holdfast.delivery.unit.Standing;
import dev.holdfast.delivery.unit.Traced;
import dev.holdfast.delivery.unit.Unit;
import dev.holdfast.delivery.unit.UnitHistory;
import dev.holdfast.delivery.unit.UnitState;
import dev.holdfast.delivery.unit.Units;
import dev.holdfast.delivery.unit.UnitsTold;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderHistory;
import dev.holdfast.launch.OrderId;
import dev.holdfast.supply.MasterRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Units: what plants tell of them, who has which, and what a fan may see and ask of theirs.
final class DeliveryDoor {
    private static final int PAGE = 100;

    private final Units units;
    private final Allocations allocations;
    private final Genealogy genealogy;
    private final Launch launch;
    private final Doorkeeper doorkeeper;

    DeliveryDoor(Units units, Allocations allocations, Genealogy genealogy, Launch launch, Doorkeeper doorkeeper) {
        this.units = units;
        this.allocations = allocations;
        this.genealogy = genealogy;
        this.launch = launch;
        this.doorkeeper = doorkeeper;
    }

    private record PostponeRequest(@Nullable String until) {}

    void addTo(Routes routes) {
        routes.add("POST", "operator/launches/*/units", this::tell)
                .add("GET", "operator/launches/*/units", this::page)
                .add("GET", "operator/launches/*/allocation", this::standings)
                .add("POST", "operator/launches/*/allocation", this::allocate)
                .add("GET", "operator/units/*", this::look)
                .add("GET", "operator/lots", this::trace)
                .add("POST", "operator/launches/*/epcis", this::tellEvents)
                .add("GET", "operator/launches/*/epcis", this::events)
                .add("GET", "orders/*/unit", this::own)
                .add("POST", "orders/*/postpone", this::postpone);
    }

    private void tell(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.PLANNER, Asking.OPERATOR);
        byte[] body = exchange.body(Units.MAX_FILE_BYTES);
        MasterRows rows =
                MasterDoor.isCsv(exchange.header("Content-Type")) ? new MasterRows.Csv(body) : RowsJson.array(body);
        UnitsTold told = units.tell(exchange.name(0), rows, asking.member());
        exchange.json(200, Json.object(json -> {
            json.writeNumberProperty("rows", told.rows());
            json.writeNumberProperty("built", told.built());
            json.writeNumberProperty("moved", told.moved());
            json.writeNumberProperty("unchanged", told.unchanged());
        }));
    }

    private void page(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.PLANNER, Asking.OPERATOR);
        UnitState state = state(exchange.parameter("state"));
        long after = exchange.number("after", 0, 0, Long.MAX_VALUE);
        int limit = (int) exchange.number("limit", PAGE, 1, Units.MAX_PAGE);
        List<Unit> page = units.page(exchange.name(0), state, after, limit);
        exchange.json(200, Json.object(json -> UnitJson.page(json, page, limit)));
    }

    private void look(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.PLANNER, Asking.OPERATOR);
        UnitHistory history = units.look(exchange.name(0));
        exchange.json(200, Json.object(json -> UnitJson.write(json, history)));
    }

    /// Who has what was made of a lot: whoever asks has to act on it, so planners alone are not told the
    /// names.
    private void trace(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        String lot = exchange.parameter("lot");
        if (lot == null || lot.isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, "invalid_parameter", "'lot' is required: the name of a lot.");
        }
        long after = exchange.number("after", 0, 0, Long.MAX_VALUE);
        int limit = (int) exchange.number("limit", PAGE, 1, Units.MAX_PAGE);
        List<Traced> page = units.trace(lot, after, limit);
        exchange.json(200, Json.object(json -> {
            json.writeStringProperty("lot", lot);
            json.writeArrayPropertyStart("units");
            page.forEach(one -> UnitJson.write(json, one));
            json.writeEndArray();
            UnitJson.next(json, page.size() < limit ? 0 : page.getLast().number());
        }));
    }

    private void tellEvents(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.PLANNER, Asking.OPERATOR);
        byte[] body = exchange.body(Genealogy.MAX_DOCUMENT_BYTES);
        Genealogy.EventsTold told = genealogy.tell(exchange.name(0), body, asking.member());
        exchange.json(200, Json.object(json -> {
            json.writeNumberProperty("read", told.read());
            json.writeNumberProperty("passedOver", told.passedOver());
        }));
    }

    /// A document of the standard has no room for where the next page begins: that is in the header `Link`.
    private void events(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.PLANNER, Asking.OPERATOR);
        long after = exchange.number("after", 0, 0, Long.MAX_VALUE);
        int limit = (int) exchange.number("limit", PAGE, 1, Units.MAX_PAGE);
        Genealogy.Events events = genealogy.events(exchange.name(0), after, limit);
        if (events.next() > 0) {
            exchange.response().setHeader("Link", "<?after=" + events.next() + "&limit=" + limit + ">; rel=\"next\"");
        }
        exchange.json(200, events.document().getBytes(StandardCharsets.UTF_8));
    }

    private void standings(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.PLANNER, Asking.OPERATOR);
        write(exchange, exchange.name(0), null);
    }

    private void allocate(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.PLANNER, Asking.OPERATOR);
        write(exchange, exchange.name(0), allocations.allocate(exchange.name(0), asking.member()));
    }

    private void write(Exchange exchange, String slug, @Nullable Allocated done) throws IOException {
        List<Standing> standings = allocations.standings(slug);
        exchange.json(200, Json.object(json -> {
            if (done != null) {
                json.writeNumberProperty("given", done.given());
                json.writeNumberProperty("takenBack", done.takenBack());
            }
            json.writeArrayPropertyStart("standings");
            standings.forEach(one -> UnitJson.write(json, one));
            json.writeEndArray();
        }));
    }

    /// What a fan may see of their unit: where it is, and while they wait how their kind stands.
    private void own(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        OrderId order = FanDoor.order(exchange);
        OrderHistory history = launch.order(order, asking.asker());
        UnitHistory unit = units.of(order).orElse(null);
        Standing standing = allocations.standingOf(history.order()).orElse(null);
        exchange.json(200, Json.object(json -> UnitJson.own(json, history.order(), unit, standing)));
    }

    private void postpone(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        String until = Json.read(exchange.body(FanDoor.MAX_BODY), PostponeRequest.class)
                .until();
        if (until == null) {
            throw FanDoor.invalid(new Fault("until", null, "is required: the day from which it is wanted"));
        }
        OrderId order = FanDoor.order(exchange);
        LocalDate day = allocations.postpone(order, until, asking.asker());
        exchange.json(200, Json.object(json -> {
            json.writeStringProperty("order", order.toString());
            json.writeStringProperty("until", day.toString());
        }));
    }

    private static @Nullable UnitState state(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return UnitState.of(text)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.INVALID,
                        "invalid_parameter",
                        "'state' is '" + text + "' and must be one of "
                                + Arrays.stream(UnitState.values())
                                        .map(UnitState::word)
                                        .toList() + "."));
    }
}
