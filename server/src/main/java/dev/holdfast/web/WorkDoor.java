package dev.holdfast.web;

import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.OrderId;
import dev.holdfast.service.warranty.Warranties;
import dev.holdfast.service.warranty.Warranty;
import dev.holdfast.service.work.Line;
import dev.holdfast.service.work.Parts;
import dev.holdfast.service.work.Stock;
import dev.holdfast.service.work.WorkDesk;
import dev.holdfast.service.work.WorkOrder;
import dev.holdfast.service.work.Works;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Work orders, the parts they need, and what the warranty covers of them.
final class WorkDoor {
    private static final int MAX_BODY = 64 * 1024;
    private static final int PAGE = 100;

    private final WorkDesk desk;
    private final Works works;
    private final Parts parts;
    private final Warranties warranties;
    private final Doorkeeper doorkeeper;

    WorkDoor(WorkDesk desk, Works works, Parts parts, Warranties warranties, Doorkeeper doorkeeper) {
        this.desk = desk;
        this.works = works;
        this.parts = parts;
        this.warranties = warranties;
        this.doorkeeper = doorkeeper;
    }

    private record LineRequest(
            @Nullable String component,
            @Nullable String words,
            @Nullable Integer minutes,
            @Nullable String part,
            @Nullable Integer quantity,
            @Nullable Long amount) {
        Line line() {
            return new Line(
                    component,
                    words,
                    minutes == null ? 0 : minutes,
                    part,
                    quantity == null ? 0 : quantity,
                    amount == null ? 0 : amount);
        }
    }

    private record WorkRequest(
            @Nullable Integer km, @Nullable List<LineRequest> lines) {}

    private record StaffStep(
            @Nullable String step,
            @Nullable String words,
            @Nullable Integer line) {}

    private record OwnerStep(@Nullable String step) {}

    void addTo(Routes routes) {
        routes.add("GET", "orders/*/work-orders", this::own)
                .add("POST", "work-orders/*/steps", this::answer)
                .add("POST", "store/tickets/*/work-orders", this::make)
                .add("GET", "store/work-orders", this::worklist)
                .add("GET", "store/work-orders/*", this::look)
                .add("POST", "store/work-orders/*/steps", this::step)
                .add("GET", "store/parts", this::parts)
                .add("POST", "store/parts", this::tellParts)
                .add("GET", "operator/launches/*/warranty", this::warranty)
                .add("PUT", "operator/launches/*/warranty", this::putWarranty);
    }

    private void own(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        OrderId order = FanDoor.order(exchange);
        List<WorkOrder> orders = works.of(order, asking.asker());
        exchange.json(200, Json.object(json -> WorkJson.array(json, orders)));
    }

    private void answer(Exchange exchange) throws IOException {
        String owner = doorkeeper.admit(exchange, Asking.FAN).member();
        long number = TicketDoor.number(exchange);
        String step = FanDoor.required(
                "step", Json.read(exchange.body(MAX_BODY), OwnerStep.class).step());
        write(
                exchange,
                200,
                switch (step) {
                    case "accepted" -> works.accept(number, owner);
                    case "declined" -> works.decline(number, owner);
                    default -> throw FanDoor.invalid(new Fault("step", step, "must be accepted or declined"));
                });
    }

    private void make(Exchange exchange) throws IOException {
        String clerk = doorkeeper.admit(exchange, Asking.STORE).member();
        long ticket = TicketDoor.number(exchange);
        WorkRequest wish = Json.read(exchange.body(MAX_BODY), WorkRequest.class);
        List<LineRequest> asked = wish.lines();
        List<Line> lines = asked == null
                ? List.of()
                : asked.stream().map(LineRequest::line).toList();
        write(exchange, 201, desk.make(ticket, wish.km(), lines, clerk));
    }

    private void worklist(Exchange exchange) throws IOException {
        String clerk = doorkeeper.admit(exchange, Asking.STORE).member();
        int limit = (int) exchange.number("limit", PAGE, 1, WorkDesk.MAX_PAGE);
        List<WorkOrder> page = desk.worklist(StoreDoor.place(exchange), limit, clerk);
        exchange.json(200, Json.object(json -> WorkJson.array(json, page)));
    }

    private void look(Exchange exchange) throws IOException {
        String clerk = doorkeeper.admit(exchange, Asking.STORE).member();
        write(exchange, 200, desk.look(TicketDoor.number(exchange), clerk));
    }

    private void step(Exchange exchange) throws IOException {
        String clerk = doorkeeper.admit(exchange, Asking.STORE).member();
        long number = TicketDoor.number(exchange);
        StaffStep wish = Json.read(exchange.body(MAX_BODY), StaffStep.class);
        write(
                exchange,
                200,
                switch (FanDoor.required("step", wish.step())) {
                    case "goodwill" -> desk.goodwill(number, wish.line(), wish.words(), clerk);
                    case "in_work" -> desk.begin(number, clerk);
                    case "done" -> desk.done(number, wish.words(), clerk);
                    case "cancelled" -> desk.cancel(number, wish.words(), clerk);
                    default ->
                        throw FanDoor.invalid(
                                new Fault("step", wish.step(), "must be goodwill, in_work, done or cancelled"));
                });
    }

    private void parts(Exchange exchange) throws IOException {
        String clerk = doorkeeper.admit(exchange, Asking.STORE).member();
        int limit = (int) exchange.number("limit", PAGE, 1, Parts.MAX_PAGE);
        List<Stock> page = parts.at(StoreDoor.place(exchange), limit, clerk);
        exchange.json(200, Json.object(json -> WorkJson.parts(json, page)));
    }

    private void tellParts(Exchange exchange) throws IOException {
        String clerk = doorkeeper.admit(exchange, Asking.STORE).member();
        String place = StoreDoor.place(exchange);
        Parts.Told told = parts.tell(place, RowsJson.of(exchange, Parts.MAX_FILE_BYTES), clerk);
        exchange.json(200, Json.object(json -> {
            json.writeNumberProperty("received", told.received());
            json.writeNumberProperty("served", told.served());
        }));
    }

    private void warranty(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        Warranty warranty = warranties.of(exchange.name(0));
        exchange.json(200, Json.object(json -> WorkJson.write(json, warranty)));
    }

    private void putWarranty(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        Warranty put =
                warranties.put(exchange.name(0), RowsJson.of(exchange, Warranties.MAX_FILE_BYTES), asking.member());
        exchange.json(200, Json.object(json -> WorkJson.write(json, put)));
    }

    private static void write(Exchange exchange, int status, WorkOrder order) throws IOException {
        exchange.json(status, Json.object(json -> WorkJson.write(json, order)));
    }
}
