package dev.holdfast.community.answer;

import dev.holdfast.community.answer.Boilerplate.Sentence;
import dev.holdfast.community.answer.Boilerplate.Use;
import dev.holdfast.community.wish.WishId;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes answers.
final class AnswerStore {
    private static final String COUNT = "select count(*) from community.answer where wish = :wish";

    private static final String APPEND = """
            insert into community.answer (wish, number, role, role_en, role_zh, decision, reason_en, reason_zh,
              promised_by, operator, at)
            values (:wish, :number, :role, :role_en, :role_zh, :decision, :reason_en, :reason_zh, :promised_by,
              :operator, :at)""";

    private static final String APPEND_SENTENCES = """
            insert into community.answer_sentence (digest, wish, number, language, letters)
            select decode(s.digest, 'hex'), :wish, :number, s.language, s.letters
            from unnest(:digests::text[], :languages::text[], :letters::int[]) as s (digest, language, letters)""";

    private static final String USES = """
            select encode(s.digest, 'hex') as digest, count(distinct s.wish) as wishes
            from community.answer_sentence s
            where s.digest in (select decode(d.digest, 'hex') from unnest(:digests::text[]) as d (digest))
              and s.wish <> :wish
            group by s.digest""";

    private static final String OUT_OF_REASONS = """
            update community.answer a
            set reason_en = regexp_replace(a.reason_en, :name, :pseudonym, 'g'),
              reason_zh = regexp_replace(a.reason_zh, :name, :pseudonym, 'g')
            where a.wish = any (:wishes) and (a.reason_en ~ :name or a.reason_zh ~ :name)
            returning a.wish, a.number, a.reason_en, a.reason_zh""";

    private static final String DROP_SENTENCES =
            "delete from community.answer_sentence where wish = :wish and number = :number";

    private final JdbcClient jdbc;

    AnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Reason(WishId wish, int number, Map<String, String> words) {}

    int answers(WishId wish) {
        return jdbc.sql(COUNT).param("wish", wish.value()).query(Integer.class).single();
    }

    /// Joins the running transaction, which holds the wish's lock.
    void append(WishId wish, Answer answer, String operator, List<Sentence> sentences) {
        jdbc.sql(APPEND)
                .param("wish", wish.value())
                .param("number", answer.number())
                .param("role", answer.role())
                .param("role_en", answer.roleName().get("en"))
                .param("role_zh", answer.roleName().get("zh"))
                .param("decision", answer.decision().name())
                .param("reason_en", answer.reason().get("en"))
                .param("reason_zh", answer.reason().get("zh"))
                .param("promised_by", answer.promisedBy())
                .param("operator", operator)
                .param("at", Timestamp.from(answer.at()))
                .update();
        append(wish, answer.number(), sentences);
    }

    private void append(WishId wish, int number, List<Sentence> sentences) {
        jdbc.sql(APPEND_SENTENCES)
                .param("wish", wish.value())
                .param("number", number)
                .param("digests", sentences.stream().map(Sentence::digest).toArray(String[]::new))
                .param("languages", sentences.stream().map(Sentence::language).toArray(String[]::new))
                .param("letters", sentences.stream().map(Sentence::letters).toArray(Integer[]::new))
                .update();
    }

    /// Takes a name out of the reasons that some wishes were answered with, and out of their sentences' digests.
    ///
    /// @param name a pattern that finds it
    void forget(List<WishId> wishes, String name, String pseudonym) {
        jdbc.sql(OUT_OF_REASONS)
                .param("wishes", WishId.values(wishes))
                .param("name", name)
                .param("pseudonym", pseudonym)
                .query((row, index) -> new Reason(
                        new WishId(row.getObject("wish", UUID.class)),
                        row.getInt("number"),
                        AnswerReads.texts(row, "reason")))
                .list()
                .forEach(reason -> {
                    jdbc.sql(DROP_SENTENCES)
                            .param("wish", reason.wish.value())
                            .param("number", reason.number)
                            .update();
                    append(reason.wish, reason.number, Boilerplate.sentences(reason.words));
                });
    }

    /// How many wishes other than this one were answered with each of the sentences.
    List<Use> uses(WishId wish, List<Sentence> sentences) {
        Map<String, Integer> wishes = new HashMap<>();
        jdbc.sql(USES)
                .param("wish", wish.value())
                .param("digests", sentences.stream().map(Sentence::digest).toArray(String[]::new))
                .query((row, index) -> wishes.put(row.getString("digest"), row.getInt("wishes")))
                .list();
        return sentences.stream()
                .map(sentence -> new Use(sentence, wishes.getOrDefault(sentence.digest(), 0)))
                .toList();
    }
}
