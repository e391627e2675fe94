package dev.holdfast.launch.review;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What reviews keep about a member. What was decided stays, as an order does; what was noticed and what they wrote
/// goes.
final class KeptReviews implements Keeper {
    private static final String SIGNALS = """
            select s.order_id as "order", encode(s.device, 'hex') as device, encode(s.network, 'hex') as network,
              encode(s.instrument, 'hex') as instrument,
              encode(s.address, 'hex') as address, s.at
            from launch.signal s join launch.orders o on o.id = s.order_id
            where o.member = :member order by s.at limit :max""";

    private static final String STEPS = """
            select r.order_id as "order", r.act, r.at, r.points, r.said
            from launch.review_step r join launch.orders o on o.id = r.order_id
            where o.member = :member order by r.number limit :max""";

    /// In number order, as everybody who is erased takes them, so that no batch writes the name down once more.
    private static final String LOCK = """
            select l.launch from launch.line l
            where l.launch in (select o.launch from launch.orders o where o.member in (?, ?))
            order by l.launch for update""";

    private static final String FORGET_SIGNALS = """
            delete from launch.signal where order_id in (
              select o.id from launch.orders o where o.member in (:member, :pseudonym))""";

    private static final String FORGET_WORDS = """
            update launch.review_step r set said = case when r.act = 'APPEALED' then '' else r.said end,
              actor = case when r.actor = :member then :pseudonym else r.actor end
            where r.order_id in (select o.id from launch.orders o where o.member in (:member, :pseudonym))""";

    private final JdbcClient jdbc;

    KeptReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(new KeptTable("signals", SIGNALS), new KeptTable("reviews", STEPS));
    }

    /// Before or after the orders were renamed, whoever comes first.
    @Override
    public void erase(String member, String pseudonym) {
        jdbc.sql(LOCK).param(member).param(pseudonym).query(Integer.class).list();
        for (String statement : List.of(FORGET_SIGNALS, FORGET_WORDS)) {
            jdbc.sql(statement)
                    .param("member", member)
                    .param("pseudonym", pseudonym)
                    .update();
        }
    }
}
