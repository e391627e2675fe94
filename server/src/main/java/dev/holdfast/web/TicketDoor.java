package dev.holdfast.web;

import dev.holdfast.delivery.slot.Choice;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.OrderId;
import dev.holdfast.service.ticket.Finding;
import dev.holdfast.service.ticket.OwnedUnit;
import dev.holdfast.service.ticket.Owners;
import dev.holdfast.service.ticket.Subject;
import dev.holdfast.service.ticket.Subjects;
import dev.holdfast.service.ticket.Ticket;
import dev.holdfast.service.ticket.TicketDesk;
import dev.holdfast.service.ticket.TicketHistory;
import dev.holdfast.service.ticket.TicketVisits;
import dev.holdfast.service.ticket.Tickets;
import dev.holdfast.service.work.Passing;
import dev.holdfast.supply.MasterRows;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tickets: what owners report and decide, what those do who work where they are, and what was found in
/// all of them.
final class TicketDoor {
    private static final String DIGITS = "\\d{1,18}";

    private static final int MAX_BODY = 32 * 1024;
    private static final int PAGE = 100;

    private final Tickets tickets;
    private final TicketVisits visits;
    private final TicketDesk desk;
    private final Passing passing;
    private final Subjects subjects;
    private final Owners owners;
    private final Doorkeeper doorkeeper;
    private final InstantSource clock;

    TicketDoor(
            Tickets tickets,
            TicketVisits visits,
            TicketDesk desk,
            Passing passing,
            Subjects subjects,
            Owners owners,
            Doorkeeper doorkeeper,
            InstantSource clock) {
        this.tickets = tickets;
        this.visits = visits;
        this.desk = desk;
        this.passing = passing;
        this.subjects = subjects;
        this.owners = owners;
        this.doorkeeper = doorkeeper;
        this.clock = clock;
    }

    private record ReportRequest(
            @Nullable String subject,
            @Nullable String words,
            @Nullable String place) {}

    private record OwnerStep(
            @Nullable String step,
            @Nullable String words,
            @Nullable Integer rating) {}

    private record StaffStep(
            @Nullable String step,
            @Nullable String words,
            @Nullable String component,
            @Nullable String symptom,
            @Nullable String lot,
            @Nullable String to) {}

    private record SlotStep(@Nullable String step, @Nullable Long slot) {}

    void addTo(Routes routes) {
        routes.add("GET", "orders/*/service", this::unit)
                .add("POST", "orders/*/tickets", this::open)
                .add("GET", "tickets/*", this::look)
                .add("POST", "tickets/*/steps", this::step)
                .add("GET", "tickets/*/slots", this::slots)
                .add("POST", "tickets/*/slots", this::choose)
                .add("GET", "store/tickets", this::worklist)
                .add("GET", "store/tickets/*", this::lookAsStaff)
                .add("POST", "store/tickets/*/steps", this::stepAsStaff)
                .add("GET", "operator/service/subjects", this::subjects)
                .add("PUT", "operator/service/subjects", this::putSubjects)
                .add("GET", "operator/service/findings", this::findings);
    }

    /// All that an owner needs to report something.
    private void unit(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        OrderId order = FanDoor.order(exchange);
        OwnedUnit unit = owners.find(order, asking.asker()).orElse(null);
        List<Ticket> own = tickets.of(order, asking.asker());
        exchange.json(200, Json.object(json -> {
            TicketJson.unit(json, unit);
            TicketJson.subjects(json, subjects.all());
            TicketJson.workshops(json, tickets.workshops(unit == null ? "" : unit.region()));
            TicketJson.array(json, own, clock.instant());
        }));
    }

    private void open(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        OrderId order = FanDoor.order(exchange);
        ReportRequest report = Json.read(exchange.body(MAX_BODY), ReportRequest.class);
        TicketHistory opened = tickets.open(
                order,
                new Tickets.Report(report.subject(), report.words(), report.place()),
                new Asker(asking.member(), false));
        write(exchange, 201, opened);
    }

    private void look(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        write(exchange, 200, tickets.look(number(exchange), asking.asker()));
    }

    private void step(Exchange exchange) throws IOException {
        String owner = doorkeeper.admit(exchange, Asking.FAN).member();
        long ticket = number(exchange);
        OwnerStep wish = Json.read(exchange.body(MAX_BODY), OwnerStep.class);
        write(
                exchange,
                200,
                switch (FanDoor.required("step", wish.step())) {
                    case "said" -> tickets.say(ticket, wish.words(), owner);
                    case "confirmed" -> tickets.confirm(ticket, wish.rating(), wish.words(), owner);
                    case "reopened" -> tickets.reopen(ticket, wish.words(), owner);
                    case "withdrawn" -> tickets.withdraw(ticket, owner);
                    default ->
                        throw FanDoor.invalid(
                                new Fault("step", wish.step(), "must be said, confirmed, reopened or withdrawn"));
                });
    }

    private void slots(Exchange exchange) throws IOException {
        String owner = doorkeeper.admit(exchange, Asking.FAN).member();
        write(exchange, visits.look(number(exchange), owner));
    }

    private void choose(Exchange exchange) throws IOException {
        String owner = doorkeeper.admit(exchange, Asking.FAN).member();
        long ticket = number(exchange);
        SlotStep wish = Json.read(exchange.body(MAX_BODY), SlotStep.class);
        Long slot = wish.slot();
        write(
                exchange,
                switch (FanDoor.required("step", wish.step())) {
                    case "hold" -> visits.hold(ticket, slot == null ? 0 : slot, owner);
                    case "confirm" -> visits.confirm(ticket, owner);
                    case "release" -> visits.release(ticket, owner);
                    default ->
                        throw FanDoor.invalid(new Fault("step", wish.step(), "must be hold, confirm or release"));
                });
    }

    private static void write(Exchange exchange, Choice choice) throws IOException {
        exchange.json(200, Json.object(json -> SlotJson.chosen(json, choice)));
    }

    private void worklist(Exchange exchange) throws IOException {
        String clerk = doorkeeper.admit(exchange, Asking.STORE).member();
        int limit = (int) exchange.number("limit", PAGE, 1, TicketDesk.MAX_PAGE);
        List<Ticket> page = desk.worklist(StoreDoor.place(exchange), limit, clerk);
        exchange.json(200, Json.object(json -> TicketJson.array(json, page, clock.instant())));
    }

    private void lookAsStaff(Exchange exchange) throws IOException {
        String clerk = doorkeeper.admit(exchange, Asking.STORE).member();
        write(exchange, 200, desk.look(number(exchange), clerk));
    }

    private void stepAsStaff(Exchange exchange) throws IOException {
        String clerk = doorkeeper.admit(exchange, Asking.STORE).member();
        long ticket = number(exchange);
        StaffStep wish = Json.read(exchange.body(MAX_BODY), StaffStep.class);
        String step = FanDoor.required("step", wish.step());
        write(
                exchange,
                200,
                switch (step) {
                    case "said" -> desk.say(ticket, wish.words(), clerk);
                    case "diagnosed" ->
                        desk.diagnose(
                                ticket,
                                new TicketDesk.Diagnosis(wish.component(), wish.symptom(), wish.lot(), wish.words()),
                                clerk);
                    case "passed" -> passing.pass(ticket, wish.to(), wish.words(), clerk);
                    default -> desk.move(ticket, step, wish.words(), clerk);
                });
    }

    private void subjects(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        exchange.json(200, Json.object(json -> TicketJson.subjects(json, subjects.all())));
    }

    private void putSubjects(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        MasterRows rows = RowsJson.of(exchange, Subjects.MAX_FILE_BYTES);
        List<Subject> now = subjects.put(rows, asking.member());
        exchange.json(200, Json.object(json -> TicketJson.subjects(json, now)));
    }

    private void findings(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        int limit = (int) exchange.number("limit", PAGE, 1, 1_000);
        List<Finding> page = tickets.findings(exchange.number("after", 0, 0, Long.MAX_VALUE), limit);
        exchange.json(200, Json.object(json -> TicketJson.findings(json, page)));
    }

    private void write(Exchange exchange, int status, TicketHistory history) throws IOException {
        exchange.json(status, Json.object(json -> TicketJson.write(json, history, clock.instant())));
    }

    /// One that is no number is none that there is.
    static long number(Exchange exchange) {
        String text = exchange.name(0);
        return text.matches(DIGITS) ? Long.parseLong(text) : 0;
    }
}
