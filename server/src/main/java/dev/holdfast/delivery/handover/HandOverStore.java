package dev.holdfast.delivery.handover;

import static dev.holdfast.kernel.SqlTime.instant;
import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.launch.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of hand-overs and of what was said in them; those of what was said are never changed.
final class HandOverStore {
    /// The unit was given to the order; `ours`: it is still.
    private static final String GIVEN = """
            select u.number, u.serial, u.state, u.at, u.configuration, coalesce(u.region, h.region) as region,
              h.order_id is not null as ours,
              exists (select 1 from delivery.quarantined_unit k where k.unit = u.number and k.released_at is null)
                as quarantined,
              exists (select 1 from delivery.appointment_step t join delivery.slot s on s.number = t.slot
                where t.order_id = :order and s.place = :place) as booked
            from delivery.unit u left join delivery.holding h on h.unit = u.number and h.order_id = :order
            where u.serial = :serial and exists (
              select 1 from delivery.giving g where g.order_id = :order and g.unit = u.number and g.given)
            """;

    private static final String BEGIN = """
            insert into delivery.handover (order_id, unit, member, place, checklist, begun_at)
            values (:order, :unit, :member, :place, :checklist, :now) on conflict (order_id, unit) do nothing
            """;

    private static final String SELECT = """
            select v.number, v.order_id, v.unit, v.member, v.place, v.checklist, v.confirmed_at, v.delivered_at,
              v.warranty_from, u.serial
            from delivery.handover v join delivery.unit u on u.number = v.unit
            """;

    private static final String LOCK = SELECT + " where v.order_id = :order and v.unit = :unit for update of v";

    /// Of several, which only a damaged unit can bring about, the latest.
    private static final String LATEST = SELECT + " where v.order_id = :order order by v.number desc limit 1";

    private static final String SAY = """
            insert into delivery.handover_said (id, handover, actor, place, at, told_at, kind, subject, good, text)
            values (:id, :handover, :actor, :place, :at, :now, :kind, :subject, :good, :text)
            on conflict (id) do nothing
            """;

    private static final String SAID = """
            select id, actor, at, kind, subject, good, text from delivery.handover_said where handover = :handover
            """;

    private static final String KNOWN = """
            select id, actor, at, kind, subject, good, text from delivery.handover_said
            where id = :id and handover = :handover
            """;

    private static final String CONFIRM = """
            update delivery.handover set confirmed_at = :now where number = :handover and confirmed_at is null
            """;

    private static final String DELIVERED = """
            update delivery.handover set delivered_at = :now, warranty_from = :warranty where number = :handover
            """;

    private final JdbcClient jdbc;

    HandOverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param ours whether the unit is the order's still
    /// @param quarantined whether it is to be handed to nobody
    /// @param booked whether the order ever had a slot at the place
    record Given(
            long unit,
            String serial,
            String configuration,
            String state,
            Instant at,
            @Nullable String region,
            boolean ours,
            boolean quarantined,
            boolean booked) {}

    record Row(
            long number,
            OrderId order,
            long unit,
            String serial,
            String member,
            String place,
            int checklist,
            @Nullable Instant confirmedAt,
            @Nullable Instant deliveredAt,
            @Nullable LocalDate warrantyFrom) {}

    Optional<Given> given(OrderId order, String serial, String place) {
        return jdbc.sql(GIVEN)
                .param("order", order.value())
                .param("serial", serial)
                .param("place", place)
                .query((row, number) -> new Given(
                        row.getLong("number"),
                        row.getString("serial"),
                        row.getString("configuration"),
                        row.getString("state"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("region"),
                        row.getBoolean("ours"),
                        row.getBoolean("quarantined"),
                        row.getBoolean("booked")))
                .optional();
    }

    /// The hand-over of this unit to this order, begun now if it had not; locked until the transaction ends.
    Row begin(OrderId order, long unit, String member, String place, int checklist, Instant now) {
        jdbc.sql(BEGIN)
                .param("order", order.value())
                .param("unit", unit)
                .param("member", member)
                .param("place", place)
                .param("checklist", checklist)
                .param("now", utc(now))
                .update();
        return jdbc.sql(LOCK)
                .param("order", order.value())
                .param("unit", unit)
                .query((row, number) -> row(row))
                .single();
    }

    Optional<Row> latest(OrderId order) {
        return jdbc.sql(LATEST)
                .param("order", order.value())
                .query((row, number) -> row(row))
                .optional();
    }

    /// @return false: its id is known
    boolean say(long handOver, Said said, String actor, String place, Instant now) {
        return jdbc.sql(SAY)
                        .param("id", said.id())
                        .param("handover", handOver)
                        .param("actor", actor)
                        .param("place", place)
                        .param("at", utc(said.at()))
                        .param("now", utc(now))
                        .param("kind", said.kind().name())
                        .param("subject", said.subject())
                        .param("good", said.good())
                        .param("text", said.text())
                        .update()
                > 0;
    }

    List<Protocol.Row> said(long handOver) {
        return jdbc.sql(SAID)
                .param("handover", handOver)
                .query((row, number) -> said(row))
                .list();
    }

    Optional<Said> known(long handOver, UUID id) {
        return jdbc.sql(KNOWN)
                .param("handover", handOver)
                .param("id", id)
                .query((row, number) -> said(row).said())
                .optional();
    }

    void confirm(long handOver, Instant now) {
        jdbc.sql(CONFIRM).param("handover", handOver).param("now", utc(now)).update();
    }

    void delivered(long handOver, LocalDate warranty, Instant now) {
        jdbc.sql(DELIVERED)
                .param("handover", handOver)
                .param("warranty", warranty)
                .param("now", utc(now))
                .update();
    }

    private static Protocol.Row said(ResultSet row) throws SQLException {
        return new Protocol.Row(
                new Said(
                        row.getObject("id", UUID.class),
                        Said.Kind.valueOf(row.getString("kind")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("subject"),
                        row.getObject("good", Boolean.class),
                        row.getString("text")),
                row.getString("actor"));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("number"),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getLong("unit"),
                row.getString("serial"),
                row.getString("member"),
                row.getString("place"),
                row.getInt("checklist"),
                instant(row.getObject("confirmed_at", OffsetDateTime.class)),
                instant(row.getObject("delivered_at", OffsetDateTime.class)),
                row.getObject("warranty_from", LocalDate.class));
    }
}
