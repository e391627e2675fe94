package dev.holdfast.web;

import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.OrderId;
import dev.holdfast.service.recall.Remedies;
import dev.holdfast.service.recall.RemedyChoice;
import dev.holdfast.service.recall.RemedyDesk;
import dev.holdfast.service.work.RecallWorks;
import dev.holdfast.service.work.WorkOrder;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// When an owner brings what is called back, and what is to be done about it where they bring it.
final class RemedyDoor implements Door {
    private static final int MAX_BODY = 4 * 1024;
    private static final int PAGE = 100;

    private final Remedies remedies;
    private final RemedyDesk desk;
    private final Doorkeeper doorkeeper;

    RemedyDoor(Remedies remedies, RemedyDesk desk, Doorkeeper doorkeeper) {
        this.remedies = remedies;
        this.desk = desk;
        this.doorkeeper = doorkeeper;
    }

    private record SlotStep(@Nullable String step, @Nullable Long slot) {}

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "orders/*/recalls/*/slots", this::look)
                .add("POST", "orders/*/recalls/*/slots", this::choose)
                .add("GET", "store/recalls", this::due);
    }

    private void look(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        write(exchange, remedies.look(FanDoor.order(exchange), recall(exchange), asking.asker()));
    }

    private void choose(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        String owner = asking.member();
        OrderId order = FanDoor.order(exchange);
        // Nobody learns by what they wish whose order there is.
        remedies.look(order, recall(exchange), asking.asker());
        SlotStep wish = Json.read(exchange.body(MAX_BODY), SlotStep.class);
        Long slot = wish.slot();
        write(
                exchange,
                switch (FanDoor.required("step", wish.step())) {
                    case "book" -> remedies.book(order, recall(exchange), slot == null ? 0 : slot, owner);
                    case "release" -> remedies.release(order, recall(exchange), owner);
                    default -> throw FanDoor.invalid(new Fault("step", wish.step(), "must be book or release"));
                });
    }

    private static int recall(Exchange exchange) {
        return IncidentDoor.number(exchange.name(1));
    }

    private static void write(Exchange exchange, RemedyChoice choice) throws IOException {
        exchange.json(200, Json.object(json -> {
            WorkOrder work = choice.work();
            json.writeNumberProperty("recall", choice.own().recall().number());
            json.writeStringProperty("serial", choice.own().unit().serial());
            json.writeStringProperty("state", choice.state().name().toLowerCase(Locale.ROOT));
            CampaignJson.number(json, "workOrder", work == null ? null : work.number());
            SlotJson.own(json, choice.slot());
            SlotJson.open(json, choice.open());
            WorkJson.day(json, "partsOn", choice.partsOn());
        }));
    }

    private void due(Exchange exchange) throws IOException {
        String clerk = doorkeeper.admit(exchange, Asking.STORE).member();
        int limit = (int) exchange.number("limit", PAGE, 1, RecallWorks.MAX_PAGE);
        List<RemedyDesk.Due> page = desk.due(StoreDoor.place(exchange), limit, clerk);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("remedies");
            for (RemedyDesk.Due due : page) {
                json.writeStartObject();
                json.writeNumberProperty("recall", due.recall().number());
                NetworkDoor.texts(json, "title", due.recall().told().title());
                NetworkDoor.texts(json, "remedy", due.recall().told().remedy());
                SlotJson.own(json, due.slot());
                json.writeObjectPropertyStart("workOrder");
                WorkJson.write(json, due.work());
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }
}
