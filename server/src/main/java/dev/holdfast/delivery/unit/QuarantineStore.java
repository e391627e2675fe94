package dev.holdfast.delivery.unit;

import static dev.holdfast.kernel.SqlTime.instant;

import dev.holdfast.launch.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of quarantines and of the units they stop.
final class QuarantineStore {
    /// Whoever says what is made of what, and whoever stops a lot, waits for the other: else a unit that
    /// became known while its lot was being stopped would be in neither's sight. Nobody who only reads
    /// waits.
    private static final String LOCK = "lock table delivery.quarantine in share row exclusive mode";

    /// Of whoever has units made of lots that are stopped, through however many others.
    private static final String LAUNCHES = """
            with recursive made (lot) as (
              select l.number from delivery.quarantine q join delivery.lot l on l.name = q.lot
              where q.released_at is null and (:number::int is null or q.number = :number)
              union
              select p.made from made m join delivery.lot_part p on p.lot = m.lot)
            select distinct u.launch from made m join delivery.lot_unit p on p.lot = m.lot
            join delivery.unit u on u.number = p.unit order by u.launch
            """;

    private static final String SPREAD = """
            with recursive made (quarantine, lot) as (
              select q.number, l.number from delivery.quarantine q join delivery.lot l on l.name = q.lot
              where q.released_at is null and (:number::int is null or q.number = :number)
              union
              select m.quarantine, p.made from made m join delivery.lot_part p on p.lot = m.lot),
            stopped (quarantine, unit) as (
              select distinct m.quarantine, p.unit from made m join delivery.lot_unit p on p.lot = m.lot)
            insert into delivery.quarantined_unit (quarantine, unit, state, order_id, at)
            select n.quarantine, u.number, u.state, h.order_id, :at
            from stopped n join delivery.unit u on u.number = n.unit
            left join delivery.holding h on h.unit = u.number
            on conflict (quarantine, unit) do nothing
            """;

    private static final String STOP = """
            insert into delivery.quarantined_unit (quarantine, unit, state, order_id, at)
            select :number, u.number, u.state, h.order_id, :at
            from delivery.unit u left join delivery.holding h on h.unit = u.number where u.serial = any (:serials)
            """;

    private static final String BEGIN = """
            insert into delivery.quarantine (lot, cause, at, actor) values (:lot, :cause, :at, :actor) returning number
            """;

    private static final String END = """
            update delivery.quarantine set released_at = :at where number = :number and released_at is null
            """;

    private static final String RELEASE = """
            update delivery.quarantined_unit set released_at = :at where quarantine = :number and released_at is null
            """;

    private static final String RELEASE_UNIT = """
            update delivery.quarantined_unit k set released_at = :at from delivery.unit u
            where u.serial = :serial and k.unit = u.number and k.released_at is null
            """;

    private static final String STOPPED_LAUNCHES = """
            select distinct u.launch from delivery.quarantined_unit k join delivery.unit u on u.number = k.unit
            where k.quarantine = :number and k.released_at is null order by u.launch
            """;

    private static final String SELECT = """
            select q.number, q.lot, q.cause, q.at, q.actor, q.released_at, count(k.unit) as units,
              count(k.unit) filter (where k.released_at is null) as stopped
            from delivery.quarantine q left join delivery.quarantined_unit k on k.quarantine = q.number
            """;

    private static final String FIND = SELECT + " where q.number = :number group by q.number";

    /// Those that hold first.
    private static final String ALL = SELECT + """
             group by q.number order by (q.released_at is null) desc, q.number desc limit :limit
            """;

    /// What stops a unit, the first first.
    private static final String OF = SELECT + """
             where q.released_at is null and exists (
              select 1 from delivery.quarantined_unit s join delivery.unit u on u.number = s.unit
              where s.quarantine = q.number and u.serial = :serial and s.released_at is null)
            group by q.number order by q.number
            """;

    private static final String UNITS = """
            select u.number, u.launch, u.serial, u.configuration, k.state, k.order_id, k.released_at
            from delivery.quarantined_unit k join delivery.unit u on u.number = k.unit
            where k.quarantine = :number and u.number > :after order by u.number limit :limit
            """;

    private final JdbcClient jdbc;

    QuarantineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Until the running transaction ends.
    void lock() {
        jdbc.sql(LOCK).update();
    }

    int begin(@Nullable String lot, String cause, Instant at, String actor) {
        return jdbc.sql(BEGIN)
                .param("lot", lot)
                .param("cause", cause)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .query(Integer.class)
                .single();
    }

    /// Those who have units that are made of what is stopped.
    ///
    /// @param number of one quarantine; null: all that hold
    List<Integer> launches(@Nullable Integer number) {
        return jdbc.sql(LAUNCHES)
                .param("number", number)
                .query((row, at) -> row.getInt(1))
                .list();
    }

    void spread(@Nullable Integer number, Instant at) {
        jdbc.sql(SPREAD)
                .param("number", number)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void stop(int number, Collection<String> serials, Instant at) {
        jdbc.sql(STOP)
                .param("number", number)
                .param("serials", serials.toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @return false: it was released before
    boolean end(int number, Instant at) {
        boolean held = update(END, number, at) > 0;
        update(RELEASE, number, at);
        return held;
    }

    private int update(String statement, int number, Instant at) {
        return jdbc.sql(statement)
                .param("number", number)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @return false: it was not stopped
    boolean release(String serial, Instant at) {
        return jdbc.sql(RELEASE_UNIT)
                        .param("serial", serial)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /// Those who have units that it stops.
    List<Integer> stoppedLaunches(int number) {
        return jdbc.sql(STOPPED_LAUNCHES)
                .param("number", number)
                .query((row, at) -> row.getInt(1))
                .list();
    }

    Optional<Quarantine> find(int number) {
        return jdbc.sql(FIND)
                .param("number", number)
                .query((row, at) -> quarantine(row))
                .optional();
    }

    List<Quarantine> all(int limit) {
        return jdbc.sql(ALL)
                .param("limit", limit)
                .query((row, at) -> quarantine(row))
                .list();
    }

    List<Quarantine> of(String serial) {
        return jdbc.sql(OF)
                .param("serial", serial)
                .query((row, at) -> quarantine(row))
                .list();
    }

    List<QuarantinedUnit> units(int number, long after, int limit) {
        return jdbc.sql(UNITS)
                .param("number", number)
                .param("after", after)
                .param("limit", limit)
                .query((row, at) -> unit(row))
                .list();
    }

    private static Quarantine quarantine(ResultSet row) throws SQLException {
        return new Quarantine(
                row.getInt("number"),
                row.getString("lot"),
                row.getString("cause"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                instant(row.getObject("released_at", OffsetDateTime.class)),
                row.getInt("units"),
                row.getInt("stopped"));
    }

    private static QuarantinedUnit unit(ResultSet row) throws SQLException {
        UUID order = row.getObject("order_id", UUID.class);
        return new QuarantinedUnit(
                row.getLong("number"),
                row.getInt("launch"),
                row.getString("serial"),
                row.getString("configuration"),
                UnitState.valueOf(row.getString("state")),
                order == null ? null : new OrderId(order),
                null,
                instant(row.getObject("released_at", OffsetDateTime.class)));
    }
}
