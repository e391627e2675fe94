package dev.holdfast.launch.campaign;

import dev.holdfast.kernel.Check;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.PledgeMoney;
import dev.holdfast.launch.copy.CopyRows;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rows of pledges and their authorisations, as batches read and write them under the line's lock: a statement for
/// each batch, however many pledges are in it, and none in a launch that is no campaign.
public final class PledgeStore {
    private static final String COLUMNS = """
            p.order_id, p.position, p.add_ons, p.late, p.money, p.counted, p.settled, p.fee, p.share, p.provider,
              p.payment, p.mend_by
            """;

    static final String ONE = "select " + COLUMNS + " from launch.pledge p where p.order_id = :order";

    static final String BY_ORDER = "select " + COLUMNS + " from launch.pledge p where p.order_id = any (?::uuid[])";

    static final String AFTER = "select " + COLUMNS + """
             from launch.pledge p where p.launch = ? and p.position > ? order by p.position limit ?
            """;

    static final String TO_DROP = "select " + COLUMNS + """
             from launch.pledge p
            where p.launch = ? and p.money = 'MENDING' and p.mend_by <= ? order by p.mend_by limit ?
            """;

    /// How many pledges of theirs are in the sum: a backer is counted once.
    static final String BACKING = """
            select asked.member, held.pledges
            from unnest(?::text[]) as asked (member)
            cross join lateral (
              select count(*) as pledges from launch.orders o join launch.pledge p on p.order_id = o.id
              where o.launch + 0 = ? and o.member = asked.member and p.counted) held
            where held.pledges > 0
            """;

    static final String INSERT = """
            copy launch.pledge (order_id, launch, position, add_ons, late, money, counted, settled, fee, share,
              provider, payment, mend_by) from stdin
            """;

    static final String UPDATE = """
            update launch.pledge p
            set money = n.money, counted = n.counted, settled = n.settled, fee = n.fee, share = n.share,
              provider = n.provider, payment = n.payment, mend_by = n.mend_by
            from unnest(?::uuid[], ?::text[], ?::boolean[], ?::boolean[], ?::bigint[], ?::bigint[], ?::text[],
              ?::text[], ?::timestamptz[])
              as n (order_id, money, counted, settled, fee, share, provider, payment, mend_by)
            where p.order_id = n.order_id
            """;

    static final String GRANT = """
            copy launch.authorisation (provider, payment, launch, order_id, amount, currency, at, act, next_attempt_at)
            from stdin
            """;

    /// What is to be asked from now on, first attempt first; or nothing any more.
    static final String DUE = """
            update launch.authorisation a
            set act = n.act, attempts = 0, next_attempt_at = ?, last_fault = null,
              over_at = case when n.act is null then ?::timestamptz end
            from unnest(?::text[], ?::text[], ?::text[]) as n (payment, provider, act)
            where a.payment = n.payment and a.provider = n.provider
            """;

    static final String SAY = "copy launch.pledge_news (launch, order_id, kind, at) from stdin";

    /// No promise dies within an hour; until then whoever looks after promises stays out of a rush.
    private static final Duration FIRST_LOOK = Duration.ofHours(1);

    private PledgeStore() {}

    public static Map<OrderId, Pledge> read(Connection connection, Collection<OrderId> orders) throws SQLException {
        if (orders.isEmpty()) {
            return new HashMap<>();
        }
        try (PreparedStatement statement = connection.prepareStatement(BY_ORDER)) {
            statement.setArray(1, array(connection, "uuid", orders, OrderId::value));
            Map<OrderId, Pledge> pledges = new HashMap<>();
            rows(statement).forEach(pledge -> pledges.put(pledge.order, pledge));
            return pledges;
        }
    }

    /// The next in line that the campaign's verdict has to reach.
    public static List<Pledge> after(Connection connection, int launch, long position, int max) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AFTER)) {
            statement.setInt(1, launch);
            statement.setLong(2, position);
            statement.setInt(3, max);
            return rows(statement);
        }
    }

    /// Those whose time to mend is over, the longest over first.
    public static List<Pledge> toDrop(Connection connection, int launch, Instant now, int max) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TO_DROP)) {
            statement.setInt(1, launch);
            statement.setTimestamp(2, Timestamp.from(now));
            statement.setInt(3, max);
            return rows(statement);
        }
    }

    public static Map<String, Long> backing(Connection connection, int launch, Collection<String> members)
            throws SQLException {
        Map<String, Long> backing = new HashMap<>();
        if (members.isEmpty()) {
            return backing;
        }
        try (PreparedStatement statement = connection.prepareStatement(BACKING)) {
            statement.setArray(1, array(connection, "text", members, member -> member));
            statement.setInt(2, launch);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    backing.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return backing;
    }

    /// Joins the connection's transaction.
    public static void write(Connection connection, Course course, Instant at, PledgeWrites writes)
            throws SQLException {
        insert(connection, course.launch, writes.created);
        update(connection, writes.changed);
        grant(connection, course.launch, at, writes.granted);
        due(connection, at, writes.due);
        say(connection, course.launch, at, writes.said);
        if (course.changed()) {
            CourseStore.write(connection, course, at);
        }
    }

    private static void insert(Connection connection, int launch, Collection<Pledge> pledges) throws SQLException {
        CopyRows rows = new CopyRows(INSERT);
        for (Pledge pledge : pledges) {
            rows.add(pledge.order).add(launch).add(pledge.position);
            rows.add(AddOnText.write(pledge.addOns)).add(pledge.late).add(pledge.money);
            rows.add(pledge.counted).add(pledge.settled).add(pledge.fee).add(pledge.share);
            rows.add(provider(pledge)).add(payment(pledge)).add(pledge.mendBy);
            rows.endRow();
        }
        rows.into(connection);
    }

    private static void update(Connection connection, Collection<Pledge> pledges) throws SQLException {
        if (pledges.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            statement.setArray(1, array(connection, "uuid", pledges, pledge -> pledge.order.value()));
            statement.setArray(2, array(connection, "text", pledges, pledge -> pledge.money.name()));
            statement.setArray(3, array(connection, "boolean", pledges, pledge -> pledge.counted));
            statement.setArray(4, array(connection, "boolean", pledges, pledge -> pledge.settled));
            statement.setArray(5, array(connection, "bigint", pledges, pledge -> pledge.fee));
            statement.setArray(6, array(connection, "bigint", pledges, pledge -> pledge.share));
            statement.setArray(7, array(connection, "text", pledges, PledgeStore::provider));
            statement.setArray(8, array(connection, "text", pledges, PledgeStore::payment));
            statement.setArray(
                    9,
                    array(
                            connection,
                            "text",
                            pledges,
                            pledge -> pledge.mendBy == null ? null : pledge.mendBy.toString()));
            int updated = statement.executeUpdate();
            Check.that(updated == pledges.size(), "Updated %s of %s pledges.", updated, pledges.size());
        }
    }

    private static void grant(Connection connection, int launch, Instant at, List<PledgeWrites.Granted> granted)
            throws SQLException {
        CopyRows rows = new CopyRows(GRANT);
        for (PledgeWrites.Granted row : granted) {
            rows.add(row.authorised().provider())
                    .add(row.authorised().payment())
                    .add(launch)
                    .add(row.order());
            rows.add(row.amount()).add(row.currency()).add(at).add(Act.KEEP).add(at.plus(FIRST_LOOK));
            rows.endRow();
        }
        rows.into(connection);
    }

    /// One after the other where a batch asks twice about the same: the last word counts.
    private static void due(Connection connection, Instant at, List<PledgeWrites.Due> due) throws SQLException {
        if (due.isEmpty()) {
            return;
        }
        Map<Pledge.Authorised, PledgeWrites.Due> last = new HashMap<>();
        due.forEach(row -> last.put(row.authorised(), row));
        Collection<PledgeWrites.Due> rows = last.values();
        try (PreparedStatement statement = connection.prepareStatement(DUE)) {
            statement.setTimestamp(1, Timestamp.from(at));
            statement.setTimestamp(2, Timestamp.from(at));
            statement.setArray(
                    3, array(connection, "text", rows, row -> row.authorised().payment()));
            statement.setArray(
                    4, array(connection, "text", rows, row -> row.authorised().provider()));
            statement.setArray(
                    5,
                    array(
                            connection,
                            "text",
                            rows,
                            row -> row.act() == null ? null : row.act().name()));
            statement.executeUpdate();
        }
    }

    private static void say(Connection connection, int launch, Instant at, List<PledgeWrites.Said> said)
            throws SQLException {
        CopyRows rows = new CopyRows(SAY);
        for (PledgeWrites.Said row : said) {
            rows.add(launch).add(row.order()).add(row.kind()).add(at);
            rows.endRow();
        }
        rows.into(connection);
    }

    private static List<Pledge> rows(PreparedStatement statement) throws SQLException {
        List<Pledge> pledges = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                pledges.add(pledge(rows));
            }
        }
        return pledges;
    }

    static Pledge pledge(ResultSet row) throws SQLException {
        Pledge pledge = new Pledge(
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getLong("position"),
                AddOnText.units(row.getString("add_ons")),
                row.getBoolean("late"));
        pledge.money = PledgeMoney.valueOf(row.getString("money"));
        pledge.counted = row.getBoolean("counted");
        pledge.settled = row.getBoolean("settled");
        pledge.fee = row.getLong("fee");
        pledge.share = row.getLong("share");
        String provider = row.getString("provider");
        pledge.authorised = provider == null ? null : new Pledge.Authorised(provider, row.getString("payment"));
        Timestamp mendBy = row.getTimestamp("mend_by");
        pledge.mendBy = mendBy == null ? null : mendBy.toInstant();
        return pledge;
    }

    private static @Nullable String provider(Pledge pledge) {
        return pledge.authorised == null ? null : pledge.authorised.provider();
    }

    private static @Nullable String payment(Pledge pledge) {
        return pledge.authorised == null ? null : pledge.authorised.payment();
    }

    private static <T> Array array(
            Connection connection, String type, Collection<T> values, Function<T, ? extends @Nullable Object> of)
            throws SQLException {
        return connection.createArrayOf(type, values.stream().map(of).toArray());
    }
}
