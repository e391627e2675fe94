package dev.holdfast.launch.lobby;

import dev.holdfast.launch.WaitingRoom;
import dev.holdfast.launch.draw.TicketHashes;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of lobbies and their pages.
///
/// A page holds up to [#PAGE] hashes in order of arrival. A batch adds pages of its own size, a few rows for up to
/// two thousand people; when [#MAX_LOOSE] of them stand behind the full ones they are written once more as full pages.
/// So a person takes 17 bytes in the end, whether ten thousand came in a second or one in a minute.
final class LobbyStore {
    /// A row of PostgreSQL stays in one piece up to about 2,000 bytes.
    static final int PAGE = 118;

    static final int MAX_LOOSE = 256;

    private static final String SECRET = "select secret from launch.lobby_key where number = 1";

    /// Two instances that start on one new database end with one key.
    private static final String KEEP_SECRET =
            "insert into launch.lobby_key (number, secret) values (1, :secret) on conflict (number) do nothing";

    private static final String MAKE =
            "insert into launch.lobby (launch, seed) values (:launch, :seed) on conflict (launch) do nothing";

    private static final String READ = """
            select launch, seed, tickets, folded, loose, frozen_tickets, frozen_at, figure_named, figure_at, root,
              figure
            from launch.lobby where launch = :launch""";

    private static final String ADVANCE = """
            update launch.lobby set tickets = :tickets, folded = :folded, loose = :loose where launch = :launch""";

    private static final String PAGES = """
            select last, hashes from launch.lobby_page where launch = ? and last > ? order by last""";

    private static final String ADD = "insert into launch.lobby_page (launch, last, hashes) values (?, ?, ?)";

    private static final String UNFOLD = "delete from launch.lobby_page where launch = :launch and last > :last";

    private static final String FREEZE = """
            update launch.lobby
            set frozen_tickets = tickets, frozen_at = :at, figure_named = :figure, figure_at = :figureAt
            where launch = :launch and frozen_at is null""";

    private static final String ROOT = """
            update launch.lobby set root = :root where launch = :launch and frozen_at is not null and root is null""";

    private static final String FIGURE = """
            update launch.lobby set figure = :figure, drawn_at = :at where launch = :launch and figure is null""";

    private final String locking;
    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    LobbyStore(JdbcTemplate jdbc) {
        this(jdbc, " for update");
    }

    /// @param locking how a lobby's row is taken; a test takes it without a lock, to see what the lock is worth
    LobbyStore(JdbcTemplate jdbc, String locking) {
        this.locking = locking;
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    Optional<byte[]> secret() {
        return client.sql(SECRET).query((row, number) -> row.getBytes(1)).optional();
    }

    void keepSecret(byte[] secret) {
        client.sql(KEEP_SECRET).param("secret", secret).update();
    }

    void make(int launch, String seed) {
        client.sql(MAKE).param("launch", launch).param("seed", seed).update();
    }

    Optional<LobbyRow> read(int launch) {
        return client.sql(READ)
                .param("launch", launch)
                .query((row, number) -> row(row))
                .optional();
    }

    /// Locks the lobby until the transaction ends.
    LobbyRow lock(int launch) {
        return client.sql(READ + locking)
                .param("launch", launch)
                .query((row, number) -> row(row))
                .single();
    }

    private static LobbyRow row(ResultSet row) throws SQLException {
        Instant frozenAt = instant(row, 7);
        Instant figureAt = instant(row, 9);
        LobbyRow.Freeze freeze = frozenAt == null || figureAt == null
                ? null
                : new LobbyRow.Freeze(row.getInt(6), frozenAt, row.getString(8), figureAt, row.getString(10));
        return new LobbyRow(
                row.getInt(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                freeze,
                row.getString(11));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /// Brings a roll forward by what others wrote.
    void follow(int launch, Roll roll) {
        int known = roll.size();
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(PAGES);
                    statement.setFetchSize(1_000);
                    statement.setInt(1, launch);
                    statement.setInt(2, known);
                    return statement;
                },
                row -> {
                    take(roll, row.getInt(1), row.getBytes(2));
                });
    }

    /// Pages are folded now and then: the first that is read may begin with hashes that are known.
    private static void take(Roll roll, int last, byte[] page) {
        int first = last - page.length / TicketHashes.BYTES + 1;
        ByteBuffer bytes = ByteBuffer.wrap(page).position((roll.size() + 1 - first) * TicketHashes.BYTES);
        while (bytes.hasRemaining()) {
            roll.add(bytes.getLong(), bytes.getLong());
        }
    }

    /// Writes one batch's hashes behind those that are there, under the lock.
    void append(LobbyRow row, Roll known, TicketHashes added) {
        List<Object[]> pages = new ArrayList<>();
        int tickets = row.tickets() + added.size();
        boolean fold = row.loose() >= MAX_LOOSE;
        int from = fold ? row.folded() : row.tickets();
        if (fold) {
            client.sql(UNFOLD).param("launch", row.launch()).param("last", from).update();
        }
        for (int at = from; at < tickets; at += PAGE) {
            int last = Math.min(tickets, at + PAGE);
            pages.add(new Object[] {row.launch(), last, page(row.tickets(), known, added, at, last)});
        }
        jdbc.batchUpdate(ADD, pages);
        // The last page of a fold is hardly ever full: it stays loose.
        int folded = fold ? from + (tickets - from) / PAGE * PAGE : row.folded();
        client.sql(ADVANCE)
                .param("launch", row.launch())
                .param("tickets", tickets)
                .param("folded", folded)
                .param("loose", fold ? 1 : row.loose() + pages.size())
                .update();
    }

    private static byte[] page(int tickets, Roll known, TicketHashes added, int from, int to) {
        ByteBuffer page = ByteBuffer.allocate((to - from) * TicketHashes.BYTES);
        for (int index = from; index < to; index++) {
            if (index < tickets) {
                page.putLong(known.high(index + 1)).putLong(known.low(index + 1));
            } else {
                page.putLong(added.high(index - tickets)).putLong(added.low(index - tickets));
            }
        }
        return page.array();
    }

    /// @return whether it was frozen by this
    boolean freeze(int launch, WaitingRoom room, Instant at) {
        return client.sql(FREEZE)
                        .param("launch", launch)
                        .param("at", Timestamp.from(at))
                        .param("figure", room.figure())
                        .param("figureAt", Timestamp.from(room.figureAt()))
                        .update()
                > 0;
    }

    void root(int launch, String root) {
        client.sql(ROOT).param("launch", launch).param("root", root).update();
    }

    /// @return whether it was entered by this
    boolean figure(int launch, String figure, Instant at) {
        return client.sql(FIGURE)
                        .param("launch", launch)
                        .param("figure", figure)
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }
}
