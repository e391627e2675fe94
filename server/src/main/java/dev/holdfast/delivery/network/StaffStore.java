package dev.holdfast.delivery.network;

import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.launch.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of who works where, and of what they did.
final class StaffStore {
    private static final String INVITE = """
            insert into delivery.staff (member, place, invited_by, invited_at) values (:member, :place, :by, :at)
            on conflict (member, place) do update set invited_by = excluded.invited_by,
              invited_at = excluded.invited_at, ended_at = null where delivery.staff.ended_at is not null
            """;

    private static final String END = """
            update delivery.staff set ended_at = :at where member = :member and place = :place and ended_at is null
            """;

    private static final String PLACES = """
            select place from delivery.staff where member = :member and ended_at is null order by place
            """;

    private static final String WORKING = """
            select place, count(*) from delivery.staff where ended_at is null group by place
            """;

    private static final String ALL = """
            select member, place, invited_by, invited_at, ended_at from delivery.staff
            where :place::text is null or place = :place order by place, member limit :limit
            """;

    private static final String ACT = """
            insert into delivery.staff_act (at, actor, place, act, order_id, detail)
            values (:at, :actor, :place, :act, :order, :detail)
            """;

    private static final String OF_ORDER = """
            select number, at, actor, place, act, order_id, detail from delivery.staff_act
            where order_id = :order order by number limit :limit
            """;

    private static final String OF_PLACE = """
            select number, at, actor, place, act, order_id, detail from delivery.staff_act
            where place = :place and number < :before order by number desc limit :limit
            """;

    private final JdbcClient jdbc;

    StaffStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void invite(String member, String place, String operator, Instant at) {
        jdbc.sql(INVITE)
                .param("member", member)
                .param("place", place)
                .param("by", operator)
                .param("at", utc(at))
                .update();
    }

    void end(String member, String place, Instant at) {
        jdbc.sql(END)
                .param("member", member)
                .param("place", place)
                .param("at", utc(at))
                .update();
    }

    List<String> places(String member) {
        return jdbc.sql(PLACES)
                .param("member", member)
                .query((row, number) -> row.getString(1))
                .list();
    }

    Map<String, Integer> working() {
        Map<String, Integer> working = new HashMap<>();
        jdbc.sql(WORKING).query((ResultSet row) -> {
            working.put(row.getString(1), row.getInt(2));
        });
        return working;
    }

    List<Staff> all(@Nullable String place, int limit) {
        return jdbc.sql(ALL)
                .param("place", place)
                .param("limit", limit)
                .query((row, number) -> {
                    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
                    return new Staff(
                            row.getString("member"),
                            row.getString("place"),
                            row.getString("invited_by"),
                            row.getObject("invited_at", OffsetDateTime.class).toInstant(),
                            ended == null ? null : ended.toInstant());
                })
                .list();
    }

    void act(String actor, String place, String act, @Nullable OrderId order, String detail, Instant at) {
        jdbc.sql(ACT)
                .param("at", utc(at))
                .param("actor", actor)
                .param("place", place)
                .param("act", act)
                .param("order", order == null ? null : order.value())
                .param("detail", detail)
                .update();
    }

    List<StaffAct> ofOrder(OrderId order, int limit) {
        return jdbc.sql(OF_ORDER)
                .param("order", order.value())
                .param("limit", limit)
                .query((row, number) -> act(row))
                .list();
    }

    /// The latest first.
    List<StaffAct> ofPlace(String place, long before, int limit) {
        return jdbc.sql(OF_PLACE)
                .param("place", place)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> act(row))
                .list();
    }

    private static StaffAct act(ResultSet row) throws SQLException {
        UUID order = row.getObject("order_id", UUID.class);
        return new StaffAct(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("place"),
                row.getString("act"),
                order == null ? null : new OrderId(order),
                row.getString("detail"));
    }
}
