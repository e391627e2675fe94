package dev.holdfast.delivery.balance;

import dev.holdfast.delivery.unit.Units;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Progress;
import dev.holdfast.launch.payment.PaymentProviders;
import dev.holdfast.launch.settlement.Settlements;
import dev.holdfast.member.Members;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// How the parts of balances hang together: the same for the server and for a test that leaves a guard out.
final class BalanceOffice {
    private final BalanceStore store;
    private final StatementStore lines;
    private final EntryStore entries;
    private final PaymentStore payments;
    private final RefundStore refunds;
    private final TaxStore taxes;
    private final TermsStore terms;
    private final BalanceReads reads;
    private final TaxRequests tax;
    private final Books books;
    private final Dues dues;
    private final Below below;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    /// The faces below.
    record Below(Launch launch, Settlements settlements, Units units, Members members) {}

    BalanceOffice(
            BalanceStore store,
            StatementStore lines,
            JdbcClient jdbc,
            Below below,
            TransactionTemplate transactions,
            InstantSource clock,
            RandomGenerator random,
            Supplier<UUID> ids) {
        this.store = store;
        this.lines = lines;
        this.below = below;
        this.transactions = transactions;
        this.clock = clock;
        this.entries = new EntryStore(jdbc);
        this.payments = new PaymentStore(jdbc);
        this.refunds = new RefundStore(jdbc);
        this.taxes = new TaxStore(jdbc);
        this.terms = new TermsStore(jdbc);
        this.reads = new BalanceReads(entries, payments, refunds);
        this.tax = new TaxRequests(taxes, entries, payments, terms, below.launch(), below.units());
        this.books = new Books(store, entries, payments, refunds, tax, ids);
        this.dues = new Dues(
                store, entries, terms, books, below.launch(), below.settlements(), transactions, clock, random);
    }

    Balances balances() {
        return new Balances(store, terms, reads, dues, tax, below.launch(), transactions, clock);
    }

    BalanceTerms terms() {
        return new BalanceTerms(terms, below.launch(), below.members(), transactions, clock);
    }

    BalanceDesk desk() {
        return new BalanceDesk(
                store, entries, refunds, reads, books, below.launch(), below.members(), transactions, clock);
    }

    Credits credits() {
        return new Credits(store, entries, reads, books, dues, below.members(), transactions, clock);
    }

    TaxDesk tax() {
        return new TaxDesk(taxes, store, below.members(), transactions);
    }

    Lenders lenders() {
        return new Lenders(store, payments, reads, books, below.members(), transactions, clock);
    }

    Statements statements() {
        Matching matching = new Matching(lines, store, entries, books);
        return new Statements(lines, store, entries, matching, books, below.members(), transactions, clock);
    }

    BalancePayments payments() {
        return new BalancePayments(store, payments, refunds, books, balances(), transactions, clock);
    }

    BalanceRound round(Progress progress, PaymentProviders providers) {
        BalanceRefunds sending = new BalanceRefunds(refunds, providers, transactions, clock);
        return new BalanceRound(
                terms, store, dues, statements(), sending, below.launch(), progress, transactions, clock);
    }
}
