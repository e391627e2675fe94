package dev.holdfast.web;

import dev.holdfast.launch.OrderId;
import dev.holdfast.service.quality.Severity;
import dev.holdfast.service.recall.Contact;
import dev.holdfast.service.recall.NewRecall;
import dev.holdfast.service.recall.Reached;
import dev.holdfast.service.recall.RecallUnit;
import dev.holdfast.service.recall.Recalls;
import dev.holdfast.service.recall.Way;
import dev.holdfast.web.RecallViews.OwnRecallView;
import dev.holdfast.web.RecallViews.OwnRecallsView;
import dev.holdfast.web.RecallViews.RecallUnitsView;
import dev.holdfast.web.RecallViews.RecallView;
import dev.holdfast.web.RecallViews.RecalledView;
import dev.holdfast.web.RecallViews.RecallsView;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Units that are called back, for the quality desk; and for an owner what concerns theirs.
final class RecallDoor implements Door {
    private static final int PAGE = 100;

    private final Recalls recalls;
    private final Doorkeeper doorkeeper;

    RecallDoor(Recalls recalls, Doorkeeper doorkeeper) {
        this.recalls = recalls;
        this.doorkeeper = doorkeeper;
    }

    private record RecallRequest(
            @Nullable Integer incident,
            @Nullable List<String> lots,
            @Nullable Boolean drill,
            @Nullable Severity severity,
            @Nullable Map<String, String> title,
            @Nullable Map<String, String> remedy,
            @Nullable List<String> parts,
            @Nullable Integer minutes) {}

    private record ContactRequest(
            @Nullable String serial,
            @Nullable Way way,
            @Nullable Reached outcome,
            @Nullable String words) {}

    private record RemedyRequest(
            @Nullable String serial, @Nullable String place) {}

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "operator/launches/*/recalls", this::all)
                .add("POST", "operator/launches/*/recalls", this::begin)
                .add("GET", "operator/recalls/*", this::look)
                .add("POST", "operator/recalls/*/contacts", this::contact)
                .add("POST", "operator/recalls/*/remedies", this::remedy)
                .add("POST", "operator/recalls/*/close", this::close)
                .add("GET", "orders/*/recalls", this::own);
    }

    private void all(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        List<RecallView> views =
                recalls.all(exchange.name(0)).stream().map(RecallView::of).toList();
        IncidentDoor.write(exchange, 200, new RecallsView(views));
    }

    private void begin(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        RecallRequest request = Json.read(exchange.body(IncidentDoor.MAX_BODY), RecallRequest.class);
        NewRecall wanted = new NewRecall(
                request.incident,
                Objects.requireNonNullElse(request.lots, List.of()),
                EventDoor.required("drill", request.drill),
                EventDoor.required("severity", request.severity),
                Objects.requireNonNullElse(request.title, Map.of()),
                Objects.requireNonNullElse(request.remedy, Map.of()),
                Objects.requireNonNullElse(request.parts, List.of()),
                EventDoor.required("minutes", request.minutes));
        IncidentDoor.write(exchange, 201, RecallView.of(recalls.begin(exchange.name(0), wanted, asking.member())));
    }

    private void look(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        int number = IncidentDoor.number(exchange);
        boolean unreached = "true".equals(exchange.parameter("unreached"));
        String after = Objects.requireNonNullElse(exchange.parameter("after"), "");
        int limit = (int) exchange.number("limit", PAGE, 1, Recalls.MAX_PAGE);
        List<RecallUnit> page = recalls.units(number, unreached, after, limit);
        IncidentDoor.write(
                exchange,
                200,
                new RecallUnitsView(
                        RecallView.of(recalls.look(number)),
                        recalls.curve(number),
                        page.stream().map(RecalledView::of).toList(),
                        page.size() < limit ? null : page.getLast().serial()));
    }

    private void contact(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        ContactRequest request = Json.read(exchange.body(IncidentDoor.MAX_BODY), ContactRequest.class);
        Contact made = new Contact(
                FanDoor.required("serial", request.serial),
                EventDoor.required("way", request.way),
                EventDoor.required("outcome", request.outcome),
                Instant.EPOCH,
                asking.member(),
                Objects.requireNonNullElse(request.words, ""));
        IncidentDoor.write(
                exchange, 200, RecalledView.of(recalls.contact(IncidentDoor.number(exchange), made, asking.member())));
    }

    private void remedy(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        RemedyRequest request = Json.read(exchange.body(IncidentDoor.MAX_BODY), RemedyRequest.class);
        RecallUnit unit = recalls.remedy(
                IncidentDoor.number(exchange),
                FanDoor.required("serial", request.serial),
                FanDoor.required("place", request.place),
                asking.member());
        IncidentDoor.write(exchange, 200, RecalledView.of(unit));
    }

    private void close(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        IncidentDoor.write(exchange, 200, RecallView.of(recalls.close(IncidentDoor.number(exchange), asking.member())));
    }

    private void own(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        OrderId order = FanDoor.order(exchange);
        List<OwnRecallView> views = recalls.of(order, asking.asker()).stream()
                .map(OwnRecallView::of)
                .toList();
        IncidentDoor.write(exchange, 200, new OwnRecallsView(views));
    }
}
