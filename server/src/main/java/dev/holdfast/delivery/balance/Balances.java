package dev.holdfast.delivery.balance;

import dev.holdfast.delivery.balance.Balance.State;
import dev.holdfast.delivery.balance.BalanceStore.Row;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of balances for owners, and the gate in front of a hand-over.
public final class Balances {
    private final BalanceStore store;
    private final TermsStore terms;
    private final BalanceReads reads;
    private final Dues dues;
    private final TaxRequests tax;
    private final Launch launch;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Balances(
            BalanceStore store,
            TermsStore terms,
            BalanceReads reads,
            Dues dues,
            TaxRequests tax,
            Launch launch,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.terms = terms;
        this.reads = reads;
        this.dues = dues;
        this.tax = tax;
        this.launch = launch;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Empty: its launch has no balances, or the order is not locked yet.
    ///
    /// @throws Problem UNKNOWN when there is no such order for the one who asks
    public Optional<Balance> find(OrderId order, Asker asker) {
        launch.order(order, asker);
        return dues.bring(order).map(reads::look);
    }

    /// @throws Problem UNKNOWN when there is no such order for the one who asks, or it has no balance
    public Balance look(OrderId order, Asker asker) {
        return find(order, asker).orElseThrow(() -> none(order));
    }

    /// How the launch's balances are paid; empty: it has none.
    public Optional<Terms> terms(OrderId order) {
        return terms.find(order.launch());
    }

    /// Who is to stand on the tax document. After the request for it the new words replace the old.
    ///
    /// @throws Problem UNKNOWN; INVALID when a text is too long; CONFLICT when the order is over
    public Balance buyer(OrderId order, Buyer buyer, Asker asker) {
        Words.perhaps("name", buyer.name(), Buyer.MAX_TEXT);
        Words.perhaps("taxNumber", buyer.taxNumber(), Buyer.MAX_TEXT);
        Words.perhaps("address", buyer.address(), Buyer.MAX_TEXT);
        look(order, asker);
        transactions.executeWithoutResult(status -> {
            Row row = store.lock(order).orElseThrow(() -> none(order));
            if (row.state() == State.ENDED) {
                throw ended(order);
            }
            store.buyer(row.number(), buyer);
            if (row.state() == State.SETTLED) {
                tax.settled(store.find(order).orElseThrow(), clock.instant());
            }
        });
        return look(order, asker);
    }

    /// Before somebody begins to hand a unit over.
    ///
    /// @throws Problem CONFLICT while something is left to pay and the launch does not hand over unpaid
    public void admit(OrderId order) {
        Optional<Row> row = dues.bring(order);
        if (row.isPresent() && blocks(row.get())) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "balance_not_settled",
                    "Order '" + order + "' cannot be handed over yet: "
                            + reads.look(row.get()).left().amount() + " "
                            + row.get().currency()
                            + " (in minor units) of it are left to pay.");
        }
    }

    /// Whether something is left to pay that keeps a hand-over from ending; as of when it was last looked at.
    public boolean blocks(OrderId order) {
        return store.find(order).filter(this::blocks).isPresent();
    }

    private boolean blocks(Row row) {
        return row.state() == State.OPEN
                && !terms(row.order()).map(Terms::handOverUnpaid).orElse(true);
    }

    /// At the end of a hand-over, in its transaction: nobody takes a payment back from here on.
    ///
    /// @return false: something is left to pay
    public boolean release(OrderId order, Instant now) {
        Row row = store.lock(order).orElse(null);
        if (row == null) {
            return true;
        }
        if (blocks(row)) {
            return false;
        }
        store.handedOver(row.number(), now);
        if (row.state() == State.SETTLED) {
            tax.settled(row, now);
        }
        return true;
    }

    static Problem none(OrderId order) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "no_balance",
                "Order '" + order + "' has no balance to pay here: it is not locked, or its launch takes none.");
    }

    static Problem ended(OrderId order) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "balance_ended",
                "Order '" + order + "' is over: nothing is owed for it any more, and what was paid goes back.");
    }
}
