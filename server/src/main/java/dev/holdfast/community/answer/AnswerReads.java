package dev.holdfast.community.answer;

import dev.holdfast.community.wish.Decision;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads answers, and what is reckoned from them.
final class AnswerReads {
    /// When an answer is due: of a wish that waits, by its class; of one put off to a day, once that day is
    /// over. No date where nothing is due. A wish that was withdrawn or merged is asked of nobody.
    private static final String DUE_OF = """
            select w.id, w.number, w.title, w.at, w.class, w.supporters,
              case
                when w.state in ('OPEN', 'REOPENED') then w.due_at
                when w.state = 'ANSWERED' and w.decision = 'LATER' then (
                  select (a.promised_by + 1)::timestamp at time zone 'UTC' from community.answer a
                  where a.wish = w.id order by a.number desc limit 1)
              end as due
            from community.wish w
            """;

    static final String DUE = DUE_OF + "where w.id = :wish";

    /// What stands beside a wish is looked up for those of one page alone.
    static final String WAITING = """
            select s.*, k.name_en, k.name_zh, a.decision
            from (select * from (""" + DUE_OF + """
                where w.state in ('OPEN', 'REOPENED') or (w.state = 'ANSWERED' and w.decision = 'LATER')) d
              where d.due is not null and (d.due <= :now or not :overdue)
                and (:class::text is null or d.class = :class)
              order by d.due, d.number offset :skip limit :limit) s
            join community.wish_class k on k.name = s.class
            left join lateral (select a.decision from community.answer a where a.wish = s.id
                               order by a.number desc limit 1) a on true
            order by s.due, s.number""";

    private static final String ANSWERS = """
            select wish, number, role, role_en, role_zh, decision, reason_en, reason_zh, promised_by, at
            from community.answer where wish = any (:wishes) order by wish, number""";

    /// As [#DUE_OF] says when an answer is due, and how long wishes wait: in one look at all of them.
    private static final String ANSWERED = """
            select count(*) filter (where w.state = 'ANSWERED') as answered, count(*) as wishes,
              count(*) filter (where w.state in ('OPEN', 'REOPENED') and w.due_at <= :now)
                + (select count(*)
                   from community.wish put_off
                   where put_off.state = 'ANSWERED' and put_off.decision = 'LATER' and :now >= (
                     select (a.promised_by + 1)::timestamp at time zone 'UTC' from community.answer a
                     where a.wish = put_off.id order by a.number desc limit 1)) as overdue,
              percentile_cont(0.5) within group (order by greatest(0, extract(epoch from a.at - w.at)))
                filter (where a.at is not null) / 86400 as answered_after,
              percentile_cont(0.5) within group (order by greatest(0, extract(epoch from :now - w.at)))
                filter (where a.at is null) / 86400 as waiting
            from community.wish w left join community.answer a on a.wish = w.id and a.number = 1
            where w.state not in ('WITHDRAWN', 'MERGED')""";

    /// The rule of [Boilerplate], for all answers at once; only those with a reused sentence are looked at whole.
    private static final String FROM_MOLD = """
            with reused as (
              select digest from community.answer_sentence group by digest having count(distinct wish) >= :many),
            suspected as (
              select distinct s.wish, s.number from community.answer_sentence s join reused r on r.digest = s.digest),
            each as (
              select s.wish, s.number, sum(s.letters) as letters,
                sum(s.letters) filter (where r.digest is not null) as reused
              from suspected p join community.answer_sentence s on s.wish = p.wish and s.number = p.number
              left join reused r on r.digest = s.digest
              group by s.wish, s.number, s.language)
            select count(distinct (e.wish, e.number)) from each e where e.letters > 0 and 2 * e.reused >= e.letters""";

    private static final String GIVEN = "select count(*) from community.answer";

    private final JdbcClient jdbc;
    private final PromiseReads promises;

    AnswerReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.promises = new PromiseReads(jdbc);
    }

    WishAnswers ofWish(Wish wish, Instant now) {
        Instant due = jdbc.sql(DUE)
                .param("wish", wish.id().value())
                .query((row, index) ->
                        Optional.ofNullable(row.getTimestamp("due")).map(Timestamp::toInstant))
                .single()
                .orElse(null);
        return new WishAnswers(
                wish.id(),
                wish.number(),
                wish.title(),
                wish.wishClass(),
                wish.at(),
                due,
                due != null && !due.isAfter(now),
                answers(wish.id()));
    }

    private List<Answer> answers(WishId wish) {
        return given(List.of(wish)).getOrDefault(wish, List.of());
    }

    Map<WishId, List<Answer>> given(List<WishId> wishes) {
        Map<WishId, List<Answer>> given = new HashMap<>();
        jdbc.sql(ANSWERS).param("wishes", WishId.values(wishes)).query(row -> {
            given.computeIfAbsent(new WishId(row.getObject("wish", UUID.class)), wish -> new ArrayList<>())
                    .add(answer(row));
        });
        return given;
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                row.getInt("number"),
                row.getString("role"),
                texts(row, "role"),
                Decision.valueOf(row.getString("decision")),
                texts(row, "reason"),
                row.getObject("promised_by", LocalDate.class),
                at(row, "at"));
    }

    List<Waiting> waiting(@Nullable String wishClass, boolean overdue, Instant now, int skip, int limit) {
        return jdbc.sql(WAITING)
                .param("class", wishClass)
                .param("overdue", overdue)
                .param("now", Timestamp.from(now))
                .param("skip", skip)
                .param("limit", limit)
                .query((row, index) -> waiting(row, now))
                .list();
    }

    List<PromisedWish> promises(PromisedWish.State which, LocalDate today, int skip, int limit) {
        return promises.list(which, today, skip, limit);
    }

    List<PromisedWish> promises(List<WishId> wishes, LocalDate today) {
        return promises.of(wishes, today);
    }

    Figures figures(Instant now, LocalDate today) {
        PromiseReads.Counts kept = promises.counts(today);
        long answers = jdbc.sql(GIVEN).query(Long.class).single();
        long fromMold = jdbc.sql(FROM_MOLD)
                .param("many", Boilerplate.MANY)
                .query(Long.class)
                .single();
        return jdbc.sql(ANSWERED)
                .param("now", Timestamp.from(now))
                .query((row, index) -> new Figures(
                        row.getLong("wishes"),
                        row.getLong("answered"),
                        row.getLong("overdue"),
                        days(row, "answered_after"),
                        days(row, "waiting"),
                        answers,
                        fromMold,
                        kept.due(),
                        kept.overdue(),
                        kept.kept(),
                        kept.late(),
                        kept.withdrawn()))
                .single();
    }

    private static Waiting waiting(ResultSet row, Instant now) throws SQLException {
        String last = row.getString("decision");
        return new Waiting(
                new WishId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                row.getString("title"),
                row.getString("class"),
                texts(row, "name"),
                at(row, "at"),
                at(row, "due"),
                !at(row, "due").isAfter(now),
                row.getInt("supporters"),
                last == null ? null : Decision.valueOf(last));
    }

    /// What stands in both languages.
    static Map<String, String> texts(ResultSet row, String column) throws SQLException {
        return Map.of("en", row.getString(column + "_en"), "zh", row.getString(column + "_zh"));
    }

    private static @Nullable Double days(ResultSet row, String column) throws SQLException {
        double days = row.getDouble(column);
        return row.wasNull() ? null : days;
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
