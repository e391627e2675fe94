package dev.holdfast.community.round;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
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
        for (String statement : List.of(FORGET, RENAME)) {
            jdbc.sql(statement)
                    .param("member", member)
                    .param("pseudonym", pseudonym)
                    .update();
        }
    }
}
