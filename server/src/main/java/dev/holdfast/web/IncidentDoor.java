package dev.holdfast.web;

import dev.holdfast.service.quality.Faults;
import dev.holdfast.service.quality.Incident;
import dev.holdfast.service.quality.IncidentAct;
import dev.holdfast.service.quality.IncidentState;
import dev.holdfast.service.quality.Incidents;
import dev.holdfast.service.quality.NewIncident;
import dev.holdfast.service.quality.Rates;
import dev.holdfast.service.quality.Severity;
import dev.holdfast.service.quality.Source;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.web.QualityViews.CellView;
import dev.holdfast.web.QualityViews.IncidentView;
import dev.holdfast.web.QualityViews.IncidentsView;
import dev.holdfast.web.QualityViews.RatesView;
import dev.holdfast.web.QualityViews.RowView;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was found faulty, how often, and what is looked into.
final class IncidentDoor implements Door {
    static final int MAX_BODY = 256 * 1024;
    private static final int PAGE = 50;

    private final Faults faults;
    private final Incidents incidents;
    private final Doorkeeper doorkeeper;

    IncidentDoor(Faults faults, Incidents incidents, Doorkeeper doorkeeper) {
        this.faults = faults;
        this.incidents = incidents;
        this.doorkeeper = doorkeeper;
    }

    private record IncidentRequest(
            @Nullable Source source,
            @Nullable String component,
            @Nullable String symptom,
            @Nullable Severity severity,
            @Nullable String words,
            @Nullable List<String> lots,
            @Nullable List<String> units) {}

    private record StepRequest(
            @Nullable IncidentAct act, @Nullable String words) {}

    private record ToldView(int rows, int taken) {}

    @Override
    public void addTo(Routes routes) {
        routes.add("POST", "operator/launches/*/faults", this::tell)
                .add("GET", "operator/launches/*/fault-rates", this::rates)
                .add("GET", "operator/launches/*/incidents", this::all)
                .add("POST", "operator/launches/*/incidents", this::open)
                .add("GET", "operator/incidents/*", this::look)
                .add("POST", "operator/incidents/*/steps", this::step);
    }

    private void tell(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        MasterRows rows = RowsJson.of(exchange, Faults.MAX_FILE_BYTES);
        Faults.Told told = faults.tell(exchange.name(0), rows, asking.member());
        write(exchange, 200, new ToldView(told.rows(), told.taken()));
    }

    private void rates(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        String slug = exchange.name(0);
        String component = exchange.parameter("component");
        Rates rates = component == null || component.isEmpty() ? null : faults.rates(slug, component);
        write(
                exchange,
                200,
                new RatesView(
                        faults.components(slug),
                        rates == null ? null : rates.component(),
                        rates == null ? null : CellView.of(rates.all()),
                        rates == null
                                ? List.of()
                                : rates.rows().stream().map(RowView::of).toList(),
                        faults.lookedAt(slug).orElse(null)));
    }

    private void all(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        IncidentState state = WishDoor.one(exchange, "state", IncidentState.class);
        int limit = (int) exchange.number("limit", PAGE, 1, Incidents.MAX_PAGE);
        write(
                exchange,
                200,
                new IncidentsView(incidents.all(exchange.name(0), state, limit).stream()
                        .map(IncidentView::of)
                        .toList()));
    }

    private void open(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        IncidentRequest request = Json.read(exchange.body(MAX_BODY), IncidentRequest.class);
        NewIncident told = new NewIncident(
                EventDoor.required("source", request.source),
                FanDoor.required("component", request.component),
                FanDoor.required("symptom", request.symptom),
                EventDoor.required("severity", request.severity),
                FanDoor.required("words", request.words),
                Objects.requireNonNullElse(request.lots, List.of()),
                Objects.requireNonNullElse(request.units, List.of()));
        Incident incident = incidents.open(exchange.name(0), told, asking.member());
        write(exchange, 201, IncidentView.of(incident));
    }

    private void look(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        write(exchange, 200, IncidentView.of(incidents.look(number(exchange))));
    }

    private void step(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        StepRequest request = Json.read(exchange.body(MAX_BODY), StepRequest.class);
        Incident incident = incidents.act(
                number(exchange),
                EventDoor.required("act", request.act),
                FanDoor.required("words", request.words),
                asking.member());
        write(exchange, 200, IncidentView.of(incident));
    }

    static void write(Exchange exchange, int status, Object view) throws IOException {
        exchange.json(status, Json.MAPPER.writeValueAsBytes(view));
    }

    /// What is no number names nothing.
    static int number(Exchange exchange) {
        return number(exchange.name(0));
    }

    static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
