package dev.holdfast.launch.campaign;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What campaigns keep about a member beside their orders. The pledge stays with its order; what they answered is about
/// the person and goes.
final class KeptPledges implements Keeper {
    private static final String PLEDGES = """
            select p.order_id as "order", p.add_ons as "addOns", p.late, p.money, p.provider, p.payment,
              p.mend_by as "mendBy"
            from launch.orders o join launch.pledge p on p.order_id = o.id
            where o.member = :member order by p.order_id limit :max""";

    private static final String ANSWERS = """
            select s.order_id as "order", s.answers, s.at
            from launch.orders o join launch.survey_answer s on s.order_id = o.id
            where o.member = :member order by s.at limit :max""";

    /// Whoever renames the orders may do so before or after.
    private static final String FORGET = """
            delete from launch.survey_answer s using launch.orders o
            where o.id = s.order_id and o.member in (:member, :pseudonym)""";

    private final JdbcClient jdbc;

    KeptPledges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(new KeptTable("pledges", PLEDGES), new KeptTable("surveyAnswers", ANSWERS));
    }

    @Override
    public void erase(String member, String pseudonym) {
        jdbc.sql(FORGET).param("member", member).param("pseudonym", pseudonym).update();
    }
}
