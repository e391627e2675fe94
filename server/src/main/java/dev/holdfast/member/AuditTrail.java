package dev.holdfast.member;

import static dev.holdfast.kernel.SqlTime.utc;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What operators did, in the order they did it.
final class AuditTrail {
    static final int MAX_PAGE = 500;

    private static final String APPEND =
            "insert into member.audit (at, actor, act, subject, detail) values (?, ?, ?, ?, ?)";

    /// Acts are few beside orders, so that a rare actor or act may be looked for through all of them.
    private static final String PAGE = """
            select number, at, actor, act, subject, detail from member.audit
            where number < :before and (:actor::text is null or actor = :actor) and (:act::text is null or act = :act)
            order by number desc limit :limit""";

    private static final String OF_SUBJECT = """
            select number, at, actor, act, subject, detail from member.audit
            where subject = :subject and number < :before
              and (:actor::text is null or actor = :actor) and (:act::text is null or act = :act)
            order by number desc limit :limit""";

    private static final String ACTS = "select distinct act from member.audit order by act limit 200";

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

    AuditPage page(AuditQuery query, int limit) {
        int size = Math.clamp(limit, 1, MAX_PAGE);
        var subject = query.subject();
        var statement = subject == null ? jdbc.sql(PAGE) : jdbc.sql(OF_SUBJECT).param("subject", subject);
        var entries = statement
                .param("before", query.before() == null ? Long.MAX_VALUE : query.before())
                .param("actor", query.actor())
                .param("act", query.act())
                .param("limit", size)
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

    List<String> known() {
        return jdbc.sql(ACTS).query((row, number) -> row.getString(1)).list();
    }
}
