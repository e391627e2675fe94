package dev.holdfast.bench.tally;

import dev.holdfast.launch.copy.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/// Copies a journal into the product's tables.
final class VoteRows {
    private static final int ROWS = 20_000;

    private static final String JOURNAL = """
            copy community.wish_vote (wish, member, change, at, position, voter) from stdin
            """;

    private static final String COUNTED = """
            update community.wish set votes = ?, supporters = ?, examined = ? where id = ?""";

    private VoteRows() {}

    static void load(Connection connection, UUID wish, Votes votes) throws SQLException {
        while (votes.hasNext()) {
            CopyRows rows = new CopyRows(JOURNAL);
            for (int row = 0; row < ROWS && votes.hasNext(); row++) {
                Votes.Row next = votes.next();
                rows.add(wish).add("fan-" + next.voter()).add(next.change()).add(next.at());
                rows.add(next.position()).add(next.voter()).endRow();
            }
            rows.into(connection);
        }
        try (var counted = connection.prepareStatement(COUNTED);
                var analyze = connection.createStatement()) {
            counted.setInt(1, votes.votes() + votes.withdrawals());
            counted.setInt(2, votes.total());
            // What is measured is not examined beside it.
            counted.setInt(3, votes.votes() + votes.withdrawals());
            counted.setObject(4, wish);
            counted.executeUpdate();
            analyze.execute("analyze community.wish_vote");
        }
    }
}
