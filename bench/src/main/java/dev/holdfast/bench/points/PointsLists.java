package dev.holdfast.bench.points;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.holdfast.bench.Lists;
import dev.holdfast.bench.Machine;
import dev.holdfast.bench.Site;
import dev.holdfast.bench.server.Throwaway;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/// Loads a ledger of points by a seeded generator, and measures over HTTP what members and the brand read of it: each
/// list under 100 ms, and a report that is the sum of all entries to the last point.
///
/// The server is a process of its own, fresh, on a database of its own, and gone afterwards. Arguments: entries
/// (1,000,000), the seed (1).
public final class PointsLists {
    private static final int MEMBERS = 20_000;
    private static final int HEAVY = 20;

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

    private PointsLists() {}

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
            boolean whole;
            try (var lists = new Lists(site, throwaway.uri(), seed)) {
                whole = measure(site, lists, connection);
            }
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

    private static boolean measure(Site site, Lists lists, Connection connection) throws Exception {
        lists.ofMember("statement of a member", "/api/v1/me/points", "fan-", MEMBERS);
        lists.ofMember("statement of a member with 5,000 entries", "/api/v1/me/points", "heavy-", HEAVY);
        lists.ofMember("its 200 latest entries", "/api/v1/me/points?limit=200", "heavy-", HEAVY);
        lists.ofMember("reservations of a member", "/api/v1/me/points/reservations", "fan-", MEMBERS);
        lists.ofOperator("liability report", "/api/v1/operator/points/report");
        lists.ofOperator("reservations to hand over", "/api/v1/operator/points/reservations");
        lists.ofOperator("rules", "/api/v1/operator/points/rules");
        long told =
                site.operator().get("/operator/points/report").path("liability").asLong();
        long again = number(connection, OWED);
        say(
                "the report owes %,d points, all entries added again %,d: %s",
                told, again, told == again ? "equal" : "WRONG");
        return lists.allWithin() && told == again;
    }

    @FormatMethod
    private static void say(@FormatString String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
