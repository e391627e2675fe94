package dev.holdfast.launch.intake;

import dev.holdfast.launch.LaunchDefinition;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of launches: what operators decided. Whatever is written here is written under the line's lock.
final class LaunchStore {
    private static final String NUMBER = "select number from launch.launch where slug = :slug";
    private static final String ALL = "select number from launch.launch order by number";

    /// Serialises the creation of launches; held until the transaction ends.
    private static final String ONE_CREATES = "select pg_advisory_xact_lock(4017232)";

    private static final String CREATE = """
            insert into launch.launch (number, slug, definition)
            select coalesce(max(number), 0) + 1, :slug, :definition::jsonb from launch.launch
            returning number
            """;

    private static final String CREATE_LINE = "insert into launch.line (launch) values (:launch)";

    private static final String CHANGE = """
            update launch.launch set definition = :definition::jsonb where number = :launch
            """;

    private static final String OPENED = """
            update launch.launch set opened_at = :at, closed_at = null, paused_at = null where number = :launch
            """;

    private static final String CLOSED = "update launch.launch set closed_at = :at where number = :launch";

    private static final String PAUSED = "update launch.launch set paused_at = :at where number = :launch";

    private static final String RESUMED = "update launch.launch set paused_at = null where number = :launch";

    private static final String REGIONS_IN_USE = """
            select distinct region from launch.orders where launch = :launch and live and region is not null
            """;

    private static final String WAITLISTED = """
            select count(*) from launch.orders o left join lateral (""" + PromiseStore.LAST + """
            ) last on true
            where o.launch = :launch and o.live
              and case when last.given then last.promised_from else o.promised_from end is null
            """;

    private static final String GROUP = "insert into launch.limit_group (name) values (?) on conflict do nothing";

    private final JdbcClient jdbc;
    private final SpecStore specs;

    LaunchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.specs = new SpecStore(jdbc);
    }

    Optional<Integer> number(String slug) {
        return jdbc.sql(NUMBER)
                .param("slug", slug)
                .query((row, number) -> row.getInt(1))
                .optional();
    }

    List<Integer> all() {
        return jdbc.sql(ALL).query((row, number) -> row.getInt(1)).list();
    }

    void oneCreates() {
        jdbc.sql(ONE_CREATES).query((row, number) -> true).list();
    }

    int create(String slug, LaunchDefinition definition) {
        int launch = jdbc.sql(CREATE)
                .param("slug", slug)
                .param("definition", DefinitionJson.write(definition))
                .query((row, number) -> row.getInt(1))
                .single();
        jdbc.sql(CREATE_LINE).param("launch", launch).update();
        group(definition);
        specs.fromHereOn(launch, definition.spec());
        return launch;
    }

    /// The row that the lines of a group lock in turn.
    private void group(LaunchDefinition definition) {
        @Nullable String group = definition.entry().limitGroup();
        if (group != null) {
            jdbc.sql(GROUP).param(group).update();
        }
    }

    void change(int launch, LaunchDefinition definition) {
        jdbc.sql(CHANGE)
                .param("launch", launch)
                .param("definition", DefinitionJson.write(definition))
                .update();
        group(definition);
        specs.fromHereOn(launch, definition.spec());
    }

    void opened(int launch, Instant at) {
        jdbc.sql(OPENED).param("launch", launch).param("at", Timestamp.from(at)).update();
    }

    void closed(int launch, Instant at) {
        jdbc.sql(CLOSED).param("launch", launch).param("at", Timestamp.from(at)).update();
    }

    void paused(int launch, Instant at) {
        jdbc.sql(PAUSED).param("launch", launch).param("at", Timestamp.from(at)).update();
    }

    void resumed(int launch) {
        jdbc.sql(RESUMED).param("launch", launch).update();
    }

    Set<String> regionsInUse(int launch) {
        return new TreeSet<>(jdbc.sql(REGIONS_IN_USE)
                .param("launch", launch)
                .query((row, number) -> row.getString(1))
                .list());
    }

    long waitlisted(int launch) {
        return jdbc.sql(WAITLISTED)
                .param("launch", launch)
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
