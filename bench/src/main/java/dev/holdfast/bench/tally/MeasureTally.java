package dev.holdfast.bench.tally;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.holdfast.bench.Machine;
import dev.holdfast.bench.Site;
import dev.holdfast.bench.server.Throwaway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/// Gives one wish a million votes by a seeded generator, has the server publish what they come to, takes the file over
/// HTTP, and has it added again by the independent script. All three have to come to what the generator knows.
///
/// The server is a process of its own, fresh, on a database of its own, and gone afterwards. Arguments: rows of the
/// journal (1,000,000), the seed (1), the script (docs/verify-tally.py).
public final class MeasureTally {
    private static final String WISH = """
            {"class": "product", "language": "en", "title": "A hook for bags", "text": "By a crowd."}""";

    private final Site site;
    private final URI server;

    private MeasureTally(Site site, URI server) {
        this.site = site;
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        Path script = Path.of(arguments.length > 2 ? arguments[2] : "docs/verify-tally.py");
        Path folder = Files.createTempDirectory("holdfast-tally-");
        boolean fits = false;
        try (var throwaway = Throwaway.start(1);
                var site = Site.of(throwaway);
                var connection = throwaway.database().connect()) {
            say("%s, seed %d", Machine.here(connection), seed);
            MeasureTally measure = new MeasureTally(site, throwaway.uri());
            UUID wish = measure.propose();
            Votes votes = new Votes(seed, rows, Instant.now().minus(Duration.ofSeconds(rows * 3L)));
            long began = System.nanoTime();
            VoteRows.load(connection, wish, votes);
            say("%,d rows copied in %.1f s", rows, seconds(began));
            fits = measure.tally(wish, votes, script, folder);
            say(
                    "server's memory at most %,d MiB",
                    throwaway.servers().getFirst().peakMemoryMiB());
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.exit(fits ? 0 : 1);
    }

    private UUID propose() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/v1/wishes"))
                .header("Authorization", "Bearer " + site.tokens().sign("author", "fan"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(WISH))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            String place = answer.headers().firstValue("Location").orElseThrow(() -> new IOException(answer.body()));
            return UUID.fromString(place.substring(place.lastIndexOf('/') + 1));
        }
    }

    private boolean tally(UUID wish, Votes votes, Path script, Path folder) throws IOException, InterruptedException {
        long began = System.nanoTime();
        JsonNode tally = site.operator().post("/operator/wishes/" + wish + "/tallies", "application/json", "");
        int total = tally.path("total").asInt();
        say("added up and published in %.2f s: %,d votes", seconds(began), total);
        Path file = folder.resolve("votes.csv");
        began = System.nanoTime();
        take(tally.path("file").asString(""), file);
        say("its file, %,d bytes, in %.2f s", Files.size(file), seconds(began));
        Path said = Files.writeString(folder.resolve("tally.json"), tally.toString());
        began = System.nanoTime();
        int again = new ProcessBuilder("python3", script.toString(), said.toString(), file.toString())
                .inheritIO()
                .start()
                .waitFor();
        say("added again by %s in %.2f s", script, seconds(began));
        boolean fits = total == votes.total() && again == 0;
        say("the generator made %,d: %s", votes.total(), fits ? "all three agree" : "WRONG");
        return fits;
    }

    private void take(String path, Path file) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(
                            HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofFile(file))
                    .statusCode();
            if (status != 200) {
                throw new IOException(path + " answered " + status);
            }
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    @FormatMethod
    private static void say(@FormatString String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
