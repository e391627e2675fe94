package dev.holdfast.service.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of faults, written a file at a time, and when they were looked at last.
final class FaultStore {
    /// So many of one component are counted: with more nobody needs a test to see it.
    static final int MAX_COUNTED = 100_000;

    private static final String TELL = """
            insert into service.fault (launch, reference, source, serial, configuration, built_on, component, symptom,
              found_at, told_at, actor)
            select :launch, n.reference, n.source, n.serial, n.configuration, n.built_on, n.component, n.symptom,
              n.found_at, :now, :actor
            from unnest(:names::text[], :sources::text[], :serials::text[], :configurations::text[],
              :builts::date[], :components::text[], :symptoms::text[], :founds::timestamptz[]) with ordinality
              as n (reference, source, serial, configuration, built_on, component, symptom, found_at, row)
            order by n.row on conflict (launch, reference)
            """;

    private static final String KEEP = TELL + " do nothing";

    private static final String REPLACE = TELL + """
             do update set component = excluded.component, symptom = excluded.symptom, found_at = excluded.found_at
            """;

    private static final String FEED = "insert into service.fault_feed (followed) values (0) on conflict do nothing";

    private static final String FOLLOWED = "select followed from service.fault_feed for update";

    private static final String FOLLOW = "update service.fault_feed set followed = :followed";

    private static final String COMPONENTS = """
            select component from service.fault where launch = :launch group by component
            order by count(*) desc, component limit :limit
            """;

    private static final String FAULTS = """
            select reference, source, serial, configuration, built_on, component, symptom, found_at
            from service.fault where launch = :launch and component = :component order by number limit :limit
            """;

    private static final String DUE = """
            select f.launch from service.fault f left join service.watch w on w.launch = f.launch
            where w.looked_at is null or w.looked_at <= :before
            group by f.launch order by f.launch
            """;

    private static final String BEGIN = """
            insert into service.watch (launch, looked_at) values (:launch, :at) on conflict do nothing
            """;

    private static final String LOCK = "select looked_at from service.watch where launch = :launch for update";

    private static final String LOOKED = "update service.watch set looked_at = :at where launch = :launch";

    private static final String LOOKED_AT = "select looked_at from service.watch where launch = :launch";

    private final JdbcClient jdbc;

    FaultStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return how many were not known
    int tell(String launch, List<Fault> faults, Instant now, String actor) {
        return write(KEEP, launch, faults, now, actor);
    }

    /// Those that are known by their reference are told anew.
    void replace(String launch, List<Fault> faults, Instant now, String actor) {
        write(REPLACE, launch, faults, now, actor);
    }

    /// Until the running transaction ends.
    ///
    /// @return the last finding of a ticket that was followed
    long followed() {
        jdbc.sql(FEED).update();
        return jdbc.sql(FOLLOWED).query(Long.class).single();
    }

    void follow(long finding) {
        jdbc.sql(FOLLOW).param("followed", finding).update();
    }

    private int write(String statement, String launch, List<Fault> faults, Instant now, String actor) {
        return jdbc.sql(statement)
                .param("launch", launch)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("names", texts(faults, Fault::reference))
                .param("sources", texts(faults, fault -> fault.source().name()))
                .param("serials", texts(faults, Fault::serial))
                .param("configurations", texts(faults, Fault::configuration))
                .param("builts", texts(faults, fault -> fault.builtOn().toString()))
                .param("components", texts(faults, Fault::component))
                .param("symptoms", texts(faults, Fault::symptom))
                .param("founds", texts(faults, fault -> fault.foundAt().toString()))
                .update();
    }

    private static String[] texts(List<Fault> faults, Function<Fault, String> of) {
        return faults.stream().map(of).toArray(String[]::new);
    }

    /// Those of which most was found first.
    List<String> components(String launch, int limit) {
        return jdbc.sql(COMPONENTS)
                .param("launch", launch)
                .param("limit", limit)
                .query((row, number) -> row.getString(1))
                .list();
    }

    List<Fault> faults(String launch, String component) {
        return jdbc.sql(FAULTS)
                .param("launch", launch)
                .param("component", component)
                .param("limit", MAX_COUNTED)
                .query((row, number) -> new Fault(
                        row.getString("reference"),
                        Source.valueOf(row.getString("source")),
                        row.getString("serial"),
                        row.getString("configuration"),
                        row.getObject("built_on", LocalDate.class),
                        row.getString("component"),
                        row.getString("symptom"),
                        row.getObject("found_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// Launches with faults that were not looked at since.
    List<String> due(Instant before) {
        return jdbc.sql(DUE)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /// Until the running transaction ends.
    ///
    /// @param first for a launch that was never looked at
    /// @return when it was looked at last
    Instant lock(String launch, Instant first) {
        jdbc.sql(BEGIN)
                .param("launch", launch)
                .param("at", first.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql(LOCK)
                .param("launch", launch)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    void looked(String launch, Instant at) {
        jdbc.sql(LOOKED)
                .param("launch", launch)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Instant> lookedAt(String launch) {
        return jdbc.sql(LOOKED_AT)
                .param("launch", launch)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
