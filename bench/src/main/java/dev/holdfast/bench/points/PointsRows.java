package dev.holdfast.bench.points;

import dev.holdfast.launch.copy.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/// Lots and their entries from a seed, as a few years of a brand would leave them behind: earned, active after a while,
/// then spent, expired or still there. Every lot adds up.
final class PointsRows {
    /// Of an instant that begins with its day.
    private static final int DAY = "2026-11-20".length();

    private static final int ROWS = 20_000;
    private static final String LOTS = """
            copy community.points_lot (id, member, rule, version, activity, asked, amount, day, earned_at, active_at,
              expires_at, owes_spent) from stdin
            """;
    private static final String ENTRIES = """
            copy community.points_entry (lot, member, debit, credit, amount, cause, subject, at) from stdin
            """;
    private static final String NEXT_LOT = """
            select setval(pg_get_serial_sequence('community.points_lot', 'id'),
              (select max(id) from community.points_lot))
            """;
    private static final String[] RULES = {"check-in", "purchase", "test-drive", "story"};

    private final Random random;
    private final Instant now = Instant.now();
    private final int heavyMembers;
    private final int members;
    private CopyRows lots = new CopyRows(LOTS);
    private CopyRows entries = new CopyRows(ENTRIES);
    private long lot;
    private int written;

    /// @param heavyMembers who have a tenth of everything between them
    PointsRows(long seed, int members, int heavyMembers) {
        this.random = new Random(seed);
        this.members = members;
        this.heavyMembers = heavyMembers;
    }

    /// @return how many entries there are
    int load(Connection connection, int atLeast) throws SQLException {
        while (written < atLeast) {
            lots = new CopyRows(LOTS);
            entries = new CopyRows(ENTRIES);
            for (int row = 0; row < ROWS && written < atLeast; row++) {
                lot();
            }
            lots.into(connection);
            entries.into(connection);
        }
        try (var statement = connection.createStatement()) {
            statement.execute(NEXT_LOT);
            statement.execute("analyze community.points_lot, community.points_entry");
        }
        return written;
    }

    private void lot() {
        lot++;
        boolean heavy = random.nextInt(10) == 0;
        String member = heavy ? "heavy-" + random.nextInt(heavyMembers) : "fan-" + random.nextInt(members);
        long amount = 10L + random.nextInt(990);
        Instant earned = now.minus(Duration.ofMinutes(random.nextInt(2 * 365 * 24 * 60)));
        Instant expires = earned.plus(Duration.ofDays(365));
        lots.add(lot)
                .add(member)
                .add(RULES[random.nextInt(RULES.length)])
                .add(1)
                .add("activity-" + lot);
        lots.add(amount)
                .add(amount)
                .add(earned.toString().substring(0, DAY))
                .add(earned)
                .add(earned);
        lots.add(expires).add(true);
        lots.endRow();
        entry(member, "ISSUED", "PENDING", amount, "EARNED", earned);
        entry(member, "PENDING", "ACTIVE", amount, "ACTIVATED", earned);
        long spent = random.nextInt(3) == 0 ? 1L + random.nextInt((int) amount) : 0;
        if (spent > 0) {
            Instant later = earned.plus(Duration.ofHours(random.nextInt(24 * 300)));
            entry(member, "ACTIVE", "RESERVED", spent, "RESERVED", later);
            entry(member, "RESERVED", "SPENT", spent, "SPENT", later);
        }
        if (expires.isBefore(now) && spent < amount) {
            entry(member, "ACTIVE", "EXPIRED", amount - spent, "EXPIRED", expires);
        }
    }

    private void entry(String member, String debit, String credit, long amount, String cause, Instant at) {
        entries.add(lot).add(member).add(debit).add(credit).add(amount).add(cause);
        entries.add("activity-" + lot).add(at);
        entries.endRow();
        written++;
    }
}
