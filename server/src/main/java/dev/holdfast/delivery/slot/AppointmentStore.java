package dev.holdfast.delivery.slot;

import static dev.holdfast.kernel.SqlTime.instant;
import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.delivery.slot.Appointment.State;
import dev.holdfast.launch.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One order's appointment: read, locked, and written down with the step that changed it.
final class AppointmentStore {
    static final String COLUMNS = """
            a.order_id, a.member, a.region, a.priority_at, a.state, a.slot, a.held_until, a.invited_at, a.reminded,
              a.missed, a.since
            """;

    private static final String FIND = "select " + COLUMNS + " from delivery.appointment a where a.order_id = :order";

    private static final String LOCK = FIND + " for update";

    private static final String LOCK_OWN = FIND + " and a.member = :member for update";

    /// Whoever finds times that are open needs no letter that they are.
    private static final String OPEN = """
            insert into delivery.appointment (order_id, member, region, priority_at, state, since, invited_at)
            select :visit, :member, :region, :now, 'WAITING', :now, case when exists (
              select from delivery.slot where region = :region and from_at > :now and taken < capacity) then :now end
            on conflict (order_id) do nothing
            """;

    private static final String UPDATE = """
            update delivery.appointment set priority_at = :priority, state = :state, slot = :slot,
              held_until = :heldUntil, invited_at = :invited, reminded = :reminded, missed = :missed, since = :since
            where order_id = :order
            """;

    private static final String STEP = """
            insert into delivery.appointment_step (order_id, at, step, slot, cause)
            values (:order, :at, :step, :stepSlot, :cause)
            """;

    /// Every change has its step; together they are one message to the database.
    private static final String UPDATE_WITH_STEP = "with written as (" + UPDATE + ") " + STEP;

    /// Both in one snapshot: whoever took a place meanwhile is counted either as one who waits, with the place still
    /// free,
    /// or as neither.
    private static final String STANDING = """
            select (select coalesce(sum(capacity - taken), 0) from delivery.slot
                where region = :region and from_at > :now) as free,
              (select count(*) from delivery.appointment where region = :region and state = 'WAITING'
                and (invited_at is null or invited_at > :began)
                and (priority_at, order_id) < (:priority, :order)) as ahead
            """;

    private final JdbcClient jdbc;

    AppointmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param ahead those who wait longer, and whose turn it is or has not come
    record Standing(long free, long ahead) {}

    Optional<Appointment> find(OrderId order) {
        return one(FIND, order);
    }

    /// The same once more changes nothing.
    void open(OrderId visit, String member, String region, Instant now) {
        jdbc.sql(OPEN)
                .param("visit", visit.value())
                .param("member", member)
                .param("region", region)
                .param("now", utc(now))
                .update();
    }

    Optional<Appointment> lock(OrderId order) {
        return one(LOCK, order);
    }

    /// Only for their own.
    Optional<Appointment> lock(OrderId order, String member) {
        return jdbc.sql(LOCK_OWN)
                .param("order", order.value())
                .param("member", member)
                .query((row, number) -> appointment(row))
                .optional();
    }

    private Optional<Appointment> one(String sql, OrderId order) {
        return jdbc.sql(sql)
                .param("order", order.value())
                .query((row, number) -> appointment(row))
                .optional();
    }

    void write(Appointment to) {
        written(UPDATE, to).update();
    }

    void write(Appointment to, String step, @Nullable Long slot, String cause, Instant at) {
        written(UPDATE_WITH_STEP, to)
                .param("step", step)
                .param("at", utc(at))
                .param("stepSlot", slot)
                .param("cause", cause)
                .update();
    }

    private JdbcClient.StatementSpec written(String sql, Appointment to) {
        return jdbc.sql(sql)
                .param("order", to.order().value())
                .param("priority", utc(to.priorityAt()))
                .param("state", to.state().name())
                .param("slot", to.slot())
                .param("heldUntil", orNull(to.heldUntil()))
                .param("invited", orNull(to.invitedAt()))
                .param("reminded", to.reminded())
                .param("missed", to.missed())
                .param("since", utc(to.since()));
    }

    void step(OrderId order, String step, @Nullable Long slot, String cause, Instant at) {
        jdbc.sql(STEP)
                .param("order", order.value())
                .param("at", utc(at))
                .param("step", step)
                .param("stepSlot", slot)
                .param("cause", cause)
                .update();
    }

    /// @param began turns that began before this are over
    Standing standing(Appointment of, Instant began, Instant now) {
        return jdbc.sql(STANDING)
                .param("region", of.region())
                .param("now", utc(now))
                .param("began", utc(began))
                .param("priority", utc(of.priorityAt()))
                .param("order", of.order().value())
                .query((row, number) -> new Standing(row.getLong("free"), row.getLong("ahead")))
                .single();
    }

    static Appointment appointment(ResultSet row) throws SQLException {
        return new Appointment(
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("member"),
                row.getString("region"),
                Objects.requireNonNull(instant(row.getObject("priority_at", OffsetDateTime.class))),
                State.valueOf(row.getString("state")),
                row.getObject("slot", Long.class),
                instant(row.getObject("held_until", OffsetDateTime.class)),
                instant(row.getObject("invited_at", OffsetDateTime.class)),
                row.getBoolean("reminded"),
                row.getInt("missed"),
                Objects.requireNonNull(instant(row.getObject("since", OffsetDateTime.class))));
    }

    private static @Nullable OffsetDateTime orNull(@Nullable Instant at) {
        return at == null ? null : utc(at);
    }
}
