package dev.holdfast.delivery.network;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the network keeps about a member: where they work, what they did there, what was proposed to them.
/// Acts and proposals stay under the pseudonym: they are somebody else's orders too.
final class KeptNetwork implements Keeper {
    private static final String STAFF = """
            select place, invited_at as "invitedAt", ended_at as "endedAt" from delivery.staff
            where member = :member order by place limit :max""";

    private static final String ACTS = """
            select at, place, act, order_id as "order", detail from delivery.staff_act
            where actor = :member order by number limit :max""";

    private static final String PROPOSALS = """
            select place, slug as launch, offer, region, made_at as "madeAt", order_id as "order"
            from delivery.proposal where member = :member order by made_at limit :max""";

    private static final String FORGET = "delete from delivery.staff where member = :member";

    private static final String RENAME_INVITER =
            "update delivery.staff set invited_by = :pseudonym where invited_by = :member";

    private static final String RENAME_ACTS = "update delivery.staff_act set actor = :pseudonym where actor = :member";

    private static final String RENAME_PROPOSALS = """
            update delivery.proposal set member = case when member = :member then :pseudonym else member end,
              actor = case when actor = :member then :pseudonym else actor end
            where member = :member or actor = :member""";

    private final JdbcClient jdbc;

    KeptNetwork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(
                new KeptTable("workplaces", STAFF),
                new KeptTable("staffActs", ACTS),
                new KeptTable("proposals", PROPOSALS));
    }

    @Override
    public void erase(String member, String pseudonym) {
        jdbc.sql(FORGET).param("member", member).update();
        for (String statement : List.of(RENAME_INVITER, RENAME_ACTS, RENAME_PROPOSALS)) {
            jdbc.sql(statement)
                    .param("pseudonym", pseudonym)
                    .param("member", member)
                    .update();
        }
    }
}
