package dev.holdfast.community.spec;

import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import dev.holdfast.member.personal.NameInText;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is kept of what owners say. What they judged stays in the sums, under a pseudonym; their words go.
final class KeptVerdicts implements Keeper {
    private static final String OWNED = """
            select order_id as "order", product, version, delivered_at as "deliveredAt", asked_at as "askedAt"
            from community.owner where member = :member order by delivered_at limit :max""";

    private static final String SAID = """
            select v.order_id as "order", v.wish, v.verdict, v.words, v.at
            from community.verdict v join community.owner o on o.order_id = v.order_id
            where o.member = :member order by v.number limit :max""";

    private static final String FORGET_WORDS = """
            update community.verdict v set words = '' from community.owner o
            where o.order_id = v.order_id and o.member = :member""";

    /// What changed because of a wish may say who had wished it. Every text of a change: each is read by everybody.
    private static final String OUT_OF_CHANGES = """
            update community.spec_change c
            set attribute_en = regexp_replace(c.attribute_en, :name, :pseudonym, 'g'),
              attribute_zh = regexp_replace(c.attribute_zh, :name, :pseudonym, 'g'),
              from_en = regexp_replace(c.from_en, :name, :pseudonym, 'g'),
              from_zh = regexp_replace(c.from_zh, :name, :pseudonym, 'g'),
              to_en = regexp_replace(c.to_en, :name, :pseudonym, 'g'),
              to_zh = regexp_replace(c.to_zh, :name, :pseudonym, 'g'),
              evidence = regexp_replace(c.evidence, :name, :pseudonym, 'g')
            where c.wish = any (:wishes)
              and concat_ws(' ', c.attribute_en, c.attribute_zh, c.from_en, c.from_zh, c.to_en, c.to_zh, c.evidence)
                ~ :name""";

    private static final String RENAME = "update community.owner set member = :pseudonym where member = :member";

    private final JdbcClient jdbc;
    private final Wishes wishes;

    KeptVerdicts(JdbcClient jdbc, Wishes wishes) {
        this.jdbc = jdbc;
        this.wishes = wishes;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(new KeptTable("owned", OWNED), new KeptTable("verdicts", SAID));
    }

    @Override
    public void erase(String member, String pseudonym) {
        jdbc.sql(OUT_OF_CHANGES)
                .param("wishes", WishId.values(wishes.touched(member, pseudonym)))
                .param("name", NameInText.pattern(member))
                .param("pseudonym", pseudonym)
                .update();
        jdbc.sql(FORGET_WORDS).param("member", member).update();
        jdbc.sql(RENAME).param("member", member).param("pseudonym", pseudonym).update();
    }
}
