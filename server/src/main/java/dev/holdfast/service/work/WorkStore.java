package dev.holdfast.service.work;

import static dev.holdfast.kernel.SqlTime.instant;
import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.launch.OrderId;
import dev.holdfast.service.ticket.Step;
import dev.holdfast.service.ticket.Step.Side;
import dev.holdfast.service.work.WorkOrder.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Rows of work orders and their steps; those of steps are never changed.
final class WorkStore {
    private static final String SELECT = """
            select o.number, o.ticket, o.recall, o.order_id, o.member, o.launch, o.serial, o.configuration, o.place,
              o.km, o.currency, o.state, o.made_at, o.planned_at, o.since,
              (select max(s.expected_on) from service.work_line l
                join service.stock s on s.place = l.place and s.part = l.part
                where l.work_order = o.number and l.stock = 'WAITING') as parts_on
            from service.work_order o
            """;

    private static final String FIND = SELECT + " where o.number = :number";

    private static final String LOCK = FIND + " for update of o";

    private static final String OF_ORDER = SELECT + " where o.order_id = :key::uuid order by o.number desc limit :max";

    private static final String OF_TICKET = SELECT + " where o.ticket = :key::bigint order by o.number desc limit :max";

    private static final String OF_PLACE = SELECT + """
             where o.place = :key and o.state in ('OFFERED', 'PLANNED', 'IN_WORK') order by o.number limit :max
            """;

    private static final String RECALLED_AT = SELECT + """
             where o.place = :key and o.recall is not null and o.state in ('PLANNED', 'IN_WORK')
            order by o.number limit :max
            """;

    private static final String MAKE = """
            insert into service.work_order (ticket, recall, order_id, member, launch, serial, configuration, place, km,
              currency, state, made_at, since)
            values (:ticket, :recall, :order, :member, :launch, :serial, :configuration, :place, :km, :currency,
              'OFFERED', :now, :now)
            returning number
            """;

    private static final String TURN = """
            update service.work_order set state = :state, since = :now,
              planned_at = case when :state = 'PLANNED' then :now else planned_at end
            where number = :number
            """;

    private static final String STEP = """
            insert into service.work_step (work_order, at, step, side, actor, words)
            values (:number, :at, :step, :side, :actor, :words)
            """;

    private static final String STEPS = """
            select number, at, step, side, actor, words from service.work_step where work_order = :number
            order by number
            """;

    private final JdbcClient jdbc;
    private final LineStore lines;

    WorkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.lines = new LineStore(jdbc);
    }

    Optional<WorkOrder> find(long number) {
        return query(FIND, sql -> sql.param("number", number)).stream().findFirst();
    }

    /// Until the running transaction ends.
    Optional<WorkOrder> lock(long number) {
        return query(LOCK, sql -> sql.param("number", number)).stream().findFirst();
    }

    List<WorkOrder> ofOrder(OrderId order, int max) {
        return of(OF_ORDER, order.toString(), max);
    }

    List<WorkOrder> ofTicket(long ticket, int max) {
        return of(OF_TICKET, Long.toString(ticket), max);
    }

    /// Those that are not over.
    List<WorkOrder> ofPlace(String place, int max) {
        return of(OF_PLACE, place, max);
    }

    /// Those of them that are for recalls.
    List<WorkOrder> recalledAt(String place, int max) {
        return of(RECALLED_AT, place, max);
    }

    private List<WorkOrder> of(String sql, String key, int max) {
        return query(sql, spec -> spec.param("key", key).param("max", max));
    }

    private List<WorkOrder> query(String sql, Function<StatementSpec, StatementSpec> filled) {
        return filled.apply(jdbc.sql(sql)).query((row, index) -> order(row)).list();
    }

    /// @param like what is about to be made; its number, state and times are given here
    long make(WorkOrder like, Instant now) {
        return jdbc.sql(MAKE)
                .param("ticket", like.ticket())
                .param("recall", like.recall())
                .param("order", like.order().value())
                .param("member", like.member())
                .param("launch", like.launch())
                .param("serial", like.serial())
                .param("configuration", like.configuration())
                .param("place", like.place())
                .param("km", like.km())
                .param("currency", like.currency())
                .param("now", utc(now))
                .query(Long.class)
                .single();
    }

    void turn(long number, State state, Instant now) {
        jdbc.sql(TURN)
                .param("number", number)
                .param("state", state.name())
                .param("now", utc(now))
                .update();
    }

    void step(long number, String step, Side side, String actor, String words, Instant now) {
        jdbc.sql(STEP)
                .param("number", number)
                .param("at", utc(now))
                .param("step", step)
                .param("side", side.name())
                .param("actor", actor)
                .param("words", words)
                .update();
    }

    private List<Step> steps(long number) {
        return jdbc.sql(STEPS)
                .param("number", number)
                .query((row, index) -> new Step(
                        row.getLong("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("step"),
                        Side.valueOf(row.getString("side")),
                        row.getString("actor"),
                        row.getString("words"),
                        null))
                .list();
    }

    private WorkOrder order(ResultSet row) throws SQLException {
        long number = row.getLong("number");
        return new WorkOrder(
                number,
                row.getObject("ticket", Long.class),
                row.getString("recall"),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("member"),
                row.getInt("launch"),
                row.getString("serial"),
                row.getString("configuration"),
                row.getString("place"),
                row.getObject("km", Integer.class),
                row.getString("currency"),
                State.valueOf(row.getString("state")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("planned_at", OffsetDateTime.class)),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("parts_on", LocalDate.class),
                lines.of(number),
                steps(number));
    }
}
