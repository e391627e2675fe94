package dev.holdfast.launch.intake;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the book keeps about a member: their orders, and everything that hangs on an order.
///
/// An erased member's orders stay where they are: a position is never given twice, a deposit that came is on the
/// ledger,
/// and a tax office may ask for both. They stay under a pseudonym, without what the fan's program said beside the wish.
public final class KeptOrders implements Keeper {
    /// In number order: only an erasure waits for a line while it holds another, so nobody can wait for it in a ring.
    private static final String LOCK = """
            select l.launch from launch.line l
            where l.launch in (select o.launch from launch.orders o where o.member = ?)
            order by l.launch for update""";

    /// The key is the caller's text and the digest is made of the caller's texts: both could tell who it was.
    private static final String RENAME = """
            update launch.orders set member = :pseudonym, idempotency_key = id::text, request = id,
              store = null, channel = null, referral = null
            where member = :member""";

    private static final String RENAME_ACTOR = """
            update launch.state_change s set actor = :pseudonym from launch.orders o
            where o.member = :pseudonym and s.order_id = o.id and s.actor = :member""";

    private static final String RENAME_ANSWERER = """
            update launch.consent c set actor = :pseudonym from launch.orders o
            where o.member = :pseudonym and c.order_id = o.id and c.actor = :member""";

    private static final String NOT_OVER = """
            select o.id from launch.orders o
            where o.member = ? and o.live and o.state <> 'DELIVERED' order by o.held_at limit ?""";

    /// More than a person can cancel in one sitting.
    private static final int MAX_NAMED = 100;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    public KeptOrders(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<KeptTable> tables() {
        return KeptOrderTables.ALL.entrySet().stream()
                .map(table -> table(table.getKey(), table.getValue()))
                .toList();
    }

    private KeptTable table(String name, String sql) {
        return new KeptTable(name, sql, member -> Map.of("now", clock.instant().atOffset(ZoneOffset.UTC)));
    }

    /// Under the lines' locks, so that no batch writes the name down once more; and judged after the rows were renamed,
    /// so that no order slips in between.
    @Override
    public void erase(String member, String pseudonym) {
        jdbc.sql(LOCK).param(member).query(Integer.class).list();
        for (String statement : List.of(RENAME, RENAME_ACTOR, RENAME_ANSWERER)) {
            jdbc.sql(statement)
                    .param("pseudonym", pseudonym)
                    .param("member", member)
                    .update();
        }
        List<UUID> live = jdbc.sql(NOT_OVER)
                .param(pseudonym)
                .param(MAX_NAMED)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        if (!live.isEmpty()) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "orders_not_over",
                    "Orders are still in line or to be delivered, so nothing was erased: " + live.getFirst()
                            + ". Cancel them, or wait for their delivery.",
                    live.stream()
                            .map(id -> new Fault("order", id.toString(), "is not over"))
                            .toList());
        }
    }
}
