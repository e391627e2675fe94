package dev.holdfast.community.wish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rules of wishes, and the classes they come in.
final class RuleStore {
    private static final String RULES = "select live_votes, open_wishes from community.wish_rule";
    private static final String RULE =
            "update community.wish_rule set live_votes = :liveVotes, open_wishes = :openWishes";

    private static final String CLASSES =
            "select name, name_en, name_zh, answer_days from community.wish_class order by name";
    private static final String CLASS =
            "select name, name_en, name_zh, answer_days from community.wish_class where name = ?";

    private static final String DEFINE = """
            insert into community.wish_class (name, name_en, name_zh, answer_days)
            values (:name, :english, :chinese, :days)
            on conflict (name) do update set name_en = excluded.name_en, name_zh = excluded.name_zh,
              answer_days = excluded.answer_days""";

    private final JdbcClient jdbc;

    RuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    WishRules rules() {
        return jdbc.sql(RULES)
                .query((row, number) -> new WishRules(row.getInt(1), row.getInt(2)))
                .single();
    }

    void rule(WishRules rules) {
        jdbc.sql(RULE)
                .param("liveVotes", rules.liveVotes())
                .param("openWishes", rules.openWishes())
                .update();
    }

    List<WishClass> classes() {
        return jdbc.sql(CLASSES).query(RuleStore::wishClass).list();
    }

    Optional<WishClass> find(String name) {
        return jdbc.sql(CLASS).param(name).query(RuleStore::wishClass).optional();
    }

    void define(WishClass wishClass) {
        jdbc.sql(DEFINE)
                .param("name", wishClass.name())
                .param("english", wishClass.english())
                .param("chinese", wishClass.chinese())
                .param("days", wishClass.answerDays())
                .update();
    }

    private static WishClass wishClass(ResultSet row, int number) throws SQLException {
        return new WishClass(
                row.getString("name"), row.getString("name_en"), row.getString("name_zh"), row.getInt("answer_days"));
    }
}
