package dev.holdfast.delivery.slot;

import static dev.holdfast.kernel.SqlTime.instant;
import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.delivery.slot.Appointment.State;
import dev.holdfast.launch.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
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

    private static final String LOCK_FREE = "select " + COLUMNS + """
             from delivery.appointment a where a.order_id = any (:orders) order by a.order_id
             for no key update skip locked
            """;

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
    /// free, or as neither.
    private static final String STANDINGS = """
            with free as (
              select s.region, sum(s.capacity - s.taken) as places from delivery.slot s
              where s.region = any (:regions) and s.from_at > :now group by s.region)
            select n.order_id, coalesce(f.places, 0) as free,
              (select count(*) from delivery.appointment a where a.region = n.region and a.state = 'WAITING'
                and (a.invited_at is null or a.invited_at > :began)
                and (a.priority_at, a.order_id) < (n.priority_at, n.order_id)) as ahead
            from delivery.appointment n left join free f on f.region = n.region
            where n.order_id = any (:orders)
            """;

    private static final String UPDATE_ALL = """
            update delivery.appointment a set priority_at = n.priority_at, state = n.state, slot = n.slot,
              held_until = n.held_until, invited_at = n.invited_at, reminded = n.reminded, missed = n.missed,
              since = n.since
            from unnest(:orders::uuid[], :priorities::timestamptz[], :states::text[], :slots::bigint[],
                :helds::timestamptz[], :inviteds::timestamptz[], :remindeds::boolean[], :misseds::int[],
                :sinces::timestamptz[])
              as n (order_id, priority_at, state, slot, held_until, invited_at, reminded, missed, since)
            where a.order_id = n.order_id
            """;

    private static final String STEPS = """
            insert into delivery.appointment_step (order_id, at, step, slot, cause)
            select * from unnest(:orders::uuid[], :ats::timestamptz[], :steps::text[], :slots::bigint[],
              :causes::text[])
            """;

    private final JdbcClient jdbc;

    AppointmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

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

    /// Those of them that nobody else has, until the running transaction ends.
    List<Appointment> lockFree(Collection<UUID> orders) {
        return jdbc.sql(LOCK_FREE)
                .param("orders", orders.toArray(UUID[]::new))
                .query((row, number) -> appointment(row))
                .list();
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

    void write(Collection<Appointment> all) {
        jdbc.sql(UPDATE_ALL)
                .param("orders", array(all, one -> one.order().value(), UUID[]::new))
                .param("priorities", array(all, one -> one.priorityAt().toString(), String[]::new))
                .param("states", array(all, one -> one.state().name(), String[]::new))
                .param("slots", array(all, Appointment::slot, Long[]::new))
                .param("helds", array(all, one -> text(one.heldUntil()), String[]::new))
                .param("inviteds", array(all, one -> text(one.invitedAt()), String[]::new))
                .param("remindeds", array(all, Appointment::reminded, Boolean[]::new))
                .param("misseds", array(all, Appointment::missed, Integer[]::new))
                .param("sinces", array(all, one -> one.since().toString(), String[]::new))
                .update();
    }

    void steps(Collection<HoldBatch.Step> steps) {
        jdbc.sql(STEPS)
                .param("orders", array(steps, HoldBatch.Step::order, UUID[]::new))
                .param("ats", array(steps, one -> one.at().toString(), String[]::new))
                .param("steps", array(steps, HoldBatch.Step::step, String[]::new))
                .param("slots", array(steps, HoldBatch.Step::slot, Long[]::new))
                .param("causes", array(steps, HoldBatch.Step::cause, String[]::new))
                .update();
    }

    private static <R, T> T[] array(
            Collection<R> all, Function<R, ? extends @Nullable Object> value, IntFunction<T[]> made) {
        return all.stream().map(value).toArray(made);
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
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

    /// Of those who have no slot.
    ///
    /// @param began turns that began before this are over
    Map<UUID, SlotBook.Standing> standings(Collection<Appointment> of, Instant began, Instant now) {
        List<Appointment> without =
                of.stream().filter(one -> one.slot() == null).toList();
        Map<UUID, SlotBook.Standing> standings = new HashMap<>();
        if (!without.isEmpty()) {
            jdbc.sql(STANDINGS)
                    .param("regions", array(without, Appointment::region, String[]::new))
                    .param("orders", array(without, one -> one.order().value(), UUID[]::new))
                    .param("began", utc(began))
                    .param("now", utc(now))
                    .query((ResultSet row) -> {
                        standings.put(
                                row.getObject("order_id", UUID.class),
                                new SlotBook.Standing(row.getLong("free"), row.getLong("ahead")));
                    });
        }
        return standings;
    }

    /// Of one who has no slot.
    SlotBook.Standing standing(Appointment of, Instant began, Instant now) {
        return Objects.requireNonNull(
                standings(List.of(of), began, now).get(of.order().value()));
    }

    static Appointment appointment(ResultSet row) throws SQLException {
        return new Appointment(
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("member"),
                row.getString("region"),
                row.getObject("priority_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                row.getObject("slot", Long.class),
                instant(row.getObject("held_until", OffsetDateTime.class)),
                instant(row.getObject("invited_at", OffsetDateTime.class)),
                row.getBoolean("reminded"),
                row.getInt("missed"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    private static @Nullable OffsetDateTime orNull(@Nullable Instant at) {
        return at == null ? null : utc(at);
    }
}
