package dev.holdfast.launch.news;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What webhooks were told of a member, or are about to be. What another server was told it has; from an erasure on it
/// is told a pseudonym.
final class KeptNews implements Keeper {
    private static final String NEWS = """
            select n.kind, n.at, n.facts from launch.news n
            where n.facts::jsonb->>'member' = :member
            order by n.number limit :max""";

    /// Waits for whoever is telling: what they tell, they read before.
    private static final String NOBODY_TELLS = "select pg_advisory_xact_lock(4017234)";

    private static final String RENAME = """
            update launch.news n set facts = jsonb_set(n.facts::jsonb, '{member}', to_jsonb(:pseudonym::text))::text
            where n.facts::jsonb->>'member' = :member""";

    private final JdbcClient jdbc;

    KeptNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(new KeptTable("news", NEWS));
    }

    @Override
    public void erase(String member, String pseudonym) {
        jdbc.sql(NOBODY_TELLS).query((row, number) -> true).single();
        jdbc.sql(RENAME).param("member", member).param("pseudonym", pseudonym).update();
    }
}
