package dev.holdfast.community.council;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import dev.holdfast.member.personal.NameInText;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What councils keep about a member. What nobody has worked on yet is taken back; what was answered or
/// promised is everybody's by now: its title stays, the rest of its words goes, and their name from what was said
/// in councils where they had a seat.
final class KeptSuggestions implements Keeper {
    private static final String SEATS = """
            select c.slug as council, s.because_en as "because", s.at
            from community.council_seat s join community.council c on c.number = s.council
            where s.member = :member order by s.at limit :max""";

    private static final String BROUGHT = """
            select c.slug as council, s.number, s.title, s.text, s.state, s.at
            from community.suggestion s join community.council c on c.number = s.council
            where s.member = :member order by s.at limit :max""";

    private static final String LOCK = """
            select s.number from community.suggestion s where s.member = :member
            order by s.council, s.number for update""";

    private static final String STEP = """
            insert into community.suggestion_step (council, suggestion, number, act, words_en, words_zh, operator, at)
            select s.council, s.number, s.steps + 1, 'WITHDRAWN', '', '', '', :at
            from community.suggestion s where s.member = :member and s.state = 'BROUGHT'""";

    private static final String FORGET = """
            update community.suggestion set member = :pseudonym, text = '',
              title = case when state = 'BROUGHT' then '' else regexp_replace(title, :name, :pseudonym, 'g') end,
              due = case when state = 'BROUGHT' then null else due end,
              steps = case when state = 'BROUGHT' then steps + 1 else steps end,
              state = case when state = 'BROUGHT' then 'WITHDRAWN' else state end
            where member = :member""";

    /// Those who sat in one room name each other, and so does who answers them.
    private static final String OUT_OF_SUGGESTIONS = """
            update community.suggestion s
            set title = regexp_replace(s.title, :name, :pseudonym, 'g'),
              text = regexp_replace(s.text, :name, :pseudonym, 'g')
            where s.council in (select a.council from community.council_seat a where a.member = :member)
              and (s.title ~ :name or s.text ~ :name)""";

    private static final String OUT_OF_STEPS = """
            update community.suggestion_step s
            set words_en = regexp_replace(s.words_en, :name, :pseudonym, 'g'),
              words_zh = regexp_replace(s.words_zh, :name, :pseudonym, 'g')
            where s.council in (select a.council from community.council_seat a where a.member = :member)
              and (s.words_en ~ :name or s.words_zh ~ :name)""";

    private static final String RENAME = """
            update community.council_seat set member = :pseudonym, because_en = '', because_zh = ''
            where member = :member""";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    KeptSuggestions(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(new KeptTable("councilSeats", SEATS), new KeptTable("suggestions", BROUGHT));
    }

    @Override
    public void erase(String member, String pseudonym) {
        jdbc.sql(LOCK).param("member", member).query((row, index) -> true).list();
        jdbc.sql(STEP)
                .param("member", member)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        for (String statement : List.of(FORGET, OUT_OF_SUGGESTIONS, OUT_OF_STEPS, RENAME)) {
            jdbc.sql(statement).params(NameInText.replacing(member, pseudonym)).update();
        }
    }
}
