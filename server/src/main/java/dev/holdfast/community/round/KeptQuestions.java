package dev.holdfast.community.round;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import dev.holdfast.member.personal.NameInText;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is kept of who asked what. A question that was grouped is still counted, without its words.
final class KeptQuestions implements Keeper {
    private static final String ASKED = """
            select launch, language, text, at from community.question
            where member = :member order by number limit :max""";

    private static final String TOUCHED = """
            select order_id as "order", rule from community.rule_order
            where member = :member order by rule, position limit :max""";

    /// Whoever grouped and answered a question may have said whose it was.
    private static final String OUT_OF_TOPICS = """
            update community.topic t
            set title_en = regexp_replace(t.title_en, :name, :pseudonym, 'g'),
              title_zh = regexp_replace(t.title_zh, :name, :pseudonym, 'g')
            where t.number in (select q.topic from community.question q where q.member = :member)
              and (t.title_en ~ :name or t.title_zh ~ :name)""";

    private static final String OUT_OF_ANSWERS = """
            update community.round_answer a
            set text_en = regexp_replace(a.text_en, :name, :pseudonym, 'g'),
              text_zh = regexp_replace(a.text_zh, :name, :pseudonym, 'g')
            where a.topic in (select q.topic from community.question q where q.member = :member)
              and (a.text_en ~ :name or a.text_zh ~ :name)""";

    private static final String OUT_OF_RULES = """
            update community.launch_rule r
            set text_en = regexp_replace(r.text_en, :name, :pseudonym, 'g'),
              text_zh = regexp_replace(r.text_zh, :name, :pseudonym, 'g')
            where r.number in (
                select a.rule from community.round_answer a
                join community.question q on q.topic = a.topic where q.member = :member)
              and (r.text_en ~ :name or r.text_zh ~ :name)""";

    private static final String FORGET = """
            update community.question set member = :pseudonym, text = '' where member = :member""";

    private static final String RENAME = """
            update community.rule_order set member = :pseudonym where member = :member""";

    private final JdbcClient jdbc;

    KeptQuestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(new KeptTable("questions", ASKED), new KeptTable("rules", TOUCHED));
    }

    @Override
    public void erase(String member, String pseudonym) {
        for (String statement : List.of(OUT_OF_TOPICS, OUT_OF_ANSWERS, OUT_OF_RULES, FORGET, RENAME)) {
            jdbc.sql(statement).params(NameInText.replacing(member, pseudonym)).update();
        }
    }
}
