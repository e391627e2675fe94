package dev.holdfast.web;

import dev.holdfast.delivery.kept.Figure.By;
import dev.holdfast.delivery.kept.KeptPromises;
import dev.holdfast.delivery.kept.Publication;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.OrderId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Kept promises: what was published, and the files from which anybody counts it again.
final class KeptDoor implements Door {
    private static final int PAGE = 20;
    private static final String DIGITS = "\\d{1,9}";

    private final KeptPromises kept;
    private final Launch launch;
    private final Doorkeeper doorkeeper;

    KeptDoor(KeptPromises kept, Launch launch, Doorkeeper doorkeeper) {
        this.kept = kept;
        this.launch = launch;
        this.doorkeeper = doorkeeper;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "kept", this::all)
                .add("GET", "launches/*/kept", this::list)
                .add("GET", "launches/*/kept/*", this::look)
                .add("GET", "launches/*/kept/*/orders", this::export)
                .add("POST", "operator/launches/*/kept", this::publish)
                .add("GET", "orders/*/kept", this::own);
    }

    private void all(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        Map<Integer, String> slugs =
                launch.all().stream().collect(Collectors.toMap(LaunchView::number, LaunchView::slug));
        List<Publication> latest = kept.latest();
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("launches");
            for (Publication publication : latest) {
                String slug = slugs.get(publication.launch());
                if (slug != null) {
                    json.writeStartObject();
                    KeptJson.write(json, slug, publication);
                    KeptJson.write(json, kept.figures(publication, By.LAUNCH));
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
        }));
    }

    private void list(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        String slug = exchange.name(0);
        int limit = (int) exchange.number("limit", PAGE, 1, KeptPromises.MAX_PAGE);
        int before = (int) exchange.number("before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
        List<Publication> page = kept.of(slug, before, limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("publications");
            for (Publication publication : page) {
                json.writeStartObject();
                KeptJson.write(json, slug, publication);
                json.writeEndObject();
            }
            json.writeEndArray();
            CampaignJson.number(
                    json, "next", page.size() == limit ? (long) page.getLast().number() : null);
        }));
    }

    private void look(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        By by = by(exchange.parameter("by"));
        Publication publication = publication(exchange);
        exchange.json(200, Json.object(json -> {
            KeptJson.write(json, exchange.name(0), publication);
            KeptJson.write(json, kept.figures(publication, by));
        }));
    }

    /// Written as it is read: the largest takes no more memory than a page of it.
    private void export(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        Publication publication = publication(exchange);
        exchange.file("kept-" + exchange.name(0) + "-" + publication.number(), publication.checksum());
        kept.export(publication, exchange.response().getOutputStream());
    }

    private void publish(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        String slug = exchange.name(0);
        KeptPromises.Published published = kept.publish(slug, asking.member());
        exchange.json(
                published.replayed() ? 200 : 201,
                Json.object(json -> KeptJson.write(json, slug, published.publication())));
    }

    private void own(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        OrderId order = FanDoor.order(exchange);
        KeptPromises.Own own = kept.own(order, asking.asker());
        exchange.json(200, Json.object(json -> KeptJson.write(json, own)));
    }

    private Publication publication(Exchange exchange) {
        String number = exchange.name(1);
        return kept.find(exchange.name(0), number.matches(DIGITS) ? Integer.parseInt(number) : 0);
    }

    private static @Nullable By by(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return null;
        }
        for (By by : By.values()) {
            if (WishJson.word(by).equals(word)) {
                return by;
            }
        }
        throw new Problem(
                Problem.Kind.INVALID,
                "invalid_parameter",
                "'by' is '" + word + "' and must be launch, configuration, region or week.");
    }
}
