package dev.holdfast.web;

import dev.holdfast.delivery.slot.Backlog;
import dev.holdfast.delivery.slot.Choice;
import dev.holdfast.delivery.slot.SlotDesk;
import dev.holdfast.delivery.slot.SlotDesk.Clerk;
import dev.holdfast.delivery.slot.Slots;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.OrderId;
import dev.holdfast.supply.MasterRows;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Slots: owners choose when they take over what has arrived; centres and stores open times and see who comes.
final class SlotDoor {
    private static final int MAX_BODY = 16 * 1024;
    private static final int PAGE = 100;

    private final Slots slots;
    private final SlotDesk desk;
    private final Doorkeeper doorkeeper;

    SlotDoor(Slots slots, SlotDesk desk, Doorkeeper doorkeeper) {
        this.slots = slots;
        this.desk = desk;
        this.doorkeeper = doorkeeper;
    }

    private record HoldRequest(@Nullable Long slot) {}

    void addTo(Routes routes) {
        routes.add("GET", "orders/*/slots", this::look)
                .add("POST", "orders/*/slots/hold", this::hold)
                .add("POST", "orders/*/slots/confirm", this::confirm)
                .add("POST", "orders/*/slots/release", this::release)
                .add("PUT", "network/slots", this::open)
                .add("GET", "network/slots", this::day)
                .add("GET", "network/backlog", this::backlog);
    }

    private void look(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        write(exchange, slots.look(FanDoor.order(exchange), asking.asker()));
    }

    private void hold(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        OrderId order = FanDoor.order(exchange);
        Long slot = Json.read(exchange.body(MAX_BODY), HoldRequest.class).slot();
        if (slot == null) {
            throw FanDoor.invalid(new Fault("slot", null, "is required: its number in the list"));
        }
        write(exchange, slots.hold(order, slot, asking.asker()));
    }

    private void confirm(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        write(exchange, slots.confirm(FanDoor.order(exchange), asking.asker()));
    }

    private void release(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        write(exchange, slots.release(FanDoor.order(exchange), asking.asker()));
    }

    private static void write(Exchange exchange, Choice choice) throws IOException {
        exchange.json(200, Json.object(json -> SlotJson.write(json, choice)));
    }

    private void open(Exchange exchange) throws IOException {
        Clerk clerk = clerk(exchange);
        byte[] body = exchange.body(SlotDesk.MAX_FILE_BYTES);
        MasterRows rows =
                MasterDoor.isCsv(exchange.header("Content-Type")) ? new MasterRows.Csv(body) : RowsJson.array(body);
        int opened = desk.open(rows, clerk);
        exchange.json(200, Json.object(json -> json.writeNumberProperty("slots", opened)));
    }

    private void day(Exchange exchange) throws IOException {
        Clerk clerk = clerk(exchange);
        SlotDesk.Day day = desk.day(StoreDoor.place(exchange), exchange.parameter("day"), clerk);
        exchange.json(200, Json.object(json -> SlotJson.write(json, day)));
    }

    private void backlog(Exchange exchange) throws IOException {
        Clerk clerk = clerk(exchange);
        int limit = (int) exchange.number("limit", PAGE, 1, SlotDesk.MAX_PAGE);
        List<Backlog> backlog = desk.backlog(StoreDoor.place(exchange), limit, clerk);
        exchange.json(200, Json.object(json -> SlotJson.write(json, backlog)));
    }

    private Clerk clerk(Exchange exchange) {
        Asking asking = doorkeeper.admit(exchange, Asking.STORE, Asking.OPERATOR);
        return new Clerk(asking.member(), asking.is(Asking.OPERATOR));
    }
}
