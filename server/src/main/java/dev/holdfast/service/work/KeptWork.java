package dev.holdfast.service.work;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What work orders keep about a member. What was done to a unit stays under the pseudonym, as the order
/// does: it stays
/// done, whoever drives it.
final class KeptWork implements Keeper {
    private static final String ORDERS = """
            select o.number, o.order_id as "order", o.serial, o.place, o.state, o.made_at as "madeAt", l.component,
              l.words, l.part, l.quantity, l.amount, o.currency, l.covered, l.term, l.reason
            from service.work_order o join service.work_line l on l.work_order = o.number
            where o.member = :member order by o.number, l.position limit :max""";

    private static final String STEPS = """
            select s.work_order as "workOrder", s.at, s.step, lower(s.side) as by, s.words
            from service.work_step s join service.work_order o on o.number = s.work_order
            where o.member = :member order by s.number limit :max""";

    private static final String ACTS = """
            select work_order as "workOrder", at, step, words from service.work_step
            where actor = :member and side = 'STAFF' order by number limit :max""";

    private static final String RECEIPTS = """
            select place, note, part, quantity, at from service.stock_receipt
            where actor = :member order by at limit :max""";

    private static final List<String> FORGET = List.of(
            "update service.work_order set member = :pseudonym where member = :member",
            "update service.work_step set actor = :pseudonym where actor = :member",
            "update service.work_line set goodwill_by = :pseudonym where goodwill_by = :member",
            "update service.stock_receipt set actor = :pseudonym where actor = :member");

    private final JdbcClient jdbc;

    KeptWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(
                new KeptTable("workOrders", ORDERS),
                new KeptTable("workSteps", STEPS),
                new KeptTable("workActs", ACTS),
                new KeptTable("partReceipts", RECEIPTS));
    }

    @Override
    public void erase(String member, String pseudonym) {
        for (String statement : FORGET) {
            jdbc.sql(statement)
                    .param("member", member)
                    .param("pseudonym", pseudonym)
                    .update();
        }
    }
}
