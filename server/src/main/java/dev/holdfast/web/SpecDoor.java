package dev.holdfast.web;

import dev.holdfast.community.spec.Change;
import dev.holdfast.community.spec.ChangeRecord;
import dev.holdfast.community.spec.Product;
import dev.holdfast.community.spec.PublishedVersion;
import dev.holdfast.community.spec.Specs;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.SpecVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Specs of products: for everybody to read, for operators to publish.
final class SpecDoor implements Door {
    /// Two hundred changes in two languages.
    private static final int MAX_BODY = 1024 * 1024;

    private final Specs specs;
    private final Launch launch;
    private final Doorkeeper doorkeeper;

    SpecDoor(Specs specs, Launch launch, Doorkeeper doorkeeper) {
        this.specs = specs;
        this.launch = launch;
        this.doorkeeper = doorkeeper;
    }

    private record ProductRequest(
            @Nullable Map<String, String> name, @Nullable Integer askAfterDays) {}

    private record ChangeRequest(
            @Nullable Map<String, String> attribute,
            @Nullable Map<String, String> from,
            @Nullable Map<String, String> to,
            @Nullable String evidence,
            @Nullable String wish) {}

    private record VersionRequest(
            @Nullable Integer version, @Nullable List<ChangeRequest> changes) {}

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "specs", this::products)
                .add("GET", "specs/*", this::versions)
                .add("GET", "launches/*/wished", this::wished)
                .add("PUT", "operator/specs/*", this::define)
                .add("POST", "operator/specs/*/versions", this::publish);
    }

    private void products(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        List<Product> products = specs.products();
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("products");
            for (Product product : products) {
                json.writeStartObject();
                write(json, product);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private void versions(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        Product product = specs.product(exchange.name(0));
        List<PublishedVersion> versions = specs.versions(product.id());
        exchange.json(200, Json.object(json -> {
            write(json, product);
            json.writeArrayPropertyStart("versions");
            for (PublishedVersion version : versions) {
                json.writeStartObject();
                write(json, version);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    /// What wishes changed in what a launch sells.
    private void wished(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        SpecVersion spec = launch.look(exchange.name(0)).definition().spec();
        List<ChangeRecord> wished = spec == null ? List.of() : specs.wished(spec);
        exchange.json(200, Json.object(json -> {
            OrderJson.spec(json, spec);
            changes(json, wished);
        }));
    }

    private void define(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        ProductRequest request = Json.read(exchange.body(MAX_BODY), ProductRequest.class);
        Product product =
                new Product(exchange.name(0), texts(request.name), Objects.requireNonNullElse(request.askAfterDays, 0));
        specs.define(product, asking.member());
        exchange.json(200, Json.object(json -> write(json, product)));
    }

    private void publish(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        VersionRequest request = Json.read(exchange.body(MAX_BODY), VersionRequest.class);
        if (request.version == null) {
            throw FanDoor.invalid(new Fault("version", null, "is required: the one after the last"));
        }
        List<Change> changes = new ArrayList<>();
        for (ChangeRequest change : Objects.requireNonNullElse(request.changes, List.<ChangeRequest>of())) {
            changes.add(change(change));
        }
        PublishedVersion published = specs.publish(exchange.name(0), request.version, changes, asking.member());
        exchange.json(201, Json.object(json -> write(json, published)));
    }

    private static Change change(ChangeRequest request) {
        return new Change(
                texts(request.attribute),
                texts(request.from),
                texts(request.to),
                Objects.requireNonNullElse(request.evidence, ""),
                request.wish == null ? null : wish(request.wish));
    }

    private static WishId wish(String text) {
        return WishId.parse(text).orElseThrow(() -> FanDoor.invalid(new Fault("wish", null, "is no id of a wish")));
    }

    private static Map<String, String> texts(@Nullable Map<String, String> texts) {
        return Objects.requireNonNullElse(texts, Map.of());
    }

    private static void write(JsonGenerator json, Product product) {
        json.writeStringProperty("product", product.id());
        LaunchJson.texts(json, "name", product.name());
        json.writeNumberProperty("askAfterDays", product.askAfterDays());
    }

    private static void write(JsonGenerator json, PublishedVersion version) {
        json.writeNumberProperty("version", version.version());
        json.writeStringProperty("at", version.at().toString());
        changes(json, version.changes());
    }

    static void changes(JsonGenerator json, List<ChangeRecord> changes) {
        json.writeArrayPropertyStart("changes");
        for (ChangeRecord published : changes) {
            json.writeStartObject();
            json.writeStringProperty("product", published.product());
            json.writeNumberProperty("version", published.version());
            LaunchJson.texts(json, "attribute", published.change().attribute());
            LaunchJson.texts(json, "from", published.change().from());
            LaunchJson.texts(json, "to", published.change().to());
            json.writeStringProperty("evidence", published.change().evidence());
            WishId wish = published.change().wish();
            json.writeStringProperty("wish", wish == null ? null : wish.toString());
            json.writeStringProperty("wishTitle", published.wishTitle());
            json.writeStringProperty("at", published.at().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
