package dev.holdfast.launch.intake;

import dev.holdfast.kernel.Check;
import dev.holdfast.launch.Course;
import dev.holdfast.launch.Happening;
import dev.holdfast.launch.Happenings;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The journal as modules above follow it: which order came into which state.
///
/// A row of the journal is seen only after all before it, since both were written under the line's lock; so
/// one number says how far a follower has come. It lies beside the journal, so that nothing is cleared away
/// before it is heard. Where only a newer version knows what happened a follower waits, and an instance of
/// that version hears it and goes on: the number is that of all instances, and what one skipped none would
/// hear.
public final class Following {
    static final String BEGIN = """
            insert into launch.follower (launch, name, sequence) values (:launch, :name, 0) on conflict do nothing
            """;

    /// Locked, so that of two instances one goes on where the other ended.
    static final String AT = """
            select f.sequence, l.sequence as last from launch.follower f join launch.line l on l.launch = f.launch
            where f.launch = :launch and f.name = :name for update of f
            """;

    static final String NEXT = """
            select sequence, at, events from launch.journal
            where launch = :launch and sequence > :sequence order by sequence limit :max
            """;

    static final String MEMBERS = "select id, member from launch.orders where id = any (:orders)";

    static final String MOVE = """
            update launch.follower set sequence = :sequence where launch = :launch and name = :name
            """;

    private static final String LAUNCHES = "select number from launch.launch order by number";

    /// Rows of the journal in one go; at a rush each may be 200 kB.
    static final int MAX_ROWS = 50;

    private final JdbcClient jdbc;
    private final CourseStore courses;
    private final int maxRows;

    public Following(JdbcClient jdbc) {
        this(jdbc, MAX_ROWS);
    }

    Following(JdbcClient jdbc, int maxRows) {
        this.jdbc = jdbc;
        this.courses = new CourseStore(jdbc);
        this.maxRows = maxRows;
    }

    private record Row(long sequence, Instant at, List<Event> events) {
        boolean isKnown() {
            return events.stream().noneMatch(Event.Unknown.class::isInstance);
        }
    }

    private record Stand(long sequence, long last) {}

    private record Seen(long sequence, Instant at, OrderId order, OrderState state) {}

    /// Joins the running transaction.
    public Happenings next(String follower, int launch, Set<OrderState> states) {
        Check.that(
                TransactionSynchronizationManager.isActualTransactionActive(),
                "A follower has to be in a transaction.");
        Stand stand = stand(follower, launch);
        if (stand.sequence() == stand.last()) {
            return new Happenings(List.of(), false);
        }
        List<Row> rows = rows(launch, stand.sequence());
        List<Row> known = rows.stream().takeWhile(Row::isKnown).toList();
        List<Seen> seen = new ArrayList<>();
        for (Row row : known) {
            for (Event event : row.events()) {
                Seen one = seen(row, event);
                if (one != null && states.contains(one.state())) {
                    seen.add(one);
                }
            }
        }
        if (!known.isEmpty()) {
            move(follower, launch, known.getLast().sequence());
        }
        return new Happenings(named(seen), known.size() == maxRows);
    }

    /// Whose orders they are; those that do not exist are left out.
    public Map<OrderId, String> members(Collection<OrderId> orders) {
        Map<OrderId, String> members = new HashMap<>();
        UUID[] ids = orders.stream().map(OrderId::value).distinct().toArray(UUID[]::new);
        if (ids.length > 0) {
            jdbc.sql(MEMBERS).param("orders", ids).query((ResultSet row) -> member(row, members));
        }
        return members;
    }

    /// What paid orders were promised and how they ended, in the order of their ids.
    public List<Course> courses(int launch, ZoneId zone, Instant until, @Nullable OrderId after, int limit) {
        return courses.page(launch, zone, until, after, limit);
    }

    public List<Integer> launches() {
        return jdbc.sql(LAUNCHES).query((row, number) -> row.getInt(1)).list();
    }

    private Stand stand(String follower, int launch) {
        return at(follower, launch).orElseGet(() -> {
            jdbc.sql(BEGIN).param("launch", launch).param("name", follower).update();
            return at(follower, launch).orElseThrow();
        });
    }

    private Optional<Stand> at(String follower, int launch) {
        return jdbc.sql(AT)
                .param("launch", launch)
                .param("name", follower)
                .query((row, number) -> new Stand(row.getLong("sequence"), row.getLong("last")))
                .optional();
    }

    private List<Row> rows(int launch, long after) {
        return jdbc.sql(NEXT)
                .param("launch", launch)
                .param("sequence", after)
                .param("max", maxRows)
                .query((row, number) -> new Row(
                        row.getLong("sequence"),
                        row.getTimestamp("at").toInstant(),
                        Journal.read(row.getString("events"))))
                .list();
    }

    private void move(String follower, int launch, long sequence) {
        jdbc.sql(MOVE)
                .param("launch", launch)
                .param("name", follower)
                .param("sequence", sequence)
                .update();
    }

    private List<Happening> named(List<Seen> seen) {
        Map<OrderId, String> members = members(seen.stream().map(Seen::order).toList());
        return seen.stream()
                .map(one ->
                        new Happening(one.sequence(), one.order(), member(members, one.order()), one.state(), one.at()))
                .toList();
    }

    private static void member(ResultSet row, Map<OrderId, String> members) throws SQLException {
        members.put(new OrderId(row.getObject("id", UUID.class)), row.getString("member"));
    }

    private static String member(Map<OrderId, String> members, OrderId order) {
        String member = members.get(order);
        if (member == null) {
            throw new IllegalStateException("The journal names " + order + ", which has no row.");
        }
        return member;
    }

    /// Null: no order came into another state.
    private static @Nullable Seen seen(Row row, Event event) {
        return switch (event) {
            case Event.Held e -> seen(row, e.order(), OrderState.HELD);
            case Event.Placed e -> seen(row, e.order(), OrderState.PLACED);
            case Event.Readmitted e -> seen(row, e.order(), OrderState.PLACED);
            case Event.Locked e -> seen(row, e.order(), OrderState.LOCKED);
            case Event.Advanced e -> seen(row, e.order(), e.to());
            case Event.Expired e -> seen(row, e.order(), OrderState.EXPIRED);
            case Event.Cancelled e -> seen(row, e.order(), OrderState.CANCELLED);
            case Event.Changed _, Event.LockAsked _, Event.Consented _, Event.Reset _, Event.Unknown _ -> null;
        };
    }

    private static Seen seen(Row row, OrderId order, OrderState state) {
        return new Seen(row.sequence(), row.at(), order, state);
    }
}
