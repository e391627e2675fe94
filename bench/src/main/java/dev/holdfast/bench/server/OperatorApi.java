package dev.holdfast.bench.server;

import dev.holdfast.bench.check.Curve;
import dev.holdfast.bench.load.Showroom;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The operator's side of a rehearsal, through the same REST contract that any operator's program uses.
public final class OperatorApi implements AutoCloseable {
    /// Longer than any rehearsal.
    private static final Duration CAMPAIGN = Duration.ofHours(75);

    private static final Duration MAX_WAIT = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final URI server;
    private final String token;

    public OperatorApi(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /// Creates a launch of the showroom's car, loads its supply and opens it.
    ///
    /// The limit of two lets a doubled order show itself as one instead of being refused by the limit.
    public void open(String launch, Showroom showroom, int ordersPerMember, String timeZone)
            throws IOException, InterruptedException {
        define(launch, showroom, ordersPerMember * 2, timeZone);
        put("/operator/launches/" + launch + "/supply", "text/csv", csv(showroom));
        open(launch);
    }

    /// Creates a launch of the showroom's car, without supply and not open yet.
    public void define(String launch, Showroom showroom, int limitPerMember, String timeZone)
            throws IOException, InterruptedException {
        put(
                "/operator/launches/" + launch,
                "application/json",
                json.writeValueAsString(definition(showroom, limitPerMember, timeZone)));
    }

    /// Creates a launch with a waiting room whose lobby is open.
    public void defineWithLobby(String launch, Showroom showroom) throws IOException, InterruptedException {
        var definition = new HashMap<>(definition(showroom, 1, "UTC"));
        var now = Instant.now();
        definition.put(
                "waitingRoom",
                Map.of(
                        "lobbyOpensAt",
                        now.minus(Duration.ofHours(1)).toString(),
                        "drawClosesAt",
                        now.plus(Duration.ofHours(1)).toString(),
                        "figureAt",
                        now.plus(Duration.ofHours(2)).toString(),
                        "figure",
                        "none: nothing is drawn here"));
        put("/operator/launches/" + launch, "application/json", json.writeValueAsString(definition));
    }

    public void open(String launch) throws IOException, InterruptedException {
        post("/operator/launches/" + launch + "/open", "application/json", "");
    }

    private static Map<String, Object> definition(Showroom showroom, int limitPerMember, String timeZone) {
        List<Map<String, Object>> offers = showroom.offers().stream()
                .map(offer -> Map.<String, Object>of(
                        "id", offer.id(), "name", name(offer.id()), "price", offer.price(), "deposit", offer.deposit()))
                .toList();
        List<Map<String, Object>> regions = showroom.regions().stream()
                .map(region -> Map.<String, Object>of(
                        "id", region.id(), "name", name(region.id()), "transitWeeks", region.transitWeeks()))
                .toList();
        Map<String, Object> definition = new HashMap<>(Map.of(
                "name",
                name("Rehearsal"),
                "opensAt",
                Instant.now().plus(Duration.ofDays(1)).toString(),
                "timeZone",
                timeZone,
                "currency",
                "CNY",
                "limitPerMember",
                limitPerMember,
                // Far longer than a rehearsal, so that no hold expires while it is being checked.
                "payWithin",
                "PT2H",
                "lockAfter",
                "P7D",
                "beyondSupply",
                "refuse",
                "regions",
                regions,
                "offers",
                offers));
        if (showroom.campaign()) {
            definition.put("mode", "crowdfund");
            definition.put("closesAt", Instant.now().plus(CAMPAIGN).toString());
            definition.put("campaign", Map.of("funding", "all_or_nothing", "goal", 1));
        }
        return definition;
    }

    private static Map<String, String> name(String text) {
        return Map.of("en", text, "zh", text);
    }

    private static String csv(Showroom showroom) {
        var csv = new StringBuilder("offer,week,quantity\n");
        for (Showroom.Offer offer : showroom.offers()) {
            for (Curve.Week week : offer.supply().weeks()) {
                csv.append(offer.id())
                        .append(',')
                        .append(week.monday())
                        .append(',')
                        .append(week.units());
                csv.append('\n');
            }
        }
        return csv.toString();
    }

    public JsonNode post(String path, String type, String body) throws IOException, InterruptedException {
        return json.readTree(send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body))));
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return json.readTree(send(request(path).GET()));
    }

    public void put(String path, String type, String body) throws IOException, InterruptedException {
        send(request(path).header("Content-Type", type).PUT(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve("/api/v1" + path))
                .timeout(MAX_WAIT)
                .header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        HttpRequest request = builder.build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(
                    request.method() + " " + request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        client.close();
    }
}
