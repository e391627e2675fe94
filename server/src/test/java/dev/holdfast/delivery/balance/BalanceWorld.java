package dev.holdfast.delivery.balance;

import dev.holdfast.HandClock;
import dev.holdfast.delivery.balance.Balance.State;
import dev.holdfast.delivery.balance.Credits.Credit;
import dev.holdfast.delivery.balance.Lenders.Confirmation;
import dev.holdfast.delivery.balance.Terms.BorneBy;
import dev.holdfast.delivery.balance.Terms.YearEnd;
import dev.holdfast.delivery.unit.DeliveryWorld;
import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Progress;
import dev.holdfast.launch.Showroom;
import dev.holdfast.launch.payment.PaymentEvent;
import dev.holdfast.launch.payment.PaymentProviders;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A launch whose orders cost 279,900.00 with 5,000.00 paid down, on a real database.
final class BalanceWorld implements AutoCloseable {
    static final String LAUNCH = "car";
    static final long PRICE = 27_990_000;
    static final long LEFT = PRICE - Showroom.DEPOSIT;
    static final String OPERATOR = "operator";
    static final String LENDER = "larch-loans";
    private static final Asker LOOKING = new Asker(OPERATOR, true);

    final DeliveryWorld delivery = new DeliveryWorld();
    final HandClock clock = delivery.world.clock;
    final JdbcClient jdbc = delivery.server.jdbc();
    final TransactionTemplate transactions = delivery.server.launch().transactions();
    final BalanceStore store;
    final Balances balances;
    final BalanceTerms terms;
    final BalanceDesk desk;
    final Credits credits;
    final TaxDesk tax;
    final Statements statements;
    final Lenders lenders;
    final BalancePayments payments;
    final BalanceRound round;

    BalanceWorld() {
        this(BalanceStore.GUARD, StatementStore.GUARD);
    }

    BalanceWorld(String balanceGuard, String lineGuard) {
        clock.set(HandClock.NOON);
        delivery.open(LAUNCH, Showroom.SMALL, 90);
        store = new BalanceStore(jdbc, balanceGuard);
        BalanceOffice office = BalancesOnPaper.office(
                store,
                new StatementStore(jdbc, lineGuard),
                jdbc,
                delivery.server.launch().launch(),
                delivery.server.units(),
                transactions,
                clock);
        Progress progress = delivery.world.progress(delivery.server.launch());
        balances = office.balances();
        terms = office.terms();
        desk = office.desk();
        credits = office.credits();
        tax = office.tax();
        statements = office.statements();
        lenders = office.lenders();
        payments = office.payments();
        round = office.round(progress, new PaymentProviders(List.of(), false));
    }

    /// Balances are paid here from now on.
    BalanceWorld started(YearEnd... yearEnds) {
        terms.put(LAUNCH, BalancesOnPaper.terms(yearEnds), OPERATOR);
        return this;
    }

    static YearEnd yearEnd(String from, long amount, BorneBy who) {
        return new YearEnd("subsidy", LocalDate.parse(from), amount, who, Map.of("en", "falls", "zh", "减少"));
    }

    OrderId locked(String member) {
        return delivery.locked(LAUNCH, member, "north");
    }

    Balance look(OrderId order) {
        return balances.look(order, LOOKING);
    }

    String reference(OrderId order) {
        return look(order).reference();
    }

    static Money money(long amount) {
        return new Money(amount, "CNY");
    }

    /// One line of a statement for an order, which says just this.
    static String line(String text, String amount) {
        return "DE02,2026-11-20," + amount + ",CNY," + text + ",";
    }

    Statements.Told tell(String... lines) {
        String file = "account,date,amount,currency,text,reference\n" + String.join("\n", lines) + "\n";
        return statements.tell(file.getBytes(StandardCharsets.UTF_8), true, OPERATOR);
    }

    List<BankLine> toLookAt() {
        return statements.lines(null, 0, 100);
    }

    boolean report(OrderId order, PaymentEvent.Kind kind, String webhook, String payment, long amount) {
        String pay = store.find(order).orElseThrow().pay().toString();
        return payments.receive("sandbox", new PaymentEvent(webhook, kind, pay, payment, amount, "CNY"));
    }

    boolean pay(OrderId order, String payment, long amount) {
        return report(order, PaymentEvent.Kind.SUCCEEDED, "webhook-" + payment, payment, amount);
    }

    Lenders.Confirmed lend(OrderId order, String number, long amount) {
        return lenders.confirm(new Confirmation(LENDER, reference(order), number, money(amount), "R. Signer"));
    }

    Balance credit(OrderId order, Credit.Kind kind, String source, long amount) {
        return credits.take(order, new Credit(kind, source, money(amount), ""), OPERATOR);
    }

    /// What it was refused with; empty: it was not.
    String withdraw(OrderId order, Credit.Kind kind, String source) {
        return code(() -> credits.withdraw(order, kind, source, OPERATOR));
    }

    /// Everything that was ever moved adds up to nothing, and each balance to what its rows say.
    void holds() {
        long sum = desk.accounts().stream()
                .mapToLong(account -> account.balance().amount())
                .sum();
        if (sum != 0) {
            throw new AssertionError("The ledger adds up to " + sum);
        }
        for (Balance balance : desk.page(LAUNCH, null, 0, BalanceDesk.MAX_PAGE)) {
            Balance whole = look(balance.order());
            long lines = whole.lines().stream()
                    .mapToLong(line -> line.amount().amount())
                    .sum();
            long paid = whole.payments().stream()
                    .filter(payment -> payment.state() != Payment.State.WITHDRAWN)
                    .mapToLong(payment -> payment.amount().amount())
                    .sum();
            long back = whole.refunds().stream()
                    .mapToLong(refund -> refund.amount().amount())
                    .sum();
            if (lines - paid + back != whole.left().amount()) {
                throw new AssertionError("Not what its rows say: " + whole);
            }
            if ((whole.state() == State.OPEN) != (whole.left().amount() > 0)) {
                throw new AssertionError("Open and settled at once: " + whole);
            }
        }
    }

    static String code(Runnable act) {
        try {
            act.run();
        } catch (Problem problem) {
            return problem.code();
        }
        return "";
    }

    @Override
    public void close() {
        delivery.close();
    }
}
