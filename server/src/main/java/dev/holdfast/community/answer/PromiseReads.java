package dev.holdfast.community.answer;

import dev.holdfast.community.answer.PromisedWish.State;
import dev.holdfast.community.wish.WishId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what acceptances promised.
final class PromiseReads {
    /// A promise is judged by the first date that was named: whoever moves a date does not become punctual
    /// by it. It is kept once the wish is in a spec, and withdrawn when a later answer no longer accepts; a
    /// question back is none. When owners are not content with what was built, the wish begins a new era:
    /// what was promised before stays as it ended, and what is promised then is kept by what comes after it.
    ///
    /// The joins to the wish and the last acceptance are left ones, so that who only counts does without them.
    private static final String PROMISED_OF = """
            with reopened as (
              select s.wish, s.at as since, lead(s.at) over (partition by s.wish order by s.number) as until
              from community.wish_step s where s.cause = 'owners_not_content'),
            era as (
              select r.wish, 1 + row_number() over (partition by r.wish order by r.since) as attempt, r.since, r.until
              from reopened r
              union all
              select r.wish, 1, '-infinity', min(r.since) from reopened r group by r.wish),
            given as (
              select a.wish, coalesce(e.attempt, 1)::int as attempt, e.until,
                min(a.at) filter (where a.decision in ('ACCEPTED', 'ACCEPTED_IN_PART')) as accepted_at,
                min(a.number) filter (where a.decision in ('ACCEPTED', 'ACCEPTED_IN_PART')) as first,
                max(a.number) filter (where a.decision in ('ACCEPTED', 'ACCEPTED_IN_PART')) as last,
                max(a.number) filter (where a.decision <> 'NEEDS_MORE') as decided
              from community.answer a
              left join era e on e.wish = a.wish and e.since <= a.at and (e.until is null or a.at < e.until)
              %s
              group by a.wish, e.attempt, e.until)
            select w.id, w.number, w.title, g.attempt, g.accepted_at, f.promised_by as first_by,
              l.promised_by as last_by, k.kept_at,
              case
                when k.kept_at is not null then 'KEPT'
                when g.decided > g.last then 'WITHDRAWN'
                when f.promised_by < :today then 'OVERDUE'
                else 'DUE'
              end as state
            from given g
            join community.answer f on f.wish = g.wish and f.number = g.first
            left join community.answer l on l.wish = g.wish and l.number = g.last
            left join community.wish w on w.id = g.wish
            left join lateral (
              select min(c.at) as kept_at from community.spec_change c
              where c.wish = g.wish and c.at >= g.accepted_at and (g.until is null or c.at < g.until)) k on true
            """;

    private static final String PROMISED = PROMISED_OF.formatted("");

    private static final String OF_WISHES =
            PROMISED_OF.formatted("where a.wish = any (:wishes)") + "order by w.number, g.attempt";

    private static final String LIST = "select * from (" + PROMISED + """
            ) s where s.state = :state order by s.first_by, s.number offset :skip limit :limit""";

    private static final String UNTOLD = "select * from (" + PROMISED + """
            ) s where s.state = 'OVERDUE' and not exists (
              select from community.wish_news n
              where n.wish = s.id and n.kind = 'OVERDUE' and n.occasion = s.first_by::text)
            order by s.first_by, s.number limit :limit""";

    private static final String COUNTS = """
            select count(*) filter (where s.state = 'DUE') as due,
              count(*) filter (where s.state = 'OVERDUE') as overdue,
              count(*) filter (where s.state = 'KEPT') as kept,
              count(*) filter (where s.state = 'KEPT' and (s.kept_at at time zone 'UTC')::date > s.first_by) as late,
              count(*) filter (where s.state = 'WITHDRAWN') as withdrawn
            from (""" + PROMISED + ") s";

    private final JdbcClient jdbc;

    PromiseReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Counts(long due, long overdue, long kept, long late, long withdrawn) {}

    List<PromisedWish> list(State which, LocalDate today, int skip, int limit) {
        return jdbc.sql(LIST)
                .param("today", today)
                .param("state", which.name())
                .param("skip", skip)
                .param("limit", limit)
                .query((row, index) -> promised(row))
                .list();
    }

    /// All of some wishes, in the order of their numbers.
    List<PromisedWish> of(List<WishId> wishes, LocalDate today) {
        return jdbc.sql(OF_WISHES)
                .param("wishes", WishId.values(wishes))
                .param("today", today)
                .query((row, index) -> promised(row))
                .list();
    }

    /// Those overdue of which nobody was told yet, the longest first.
    List<PromisedWish> untold(LocalDate today, int limit) {
        return jdbc.sql(UNTOLD)
                .param("today", today)
                .param("limit", limit)
                .query((row, index) -> promised(row))
                .list();
    }

    Counts counts(LocalDate today) {
        return jdbc.sql(COUNTS)
                .param("today", today)
                .query((row, index) -> new Counts(
                        row.getLong("due"),
                        row.getLong("overdue"),
                        row.getLong("kept"),
                        row.getLong("late"),
                        row.getLong("withdrawn")))
                .single();
    }

    private static PromisedWish promised(ResultSet row) throws SQLException {
        Timestamp kept = row.getTimestamp("kept_at");
        LocalDate firstBy = row.getObject("first_by", LocalDate.class);
        return new PromisedWish(
                new WishId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                row.getString("title"),
                row.getInt("attempt"),
                AnswerReads.at(row, "accepted_at"),
                firstBy,
                row.getObject("last_by", LocalDate.class),
                State.valueOf(row.getString("state")),
                kept == null ? null : kept.toInstant(),
                kept != null
                        && LocalDate.ofInstant(kept.toInstant(), ZoneOffset.UTC).isAfter(firstBy));
    }
}
