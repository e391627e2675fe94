package dev.holdfast.web;

import dev.holdfast.delivery.handover.Checklist;
import dev.holdfast.delivery.handover.Checklists;
import dev.holdfast.delivery.handover.HandOver;
import dev.holdfast.delivery.handover.HandOverDesk;
import dev.holdfast.delivery.handover.HandOverDesk.Bench;
import dev.holdfast.delivery.handover.HandOvers;
import dev.holdfast.delivery.handover.Photo;
import dev.holdfast.delivery.handover.Said;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.OrderId;
import dev.holdfast.supply.MasterRows;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Hand-overs: what is gone through, what tablets say, and what owners see and confirm.
final class HandOverDoor {
    private static final int MAX_BODY = 1024 * 1024;

    /// Larger than a tablet makes them, smaller than what would fill a disk.
    private static final int MAX_PHOTO = 3 * 1024 * 1024;

    private static final int ID_LENGTH = 36;

    private final HandOverDesk desk;
    private final HandOvers handOvers;
    private final Checklists checklists;
    private final Doorkeeper doorkeeper;

    HandOverDoor(HandOverDesk desk, HandOvers handOvers, Checklists checklists, Doorkeeper doorkeeper) {
        this.desk = desk;
        this.handOvers = handOvers;
        this.checklists = checklists;
        this.doorkeeper = doorkeeper;
    }

    private record SaidRequest(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String at,
            @Nullable String subject,
            @Nullable Boolean good,
            @Nullable String text) {}

    private record TellRequest(
            @Nullable String place,
            @Nullable String serial,
            @Nullable List<SaidRequest> said) {}

    void addTo(Routes routes) {
        routes.add("GET", "operator/launches/*/checklist", this::checklist)
                .add("PUT", "operator/launches/*/checklist", this::putChecklist)
                .add("GET", "store/handovers/*", this::look)
                .add("POST", "store/handovers/*", this::tell)
                .add("PUT", "store/handovers/*/photos/*", this::putPhoto)
                .add("GET", "store/handovers/*/photos/*", this::photo)
                .add("GET", "orders/*/handover", this::own)
                .add("POST", "orders/*/handover/confirm", this::confirm)
                .add("GET", "orders/*/handover/photos/*", this::ownPhoto);
    }

    private void checklist(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        Checklist checklist = checklists.of(exchange.name(0));
        exchange.json(200, Json.object(json -> HandOverJson.write(json, checklist)));
    }

    private void putChecklist(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        byte[] body = exchange.body(Checklists.MAX_FILE_BYTES);
        MasterRows rows =
                MasterDoor.isCsv(exchange.header("Content-Type")) ? new MasterRows.Csv(body) : RowsJson.array(body);
        Checklist checklist = checklists.put(exchange.name(0), rows, asking.member());
        exchange.json(200, Json.object(json -> HandOverJson.write(json, checklist)));
    }

    private void look(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.STORE);
        HandOver handOver = desk.look(bench(exchange, asking));
        exchange.json(200, Json.object(json -> HandOverJson.write(json, handOver)));
    }

    private void tell(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.STORE);
        TellRequest wish = Json.read(exchange.body(MAX_BODY), TellRequest.class);
        Bench bench = new Bench(
                asking.member(),
                FanDoor.required("place", wish.place()),
                FanDoor.order(exchange),
                FanDoor.required("serial", wish.serial()));
        List<SaidRequest> all = wish.said() == null ? List.of() : wish.said();
        if (all.isEmpty() || all.size() > HandOverDesk.MAX_SAID) {
            throw FanDoor.invalid(new Fault("said", null, "must be 1 to " + HandOverDesk.MAX_SAID + " things"));
        }
        List<Said> said = new ArrayList<>();
        for (SaidRequest one : all) {
            said.add(said(one, "said[" + said.size() + "]"));
        }
        HandOverDesk.Told told = desk.tell(bench, said);
        exchange.json(200, Json.object(json -> HandOverJson.write(json, told)));
    }

    private static Said said(SaidRequest one, String where) {
        return new Said(
                id(one.id(), where + ".id"),
                Said.Kind.of(one.kind() == null ? "" : one.kind())
                        .orElseThrow(() -> FanDoor.invalid(new Fault(
                                where + ".kind", one.kind(), "must be point, document, signature, note or done"))),
                at(one.at(), where + ".at"),
                one.subject() == null ? "" : one.subject(),
                one.good(),
                one.text() == null ? "" : one.text());
    }

    private static Instant at(@Nullable String text, String where) {
        try {
            return Instant.parse(text == null ? "" : text);
        } catch (DateTimeException unreadable) {
            throw FanDoor.invalid(new Fault(where, text, "must be an instant such as 2027-03-01T09:00:00Z"));
        }
    }

    private static UUID id(@Nullable String text, String where) {
        try {
            if (text != null && text.length() == ID_LENGTH) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException unreadable) {
            // Told below.
        }
        throw FanDoor.invalid(new Fault(where, text, "must be a UUID"));
    }

    private void putPhoto(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.STORE);
        Bench bench = bench(exchange, asking);
        String point = exchange.parameter("point");
        Photo photo = desk.put(
                bench,
                exchange.name(1),
                point == null ? "" : point,
                at(exchange.parameter("at"), "at"),
                exchange.body(MAX_PHOTO));
        exchange.json(200, Json.object(json -> HandOverJson.write(json, photo)));
    }

    private void photo(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.STORE);
        Photographs.write(exchange, desk.photo(bench(exchange, asking), exchange.name(1)));
    }

    private static Bench bench(Exchange exchange, Asking asking) {
        return new Bench(
                asking.member(),
                StoreDoor.place(exchange),
                FanDoor.order(exchange),
                StoreDoor.needed(exchange, "serial"));
    }

    private void own(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        HandOver handOver = handOvers.look(FanDoor.order(exchange), asking.asker());
        exchange.json(200, Json.object(json -> HandOverJson.write(json, handOver)));
    }

    private void confirm(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        HandOver handOver = handOvers.confirm(FanDoor.order(exchange), asking.asker());
        exchange.json(200, Json.object(json -> HandOverJson.write(json, handOver)));
    }

    private void ownPhoto(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        OrderId order = FanDoor.order(exchange);
        Photographs.write(exchange, handOvers.photo(order, exchange.name(1), asking.asker()));
    }
}
