package dev.holdfast.community.event;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of pauses, of duties done, and of warnings.
final class DutyStore {
    private static final String PAUSES = """
            select member <> '' as own, from_day, to_day, said from community.event_pause
            where event = :event and member in ('', :member) order by from_day, number""";

    private static final String PAUSE = """
            insert into community.event_pause (event, member, from_day, to_day, said)
            values (:event, :member, :first, :last, :said)""";

    private static final String DONE = """
            select duty, said, at from community.duty_done where event = :event and member = :member""";

    private static final String DO = """
            insert into community.duty_done (event, member, duty, said, at)
            values (:event, :member, :duty, :said, :at)
            on conflict (event, member, duty) do update set said = excluded.said""";

    private static final String WARNINGS = """
            select duty, reason, at from community.event_warning where event = :event and member = :member""";

    private static final String WARN = """
            insert into community.event_warning (event, member, duty, reason, operator, at)
            values (:event, :member, :duty, :reason, :operator, :at)
            on conflict (event, member, duty) do nothing""";

    private final JdbcClient jdbc;

    DutyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Done(String duty, String said, Instant at) {}

    record Warning(String duty, String reason, Instant at) {}

    /// Those for everybody, and the member's own.
    List<Pause> pauses(int event, String member) {
        return jdbc.sql(PAUSES)
                .param("event", event)
                .param("member", member)
                .query((row, number) -> new Pause(
                        row.getBoolean("own"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getString("said")))
                .list();
    }

    /// @param member empty: for everybody
    void pause(int event, String member, LocalDate from, LocalDate to, String said) {
        jdbc.sql(PAUSE)
                .param("event", event)
                .param("member", member)
                .param("first", from)
                .param("last", to)
                .param("said", said)
                .update();
    }

    Map<String, Done> done(int event, String member) {
        return jdbc
                .sql(DONE)
                .param("event", event)
                .param("member", member)
                .query((row, number) -> new Done(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Done::duty, done -> done));
    }

    void done(int event, String member, String duty, String said, Instant at) {
        jdbc.sql(DO)
                .param("event", event)
                .param("member", member)
                .param("duty", duty)
                .param("said", said)
                .param("at", Timestamp.from(at))
                .update();
    }

    Map<String, Warning> warnings(int event, String member) {
        return jdbc
                .sql(WARNINGS)
                .param("event", event)
                .param("member", member)
                .query((row, number) -> new Warning(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Warning::duty, warning -> warning));
    }

    /// @return false: they were warned of this duty before
    boolean warn(int event, String member, String duty, String reason, String operator, Instant at) {
        return jdbc.sql(WARN)
                        .param("event", event)
                        .param("member", member)
                        .param("duty", duty)
                        .param("reason", reason)
                        .param("operator", operator)
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }
}
