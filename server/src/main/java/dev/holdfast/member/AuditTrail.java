package dev.holdfast.member;

import static dev.holdfast.member.SessionStore.utc;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What operators did, in the order they did it.
final class AuditTrail {
    static final int MAX_PAGE = 500;

    private static final String APPEND =
            "insert into member.audit (at, actor, act, subject, detail) values (?, ?, ?, ?, ?)";
    private static final String PAGE = """
            select number, at, actor, act, subject, detail from member.audit
            where number < ? order by number desc limit ?""";

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void append(String actor, String act, String subject, String detail) {
        jdbc.sql(APPEND)
                .param(utc(clock.instant()))
                .param(actor)
                .param(act)
                .param(subject)
                .param(detail)
                .update();
    }

    AuditPage page(@Nullable Long before, int limit) {
        int size = Math.clamp(limit, 1, MAX_PAGE);
        var entries = jdbc.sql(PAGE)
                .param(before == null ? Long.MAX_VALUE : before)
                .param(size)
                .query((row, number) -> new AuditPage.Entry(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
        return new AuditPage(
                entries, entries.size() < size ? null : entries.getLast().number());
    }
}
