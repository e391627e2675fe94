package dev.holdfast.bench.community;

import dev.holdfast.launch.copy.CopyRows;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/// Who brought whom, and who applied for events.
final class NeighbourRows {
    /// Twenty owners brought a hundred each; a dispute in a hundred is open.
    private static final int HEAVY = 20;

    private static final int FREED = 1_000_000;

    private static final String CODES = "copy community.referral_code (code, member, at) from stdin";
    private static final String REFERRALS = """
            copy community.referral (number, friend, owner, first_owner, code, source, contact_at, state, answer_by,
              settled) from stdin""";
    private static final String STEPS = """
            copy community.referral_step (referral, act, actor, owner, said, at) from stdin""";
    private static final String APPLICANTS = """
            copy community.applicant (event, member, ticket, hash, city, fits, state, applied_at, since) from stdin""";

    private final Random random;
    private final Instant now = Instant.now();

    NeighbourRows(long seed) {
        this.random = new Random(seed);
    }

    void referrals(Connection connection, int count) throws SQLException {
        CopyRows codes = new CopyRows(CODES);
        CopyRows referrals = new CopyRows(REFERRALS);
        CopyRows steps = new CopyRows(STEPS);
        for (int owner = 0; owner < count; owner++) {
            codes.add("CODE" + owner).add("fan-" + owner).add(now);
            codes.endRow();
        }
        for (int number = 1; number <= count; number++) {
            int owner = number <= HEAVY * 100 ? number % HEAVY : random.nextInt(count);
            Instant at = now.minus(Duration.ofHours(random.nextInt(9_000)));
            referrals.add(number).add("friend-" + number).add("fan-" + owner).add("fan-" + owner);
            referrals.add("CODE" + owner).add("LINK").add(at).add(random.nextInt(3) == 0 ? "VESTED" : "LINKED");
            referrals
                    .add(number % 100 == 0 ? now.plus(Duration.ofDays(7)) : null)
                    .add(true);
            referrals.endRow();
            steps.add(number)
                    .add("LINKED")
                    .add("friend-" + number)
                    .add("fan-" + owner)
                    .add("")
                    .add(at);
            steps.endRow();
        }
        for (CopyRows rows : List.of(codes, referrals, steps)) {
            rows.into(connection);
        }
        try (var statement = connection.createStatement()) {
            statement.execute("select setval(pg_get_serial_sequence('community.referral', 'number'),"
                    + " (select max(number) from community.referral))");
            statement.execute("analyze community.referral, community.referral_step, community.referral_code");
        }
    }

    /// @param event the number of one that takes applications
    void applicants(Connection connection, int event, int count) throws SQLException {
        CopyRows applicants = new CopyRows(APPLICANTS);
        for (int applicant = 0; applicant < count; applicant++) {
            Instant at = now.minus(Duration.ofSeconds(random.nextInt(3_000)));
            applicants.add(event).add("fan-" + applicant).add("\\x" + bytes(applicant));
            applicants
                    .add("\\x" + bytes(FREED + applicant))
                    .add(applicant % 3 == 0 ? "north" : "south")
                    .add(0);
            applicants.add("APPLIED").add(at).add(at);
            applicants.endRow();
        }
        applicants.into(connection);
        try (var statement = connection.createStatement()) {
            statement.execute("analyze community.applicant");
        }
    }

    private static String bytes(int number) {
        return HexFormat.of().formatHex(ByteBuffer.allocate(16).putInt(number).array());
    }
}
