package dev.holdfast.community.news;

import dev.holdfast.community.news.WishNews.Kind;
import dev.holdfast.community.wish.WishId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of news, and up to whom each was told.
final class NewsStore {
    private static final String NOTE = """
            insert into community.wish_news (wish, kind, occasion, facts, at)
            values (:wish, :kind, :occasion, :facts, :at) on conflict do nothing""";

    private static final String COLUMNS = "select number, wish, kind, facts, told_member from community.wish_news";

    private static final String FIND = COLUMNS + " where number = ?";

    /// Whoever walks along one piece of news is alone on it.
    private static final String NEXT_TO_TELL =
            COLUMNS + " where not done order by number limit 1 for update skip locked";

    private static final String TOLD = "update community.wish_news set told_member = :member where number = :number";

    private static final String DONE = "update community.wish_news set told_member = '', done = true where number = ?";

    private static final String FORGET = "update community.wish_news set told_member = '' where told_member = ?";

    /// Fact by fact: in the text of the whole a name may stand behind a sign that only JSON has.
    private static final String OUT_OF_FACTS = """
            update community.wish_news n set facts = (
              select jsonb_object_agg(f.key, regexp_replace(f.value, :name, :pseudonym, 'g'))::text
              from jsonb_each_text(n.facts::jsonb) f)
            where n.wish = any (:wishes)
              and exists (select from jsonb_each_text(n.facts::jsonb) f where f.value ~ :name)""";

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    NewsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One piece of news.
    ///
    /// @param toldMember the last one who was told, by name; empty: nobody yet
    record Row(long number, WishId wish, Kind kind, Map<String, String> facts, String toldMember) {
        Row {
            facts = Map.copyOf(facts);
        }
    }

    void note(WishId wish, Kind kind, String occasion, Map<String, String> facts, Instant at) {
        jdbc.sql(NOTE)
                .param("wish", wish.value())
                .param("kind", kind.name())
                .param("occasion", occasion)
                .param("facts", JsonMapper.shared().writeValueAsString(facts))
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Row> find(long number) {
        return jdbc.sql(FIND).param(number).query((row, index) -> news(row)).optional();
    }

    Optional<Row> nextToTell() {
        return jdbc.sql(NEXT_TO_TELL).query((row, index) -> news(row)).optional();
    }

    void told(long number, String member) {
        jdbc.sql(TOLD).param("number", number).param("member", member).update();
    }

    void done(long number) {
        jdbc.sql(DONE).param(number).update();
    }

    /// News that had come to this member begins anew; who was told before has their letter, and gets no other.
    void forget(String member) {
        jdbc.sql(FORGET).param(member).update();
    }

    /// What is told of some wishes loses a name.
    ///
    /// @param name a pattern that finds it
    void forget(List<WishId> wishes, String name, String pseudonym) {
        jdbc.sql(OUT_OF_FACTS)
                .param("wishes", WishId.values(wishes))
                .param("name", name)
                .param("pseudonym", pseudonym)
                .update();
    }

    private static Row news(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("number"),
                new WishId(row.getObject("wish", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                JsonMapper.shared().readValue(row.getString("facts"), FACTS),
                row.getString("told_member"));
    }
}
