package dev.holdfast.bench.kept;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.holdfast.bench.Lists;
import dev.holdfast.bench.Machine;
import dev.holdfast.bench.Site;
import dev.holdfast.bench.load.Showroom;
import dev.holdfast.bench.server.Throwaway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Publishes how the promises to a million orders were kept, takes the file over HTTP and has it counted again by the
/// independent script; all have to come to what was planted. Then more units arrive, and it is published again. Last it
/// measures the pages that anybody may look at: each under 100 ms.
///
/// The server is a process of its own, fresh, on a database of its own, and gone afterwards. Arguments: orders
/// (1,000,000), the script (docs/verify-kept.py).
public final class MeasureKept implements AutoCloseable {
    private static final String SLUG = "kept";
    private static final int LIMIT_PER_MEMBER = 1_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Site site;
    private final URI server;

    private MeasureKept(Site site, URI server) {
        this.site = site;
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        int orders = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path script = Path.of(arguments.length > 1 ? arguments[1] : "docs/verify-kept.py");
        Path folder = Files.createTempDirectory("holdfast-kept-");
        boolean fits = false;
        try (var throwaway = Throwaway.start(1);
                var site = Site.of(throwaway);
                var connection = throwaway.database().connect();
                var measure = new MeasureKept(site, throwaway.uri());
                var lists = new Lists(site, throwaway.uri(), 1)) {
            say("%s", Machine.here(connection));
            var showroom = Showroom.forOrders(orders, LocalDate.now(ZoneOffset.UTC));
            var rows = new KeptRows(orders, showroom);
            long began = System.nanoTime();
            site.operator().define(SLUG, showroom, LIMIT_PER_MEMBER, "UTC");
            rows.load(connection, SLUG);
            say("%,d orders and what became of them copied in in %.1f s", orders, seconds(began));
            long before = throwaway.servers().getFirst().peakMemoryMiB();
            JsonNode first = measure.publish("published");
            boolean planted = measure.planted(first, rows.planted());
            fits = measure.again(first, script, folder) && planted;
            rows.more(connection);
            fits &= measure.again(measure.publish("published again, with what came meanwhile"), script, folder);
            say(
                    "server's memory at most %,d MiB, %,d before anything was published",
                    throwaway.servers().getFirst().peakMemoryMiB(), before);
            lists.ofAnybody("page of all launches", () -> "/kept");
            lists.ofAnybody("page of the launch", () -> "/kept/" + SLUG);
            lists.ofAnybody("all launches, by the interface", () -> "/api/v1/kept");
            lists.ofAnybody("a publication's figures", () -> "/api/v1/launches/" + SLUG + "/kept/2");
            fits &= lists.allWithin();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.exit(fits ? 0 : 1);
    }

    private JsonNode publish(String what) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/v1/operator/launches/" + SLUG + "/kept"))
                .header("Authorization", "Bearer " + site.tokens().sign("operator", "operator"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        long began = System.nanoTime();
        var answer = client.send(request, BodyHandlers.ofString());
        double took = seconds(began);
        if (answer.statusCode() != 201) {
            throw new IOException("It was not published: " + answer.statusCode() + " " + answer.body());
        }
        JsonNode published = JsonMapper.shared().readTree(answer.body());
        String address =
                "/api/v1/launches/" + SLUG + "/kept/" + published.path("number").asInt();
        say("%s: %,d lines in %.2f s", what, published.path("orders").asLong(), took);
        return JsonMapper.shared()
                .readTree(client.send(
                                HttpRequest.newBuilder(server.resolve(address)).build(), BodyHandlers.ofString())
                        .body());
    }

    private boolean planted(JsonNode publication, Map<String, Map<String, Integer>> planted) {
        boolean fits = true;
        for (JsonNode figure : publication.path("figures")) {
            if (figure.path("by").asString("").equals("launch")) {
                var expected = planted.getOrDefault(figure.path("promise").asString(""), Map.of());
                boolean same = !expected.isEmpty()
                        && expected.entrySet().stream()
                                .allMatch(one -> figure.path(one.getKey()).asInt() == one.getValue());
                say("against the %s promise: %s", figure.path("promise").asString(""), same ? "as planted" : "WRONG");
                fits &= same;
            }
        }
        return fits;
    }

    /// Takes the file and has it counted by the script.
    private boolean again(JsonNode publication, Path script, Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("orders.csv");
        long began = System.nanoTime();
        int status = client.send(
                        HttpRequest.newBuilder(
                                        server.resolve(publication.path("file").asString("")))
                                .build(),
                        BodyHandlers.ofFile(file))
                .statusCode();
        say("its file, %,d bytes, in %.2f s", Files.size(file), seconds(began));
        Path said = Files.writeString(folder.resolve("publication.json"), publication.toString());
        began = System.nanoTime();
        int verdict = new ProcessBuilder("python3", script.toString(), said.toString(), file.toString())
                .redirectOutput(folder.resolve("counted.txt").toFile())
                .redirectErrorStream(true)
                .start()
                .waitFor();
        boolean fits = status == 200 && verdict == 0;
        say("counted again by %s in %.2f s: %s", script, seconds(began), fits ? "the same" : "WRONG");
        return fits;
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    @FormatMethod
    private static void say(@FormatString String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }

    @Override
    public void close() {
        client.close();
    }
}
