package dev.holdfast.bench.points;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.holdfast.bench.Machine;
import dev.holdfast.bench.Site;
import dev.holdfast.bench.load.Latencies;
import dev.holdfast.bench.server.Throwaway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Random;

/// Loads a ledger of points by a seeded generator, and measures over HTTP what members and the brand read of it: each
/// list under 100 ms, and a report that is the sum of all entries to the last point.
///
/// The server is a process of its own, fresh, on a database of its own, and gone afterwards. Arguments: entries
/// (1,000,000), the seed (1).
public final class PointsLists {
    private static final int MEMBERS = 20_000;
    private static final int HEAVY = 20;
    private static final int ASKED = 200;
    private static final int WARM_UP = 20;
    private static final double LIMIT_MS = 100;

    private static final String BEHIND = """
            select (select max(number) from community.points_entry) - (select number from community.points_folded)
            """;

    private static final String OWED = """
            select sum(case when credit in ('PENDING', 'ACTIVE', 'RESERVED') then amount else 0 end)
              - sum(case when debit in ('PENDING', 'ACTIVE', 'RESERVED') then amount else 0 end)
            from community.points_entry
            """;

    /// Fewer than this are added by each report itself.
    private static final long FOLDED = 1_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Site site;
    private final URI server;
    private final Random random;

    private PointsLists(Site site, URI server, long seed) {
        this.site = site;
        this.server = server;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws Exception {
        int entries = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        try (var throwaway = Throwaway.start(1);
                var site = Site.of(throwaway);
                var connection = throwaway.database().connect()) {
            say("%s, seed %d", Machine.here(connection), seed);
            long start = System.nanoTime();
            int loaded = new PointsRows(seed, MEMBERS, HEAVY).load(connection, entries);
            say("%,d entries loaded in %.1f s", loaded, (System.nanoTime() - start) / 1e9);
            fold(connection);
            say("folded after %.1f s", (System.nanoTime() - start) / 1e9);
            boolean whole = new PointsLists(site, throwaway.uri(), seed).measure(connection);
            System.exit(whole ? 0 : 1);
        }
    }

    /// The server's own clock does it, some 20,000 entries at a time.
    private static void fold(Connection connection) throws SQLException, InterruptedException {
        while (number(connection, BEHIND) > FOLDED) {
            Thread.sleep(200);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private boolean measure(Connection connection) throws Exception {
        boolean fast = ask("statement of a member", "/me/points", "fan-", MEMBERS);
        fast &= ask("statement of a member with 5,000 entries", "/me/points", "heavy-", HEAVY);
        fast &= ask("its 200 latest entries", "/me/points?limit=200", "heavy-", HEAVY);
        fast &= ask("reservations of a member", "/me/points/reservations", "fan-", MEMBERS);
        fast &= ask("liability report", "/operator/points/report", "", 0);
        fast &= ask("reservations to hand over", "/operator/points/reservations", "", 0);
        fast &= ask("rules", "/operator/points/rules", "", 0);
        long told =
                site.operator().get("/operator/points/report").path("liability").asLong();
        long again = number(connection, OWED);
        say(
                "the report owes %,d points, all entries added again %,d: %s",
                told, again, told == again ? "equal" : "WRONG");
        return fast && told == again;
    }

    /// @param people among whom one is drawn for each request; 0: an operator asks
    private boolean ask(String what, String path, String name, int people) throws IOException, InterruptedException {
        Latencies latencies = new Latencies();
        for (int time = 0; time < WARM_UP + ASKED; time++) {
            String token = people == 0
                    ? site.tokens().sign("operator", "operator")
                    : site.tokens().sign(name + random.nextInt(people), "fan");
            var request = HttpRequest.newBuilder(server.resolve("/api/v1" + path))
                    .header("Authorization", "Bearer " + token)
                    .build();
            long start = System.nanoTime();
            int status = client.send(request, BodyHandlers.ofByteArray()).statusCode();
            if (status != 200) {
                throw new IOException(what + " was answered " + status);
            }
            if (time >= WARM_UP) {
                latencies.add(System.nanoTime() - start);
            }
        }
        var told = latencies.summary();
        boolean within = told.p99() < LIMIT_MS;
        say(
                "%-42s p50 %5.1f ms, p99 %5.1f ms, max %5.1f ms: %s",
                what, told.p50(), told.p99(), told.max(), within ? "within the limit" : "LIMIT MISSED");
        return within;
    }

    @FormatMethod
    private static void say(@FormatString String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
