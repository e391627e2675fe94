package dev.holdfast.web;

import dev.holdfast.community.spec.Change;
import dev.holdfast.community.spec.Specs;
import dev.holdfast.delivery.unit.QuarantinedUnit;
import dev.holdfast.delivery.unit.Units;
import dev.holdfast.service.quality.Bulletin;
import dev.holdfast.service.quality.Bulletins;
import dev.holdfast.service.quality.NewStop;
import dev.holdfast.service.quality.Stops;
import dev.holdfast.web.QualityViews.BulletinView;
import dev.holdfast.web.QualityViews.BulletinsView;
import dev.holdfast.web.QualityViews.StopUnitsView;
import dev.holdfast.web.QualityViews.StopView;
import dev.holdfast.web.QualityViews.StoppedUnitView;
import dev.holdfast.web.QualityViews.StopsView;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is handed to nobody until it is released, and what is to be built in another way.
final class StopDoor implements Door {
    private static final int PAGE = 100;

    private final Stops stops;
    private final Bulletins bulletins;
    private final Specs specs;
    private final Doorkeeper doorkeeper;

    StopDoor(Stops stops, Bulletins bulletins, Specs specs, Doorkeeper doorkeeper) {
        this.stops = stops;
        this.bulletins = bulletins;
        this.specs = specs;
        this.doorkeeper = doorkeeper;
    }

    private record StockRequest(
            @Nullable String component, @Nullable Long quantity) {}

    private record StopRequest(
            @Nullable String lot,
            @Nullable List<String> units,
            @Nullable Map<String, String> words,
            @Nullable Integer incident,
            @Nullable StockRequest supply) {}

    private record ReleaseRequest(@Nullable Map<String, String> words) {}

    private record BulletinRequest(
            @Nullable Integer incident,
            @Nullable String product,
            @Nullable Map<String, String> attribute,
            @Nullable Map<String, String> from,
            @Nullable Map<String, String> to,
            @Nullable String reason) {}

    private record VersionRequest(@Nullable Integer version) {}

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "operator/launches/*/stops", this::all)
                .add("POST", "operator/launches/*/stops", this::stop)
                .add("GET", "operator/stops/*", this::look)
                .add("POST", "operator/stops/*/release", this::release)
                .add("GET", "operator/launches/*/bulletins", this::bulletins)
                .add("POST", "operator/bulletins", this::write)
                .add("POST", "operator/bulletins/*/spec", this::publish);
    }

    private void all(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        List<StopView> views =
                stops.all(exchange.name(0)).stream().map(StopView::of).toList();
        IncidentDoor.write(exchange, 200, new StopsView(views));
    }

    private void stop(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        StopRequest request = Json.read(exchange.body(IncidentDoor.MAX_BODY), StopRequest.class);
        StockRequest supply = request.supply;
        NewStop wanted = new NewStop(
                request.lot,
                Objects.requireNonNullElse(request.units, List.of()),
                Objects.requireNonNullElse(request.words, Map.of()),
                request.incident,
                supply == null
                        ? null
                        : new NewStop.Stock(
                                FanDoor.required("supply.component", supply.component),
                                EventDoor.required("supply.quantity", supply.quantity)));
        IncidentDoor.write(exchange, 201, StopView.of(stops.stop(exchange.name(0), wanted, asking.member())));
    }

    private void look(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        int number = IncidentDoor.number(exchange);
        long after = exchange.number("after", 0, 0, Long.MAX_VALUE);
        int limit = (int) exchange.number("limit", PAGE, 1, Units.MAX_PAGE);
        List<QuarantinedUnit> page = stops.units(number, after, limit);
        IncidentDoor.write(
                exchange,
                200,
                new StopUnitsView(
                        StopView.of(stops.look(number)),
                        page.stream().map(StoppedUnitView::of).toList(),
                        page.size() < limit ? null : page.getLast().number()));
    }

    private void release(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        ReleaseRequest request = Json.read(exchange.body(IncidentDoor.MAX_BODY), ReleaseRequest.class);
        Map<String, String> words = Objects.requireNonNullElse(request.words, Map.of());
        IncidentDoor.write(
                exchange, 200, StopView.of(stops.release(IncidentDoor.number(exchange), words, asking.member())));
    }

    private void bulletins(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        List<BulletinView> views =
                bulletins.all(exchange.name(0)).stream().map(BulletinView::of).toList();
        IncidentDoor.write(exchange, 200, new BulletinsView(views));
    }

    private void write(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        BulletinRequest request = Json.read(exchange.body(IncidentDoor.MAX_BODY), BulletinRequest.class);
        Bulletin bulletin = new Bulletin(
                0,
                EventDoor.required("incident", request.incident),
                FanDoor.required("product", request.product),
                Objects.requireNonNullElse(request.attribute, Map.of()),
                Objects.requireNonNullElse(request.from, Map.of()),
                Objects.requireNonNullElse(request.to, Map.of()),
                FanDoor.required("reason", request.reason),
                Instant.EPOCH,
                asking.member(),
                null);
        IncidentDoor.write(exchange, 201, BulletinView.of(bulletins.write(bulletin, asking.member())));
    }

    /// The spec is the community's: its next version says what the bulletin says, and the bulletin which
    /// version that is.
    private void publish(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        int version = EventDoor.required(
                "version", Json.read(exchange.body(IncidentDoor.MAX_BODY), VersionRequest.class).version);
        String actor = asking.member();
        Bulletin taken = bulletins.publish(
                IncidentDoor.number(exchange),
                version,
                (bulletin, next) -> specs.publish(
                        bulletin.product(),
                        next,
                        List.of(new Change(
                                bulletin.attribute(), bulletin.from(), bulletin.to(), bulletin.evidence(), null)),
                        actor),
                actor);
        IncidentDoor.write(exchange, 200, BulletinView.of(taken));
    }
}
