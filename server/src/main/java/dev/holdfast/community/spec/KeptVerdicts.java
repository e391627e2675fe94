package dev.holdfast.community.spec;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
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

    private static final String RENAME = "update community.owner set member = :pseudonym where member = :member";

    private final JdbcClient jdbc;

    KeptVerdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(new KeptTable("owned", OWNED), new KeptTable("verdicts", SAID));
    }

    @Override
    public void erase(String member, String pseudonym) {
        jdbc.sql(FORGET_WORDS).param("member", member).update();
        jdbc.sql(RENAME).param("member", member).param("pseudonym", pseudonym).update();
    }
}
