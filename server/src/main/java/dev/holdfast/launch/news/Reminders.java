package dev.holdfast.launch.news;

import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.launch.Consent.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The questions whose date is near and that nobody answered: told once more, and once.
///
/// It walks once along the questions by their date, from a cursor that counts microseconds. A question that becomes
/// visible only after the walk went by it was asked so late that asking and reminding would be one.
final class Reminders implements Stream {
    static final Duration BEFORE = Duration.ofDays(3);

    static final String NEXT = """
            select %s,
              o.live and c.answer_by > :now and c.agreed is not null
              and (c.plan_run is null or q.run is not null)
              and coalesce(q.at, c.at) <= c.answer_by - interval '4 days'
              and not exists (
                select from launch.consent n
                where n.order_id = c.order_id and n.number > c.number and (n.plan_run is null or exists (
                  select from launch.publication r where r.launch = n.launch and r.run = n.plan_run))) as unanswered
            from launch.consent c
            join launch.orders o on o.id = c.order_id
            left join launch.publication q on q.launch = c.launch and q.run = c.plan_run
            %s
            where c.launch = :launch and c.state = 'ASKED' and c.answer_by <= :soon
              and (c.answer_by, c.number) > (:after, :number)
            order by c.answer_by, c.number limit :max""".formatted(AskedQuestions.COLUMNS, AskedQuestions.MOVE);

    private static final long MICROS = 1_000_000;

    private final JdbcClient jdbc;
    private final AskedQuestions questions;
    private final Clock clock;

    Reminders(JdbcClient jdbc, Catalogue catalogue, Clock clock) {
        this.jdbc = jdbc;
        this.questions = new AskedQuestions(catalogue);
        this.clock = clock;
    }

    /// @param told null: answered meanwhile, or asked by a run that is not published
    private record Passed(
            Instant answerBy, long number, @Nullable Told told) {}

    @Override
    public String name() {
        return "reminder";
    }

    @Override
    public Chunk next(Cursor cursor, int max) {
        List<Passed> passed = passed(cursor, max);
        if (passed.isEmpty()) {
            return Chunk.nothing(cursor);
        }
        Passed last = passed.getLast();
        List<Told> told =
                passed.stream().map(Passed::told).filter(Objects::nonNull).toList();
        return new Chunk(told, cursor.in(micros(last.answerBy()), last.number()), passed.size() < max);
    }

    private List<Passed> passed(Cursor cursor, int max) {
        Instant now = clock.instant();
        return jdbc.sql(NEXT)
                .param("launch", cursor.launch())
                .param("now", utc(now))
                .param("soon", utc(now.plus(BEFORE)))
                .param("after", utc(instant(cursor.sequence())))
                .param("number", cursor.number())
                .param("max", max)
                .query((row, index) -> {
                    long number = row.getLong("number");
                    return new Passed(
                            row.getObject("answer_by", OffsetDateTime.class).toInstant(),
                            number,
                            row.getBoolean("unanswered")
                                    ? questions.told(row, Kind.CONSENT_REMINDED, State.ASKED, number, true)
                                    : null);
                })
                .list();
    }

    private static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), MICROS), at.getNano() / 1_000);
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }
}
