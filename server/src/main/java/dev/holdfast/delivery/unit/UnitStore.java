package dev.holdfast.delivery.unit;

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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of units and their history. A file of the plant is written in three statements, however long it is.
final class UnitStore {
    private static final String SELECT = """
            select u.number, u.launch, u.serial, u.configuration, u.region, u.state, u.at, h.order_id,
              h.region as destination,
              exists (select 1 from delivery.quarantined_unit k where k.unit = u.number and k.released_at is null)
                as quarantined
            from delivery.unit u left join delivery.holding h on h.unit = u.number
            """;

    private static final String BY_SERIAL = SELECT + " where u.serial = any (:serials)";

    private static final String PAGE = SELECT + """
             where u.launch = :launch and u.number > :after and (:state::text is null or u.state = :state)
            order by u.number limit :limit
            """;

    private static final String IN_REGION = SELECT + """
             where u.launch = :launch and u.region = :region and u.number > :after order by u.number limit :limit
            """;

    private static final String OF_ORDER = SELECT + " where h.order_id = :order";

    private static final String INSERT = """
            insert into delivery.unit (launch, serial, configuration, region, state, at, built_at)
            select :launch, n.serial, n.configuration, n.region, n.state, n.at, n.built_at
            from unnest(:serials::text[], :configurations::text[], :regions::text[], :states::text[],
              :ats::timestamptz[], :builts::timestamptz[])
              as n (serial, configuration, region, state, at, built_at)
            """;

    private static final String UPDATE = """
            update delivery.unit u set region = n.region, state = n.state, at = n.at
            from unnest(:serials::text[], :regions::text[], :states::text[], :ats::timestamptz[])
              as n (serial, region, state, at)
            where u.serial = n.serial
            """;

    /// Their orders may be behind from now on.
    private static final String DUE = """
            update delivery.holding h set due = true from delivery.unit u
            where u.number = h.unit and u.serial = any (:serials)
            """;

    private static final String STEP = """
            insert into delivery.unit_step (unit, state, at, told_at, place, cause, actor)
            select u.number, n.state, n.at, :told, n.place, n.cause, :actor
            from unnest(:serials::text[], :states::text[], :ats::timestamptz[], :places::text[], :causes::text[])
              with ordinality as n (serial, state, at, place, cause, row)
            join delivery.unit u on u.serial = n.serial order by n.row
            """;

    private static final String STEPS = """
            select state, at, place, cause, actor from delivery.unit_step where unit = :unit order by number
            """;

    private static final String GIVINGS = """
            select order_id, given, at, cause, actor from delivery.giving where unit = :unit order by number
            """;

    private final JdbcClient jdbc;

    UnitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A unit while a file is read; `known`: it has a row.
    static final class Draft {
        final String serial;
        final String configuration;
        final boolean known;
        final @Nullable OrderId order;
        final @Nullable String destination;
        final boolean quarantined;
        final Instant builtAt;

        @Nullable
        String region;

        @Nullable
        UnitState state;

        Instant at;
        boolean changed;

        Draft(String serial, String configuration, Instant builtAt) {
            this.serial = serial;
            this.configuration = configuration;
            this.known = false;
            this.order = null;
            this.destination = null;
            this.quarantined = false;
            this.builtAt = builtAt;
            this.at = builtAt;
        }

        Draft(Unit unit) {
            this.serial = unit.serial();
            this.configuration = unit.configuration();
            this.known = true;
            this.order = unit.order();
            this.destination = unit.destination();
            this.quarantined = unit.quarantined();
            this.builtAt = unit.at();
            this.region = unit.region();
            this.state = unit.state();
            this.at = unit.at();
        }
    }

    record Step(
            String serial,
            UnitState state,
            Instant at,
            @Nullable String place,
            String cause) {}

    List<Unit> bySerial(Collection<String> serials) {
        return jdbc.sql(BY_SERIAL)
                .param("serials", serials.toArray(String[]::new))
                .query((row, number) -> unit(row))
                .list();
    }

    List<Unit> page(int launch, @Nullable UnitState state, long after, int limit) {
        return jdbc.sql(PAGE)
                .param("launch", launch)
                .param("after", after)
                .param("state", state == null ? null : state.name())
                .param("limit", limit)
                .query((row, number) -> unit(row))
                .list();
    }

    List<Unit> inRegion(int launch, String region, long after, int limit) {
        return jdbc.sql(IN_REGION)
                .param("launch", launch)
                .param("region", region)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> unit(row))
                .list();
    }

    Optional<Unit> ofOrder(OrderId order) {
        return jdbc.sql(OF_ORDER)
                .param("order", order.value())
                .query((row, number) -> unit(row))
                .optional();
    }

    void write(int launch, Collection<Draft> drafts, List<Step> steps, Instant toldAt, String actor) {
        List<Draft> built = drafts.stream().filter(draft -> !draft.known).toList();
        List<Draft> moved =
                drafts.stream().filter(draft -> draft.known && draft.changed).toList();
        if (!built.isEmpty()) {
            jdbc.sql(INSERT)
                    .param("launch", launch)
                    .param("serials", texts(built, draft -> draft.serial))
                    .param("configurations", texts(built, draft -> draft.configuration))
                    .param("regions", texts(built, draft -> draft.region))
                    .param("states", texts(built, draft -> draft.state))
                    .param("ats", texts(built, draft -> draft.at))
                    .param("builts", texts(built, draft -> draft.builtAt))
                    .update();
        }
        if (!moved.isEmpty()) {
            jdbc.sql(UPDATE)
                    .param("serials", texts(moved, draft -> draft.serial))
                    .param("regions", texts(moved, draft -> draft.region))
                    .param("states", texts(moved, draft -> draft.state))
                    .param("ats", texts(moved, draft -> draft.at))
                    .update();
            jdbc.sql(DUE).param("serials", texts(moved, draft -> draft.serial)).update();
        }
        if (!steps.isEmpty()) {
            jdbc.sql(STEP)
                    .param("told", toldAt.atOffset(ZoneOffset.UTC))
                    .param("actor", actor)
                    .param("serials", texts(steps, Step::serial))
                    .param("states", texts(steps, Step::state))
                    .param("ats", texts(steps, Step::at))
                    .param("places", texts(steps, Step::place))
                    .param("causes", texts(steps, Step::cause))
                    .update();
        }
    }

    List<UnitHistory.Step> steps(long unit) {
        return jdbc.sql(STEPS)
                .param("unit", unit)
                .query((row, number) -> new UnitHistory.Step(
                        UnitState.valueOf(row.getString("state")),
                        instant(row, "at"),
                        row.getString("place"),
                        row.getString("cause"),
                        row.getString("actor")))
                .list();
    }

    List<UnitHistory.Giving> givings(long unit) {
        return jdbc.sql(GIVINGS)
                .param("unit", unit)
                .query((row, number) -> new UnitHistory.Giving(
                        new OrderId(row.getObject("order_id", UUID.class)),
                        row.getBoolean("given"),
                        instant(row, "at"),
                        row.getString("cause"),
                        row.getString("actor")))
                .list();
    }

    static <T> @Nullable String[] texts(Collection<T> rows, Function<? super T, ? extends @Nullable Object> of) {
        @Nullable String[] texts = new String[rows.size()];
        int at = 0;
        for (T row : rows) {
            Object value = of.apply(row);
            texts[at++] = value == null ? null : value.toString();
        }
        return texts;
    }

    private static Unit unit(ResultSet row) throws SQLException {
        UUID order = row.getObject("order_id", UUID.class);
        return new Unit(
                row.getLong("number"),
                row.getInt("launch"),
                row.getString("serial"),
                row.getString("configuration"),
                row.getString("region"),
                UnitState.valueOf(row.getString("state")),
                instant(row, "at"),
                order == null ? null : new OrderId(order),
                row.getString("destination"),
                row.getBoolean("quarantined"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
