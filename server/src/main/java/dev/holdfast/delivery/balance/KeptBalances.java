package dev.holdfast.delivery.balance;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What balances keep about a member. Amounts stay under the pseudonym, as the law on accounts wants it; who
/// paid from which account, and the name on the tax document, end with whom they are about.
final class KeptBalances implements Keeper {
    private static final String BALANCES = """
            select b.order_id as "order", b.state, b.currency, b.opened_at as "openedAt", b.settled_at as "settledAt",
              b.handed_over_at as "handedOverAt", b.buyer_name as "buyerName", b.buyer_tax_number as "buyerTaxNumber",
              b.buyer_address as "buyerAddress"
            from delivery.balance b where b.member = :member order by b.number limit :max""";

    private static final String ENTRIES = """
            select b.order_id as "order", e.at, e.debit, e.credit, e.amount, e.currency, e.cause, e.source, e.detail
            from delivery.balance_entry e join delivery.balance b on b.number = e.balance
            where b.member = :member order by e.number limit :max""";

    private static final String PAYMENTS = """
            select b.order_id as "order", p.at, p.way, p.told_by as "toldBy", p.reference, p.amount, p.currency, p.state
            from delivery.balance_payment p join delivery.balance b on b.number = p.balance
            where b.member = :member order by p.number limit :max""";

    private static final String REFUNDS = """
            select b.order_id as "order", r.requested_at as "requestedAt", r.amount, r.cause, r.done_at as "doneAt",
              r.reference
            from delivery.balance_refund r join delivery.balance b on b.number = r.balance
            where b.member = :member order by r.number limit :max""";

    private static final String LINES = """
            select b.order_id as "order", l.booked_on as "bookedOn", l.amount, l.currency, l.payer,
              l.payer_account as "payerAccount", l.text, l.state
            from delivery.balance_line l join delivery.balance b on b.number = l.balance
            where b.member = :member order by l.number limit :max""";

    private static final String TAX = """
            select b.order_id as "order", t.at, t.kind, t.facts::text as facts
            from delivery.tax_request t join delivery.balance b on b.number = t.balance
            where b.member = :member order by t.number limit :max""";

    private static final String FORGET_LINES = """
            update delivery.balance_line l set payer = '', payer_account = '', text = ''
            from delivery.balance b where b.number = l.balance and b.member = :member""";

    private static final String FORGET_TAX = """
            update delivery.tax_request t
            set facts = jsonb_set(t.facts, '{buyer}', '{"name": "", "taxNumber": "", "address": ""}')
            from delivery.balance b where b.number = t.balance and b.member = :member""";

    private static final String RENAME = """
            update delivery.balance set member = :pseudonym, buyer_name = '', buyer_tax_number = '', buyer_address = ''
            where member = :member""";

    private final JdbcClient jdbc;

    KeptBalances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(
                new KeptTable("balances", BALANCES),
                new KeptTable("balanceEntries", ENTRIES),
                new KeptTable("balancePayments", PAYMENTS),
                new KeptTable("balanceRefunds", REFUNDS),
                new KeptTable("balanceTransfers", LINES),
                new KeptTable("taxDocuments", TAX));
    }

    @Override
    public void erase(String member, String pseudonym) {
        for (String statement : List.of(FORGET_LINES, FORGET_TAX)) {
            jdbc.sql(statement).param("member", member).update();
        }
        jdbc.sql(RENAME).param("member", member).param("pseudonym", pseudonym).update();
    }
}
