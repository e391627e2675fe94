package dev.holdfast.service.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of incidents, what they are about and what was done; steps are never changed.
final class IncidentStore {
    private static final String OPEN = """
            insert into service.incident (launch, source, component, symptom, severity, words, state,
              counted_by, counted, faults, expected, chance, allowed)
            values (:launch, :source, :component, :symptom, :severity, :words, 'OPEN',
              :by, :counted, :faults, :expected, :chance, :allowed)
            on conflict do nothing returning number
            """;

    private static final String SUBJECTS = """
            insert into service.incident_subject (incident, kind, name)
            select :incident, :kind, n.name from unnest(:names::text[]) as n (name) on conflict do nothing
            """;

    private static final String STEP = """
            insert into service.incident_step (incident, act, at, actor, words)
            values (:incident, :act, :at, :actor, :words)
            """;

    private static final String STATE = "update service.incident set state = :state where number = :incident";

    private static final String SELECT = """
            select number, launch, source, component, symptom, severity, words, state, counted_by, counted, faults,
              expected, chance, allowed from service.incident
            """;

    private static final String FIND = SELECT + " where number = :incident";

    private static final String LOCK = FIND + " for update";

    /// What is not closed first, then the latest.
    private static final String PAGE = SELECT + """
             where launch = :launch and (:state::text is null or state = :state)
            order by (state = 'CLOSED'), number desc limit :limit
            """;

    private static final String NAMES = """
            select name from service.incident_subject where incident = :incident and kind = :kind order by name
            """;

    private static final String STEPS = """
            select act, at, actor, words from service.incident_step where incident = :incident order by number
            """;

    /// When an incident of these units was closed last.
    private static final String CLOSED_AT = """
            select max(t.at) from service.incident i join service.incident_step t on t.incident = i.number
            where i.launch = :launch and i.component = :component and i.counted_by = :by and i.counted = :counted
              and t.act = 'CLOSED'
            """;

    private final JdbcClient jdbc;

    IncidentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param alarm null: somebody opens it
    /// @return its number; empty: the same units have one that is not closed
    Optional<Integer> open(String launch, NewIncident told, @Nullable Alarm alarm) {
        return jdbc.sql(OPEN)
                .param("launch", launch)
                .param("source", told.source().name())
                .param("component", told.component())
                .param("symptom", told.symptom())
                .param("severity", told.severity().name())
                .param("words", told.words())
                .param("by", alarm == null ? null : alarm.by().name())
                .param("counted", alarm == null ? null : alarm.value())
                .param("faults", alarm == null ? null : alarm.faults())
                .param("expected", alarm == null ? null : alarm.expected())
                .param("chance", alarm == null ? null : alarm.chance())
                .param("allowed", alarm == null ? null : alarm.allowed())
                .query(Integer.class)
                .optional();
    }

    void subjects(int incident, String kind, List<String> names) {
        jdbc.sql(SUBJECTS)
                .param("incident", incident)
                .param("kind", kind)
                .param("names", names.toArray(String[]::new))
                .update();
    }

    void step(int incident, Incident.Step step) {
        jdbc.sql(STEP)
                .param("incident", incident)
                .param("act", step.act().name())
                .param("at", step.at().atOffset(ZoneOffset.UTC))
                .param("actor", step.actor())
                .param("words", step.words())
                .update();
    }

    void state(int incident, IncidentState state) {
        jdbc.sql(STATE).param("incident", incident).param("state", state.name()).update();
    }

    Optional<Incident> find(int incident) {
        return one(FIND, incident);
    }

    /// Until the running transaction ends.
    Optional<Incident> lock(int incident) {
        return one(LOCK, incident);
    }

    private Optional<Incident> one(String statement, int incident) {
        return jdbc.sql(statement)
                .param("incident", incident)
                .query((row, number) -> incident(row))
                .optional()
                .map(this::filled);
    }

    List<Incident> page(String launch, @Nullable IncidentState state, int limit) {
        return jdbc
                .sql(PAGE)
                .param("launch", launch)
                .param("state", state == null ? null : state.name())
                .param("limit", limit)
                .query((row, number) -> incident(row))
                .list()
                .stream()
                .map(this::filled)
                .toList();
    }

    Optional<Instant> closedAt(String launch, String component, Cell cell) {
        return jdbc.sql(CLOSED_AT)
                .param("launch", launch)
                .param("component", component)
                .param("by", cell.by().name())
                .param("counted", cell.value())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    private Incident filled(Incident one) {
        return one.with(names(one.number(), "LOT"), names(one.number(), "UNIT"), steps(one.number()));
    }

    private static Incident incident(ResultSet row) throws SQLException {
        return new Incident(
                row.getInt("number"),
                row.getString("launch"),
                Source.valueOf(row.getString("source")),
                row.getString("component"),
                row.getString("symptom"),
                Severity.valueOf(row.getString("severity")),
                row.getString("words"),
                IncidentState.valueOf(row.getString("state")),
                alarm(row),
                List.of(),
                List.of(),
                List.of());
    }

    private static @Nullable Alarm alarm(ResultSet row) throws SQLException {
        String by = row.getString("counted_by");
        return by == null
                ? null
                : new Alarm(
                        By.valueOf(by),
                        row.getString("counted"),
                        row.getInt("faults"),
                        row.getDouble("expected"),
                        row.getDouble("chance"),
                        row.getDouble("allowed"));
    }

    private List<String> names(int incident, String kind) {
        return jdbc.sql(NAMES)
                .param("incident", incident)
                .param("kind", kind)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<Incident.Step> steps(int incident) {
        return jdbc.sql(STEPS)
                .param("incident", incident)
                .query((row, number) -> new Incident.Step(
                        IncidentAct.valueOf(row.getString("act")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("words")))
                .list();
    }
}
