package dev.holdfast.delivery.balance;

import dev.holdfast.delivery.balance.Lenders.Confirmation;
import dev.holdfast.delivery.unit.Units;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.settlement.SettlementsOnPaper;
import dev.holdfast.member.Members;
import dev.holdfast.member.MembersOnPaper;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Balances for the tests of other packages: whether a launch has any, and that one is paid.
public final class BalancesOnPaper {
    private final BalanceOffice office;

    private BalancesOnPaper(BalanceOffice office) {
        this.office = office;
    }

    public static BalancesOnPaper office(
            JdbcClient jdbc, Launch launch, Units units, TransactionTemplate transactions, Clock clock) {
        return new BalancesOnPaper(
                office(new BalanceStore(jdbc), new StatementStore(jdbc), jdbc, launch, units, transactions, clock));
    }

    static BalanceOffice office(
            BalanceStore store,
            StatementStore lines,
            JdbcClient jdbc,
            Launch launch,
            Units units,
            TransactionTemplate transactions,
            Clock clock) {
        Members members = MembersOnPaper.members(jdbc, clock);
        return new BalanceOffice(
                store,
                lines,
                jdbc,
                new BalanceOffice.Below(
                        launch, SettlementsOnPaper.settlements(transactions, members, clock), units, members),
                transactions,
                clock,
                new Random(1),
                UUID::randomUUID);
    }

    public Balances balances() {
        return office.balances();
    }

    /// The launch's balances are paid here from now on.
    public void start(String launch) {
        office.terms().put(launch, terms(), "operator");
    }

    static Terms terms(Terms.YearEnd... yearEnds) {
        return new Terms(
                new Terms.Seller("Larch Motors", "91-0", "1 Larch Road"),
                new Terms.Bank("Larch Bank", "DE02120300000000202051"),
                1_300,
                false,
                List.of(yearEnds));
    }

    /// A lender pays all that is left.
    public void settle(Balance balance) {
        office.lenders()
                .confirm(new Confirmation(
                        "larch-loans", balance.reference(), "L-" + balance.number(), balance.left(), "R. Signer"));
    }

    /// The lender takes its word back.
    public void withdraw(Balance balance) {
        office.lenders().withdraw("larch-loans", "L-" + balance.number(), "larch-loans");
    }

    /// Whether the order's balance was handed over with it.
    public boolean handedOver(OrderId order) {
        return office.balances()
                .find(order, new Asker("operator", true))
                .filter(balance -> balance.handedOverAt() != null)
                .isPresent();
    }
}
