package dev.holdfast.launch.intake;

import dev.holdfast.launch.OrderId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What members have in all launches that count together.
///
/// The lock of a line does not keep the other lines of its group away. So a batch that may add an order locks the row
/// of
/// the group, after its own line, and keeps it until it has committed: the lines of one group take turns. Nobody who
/// has a group's row waits for a line, so there is no ring. Launches without a group pay nothing.
final class LimitGroups {
    static final String LOCK = "select name from launch.limit_group where name = ? for update";

    /// Read after the lock was given, and so with everything that the others committed. The definitions are a few rows.
    static final String LIVE = """
            select asked.member, held.orders, held.one
            from unnest(?::text[]) as asked (member)
            cross join lateral (
              select count(*) as orders, (array_agg(live.id))[1] as one
              from (select o.id from launch.orders o
                    where o.member = asked.member and o.live and o.launch + 0 = any (array(
                      select l.number from launch.launch l where l.definition -> 'entry' ->> 'limitGroup' = ?))
                    limit ?) live) held
            where held.orders > 0
            """;

    private LimitGroups() {}

    /// @param more orders that the batch may add to a member's
    static void read(Connection connection, LineState state, Collection<String> members, int more, Facts facts)
            throws SQLException {
        @Nullable String group = state.definition().entry().limitGroup();
        if (group == null || members.isEmpty()) {
            return;
        }
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, group);
            lock.execute();
        }
        try (PreparedStatement statement = connection.prepareStatement(LIVE)) {
            statement.setArray(1, connection.createArrayOf("text", members.toArray()));
            statement.setString(2, group);
            statement.setInt(3, state.definition().entry().limit() + more);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    OrderId one = new OrderId(rows.getObject(3, UUID.class));
                    facts.grouped.put(rows.getString(1), new Facts.Live(rows.getInt(2), one));
                }
            }
        }
    }
}
