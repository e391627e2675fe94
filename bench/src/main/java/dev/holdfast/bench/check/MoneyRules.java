package dev.holdfast.bench.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The rules of money: what fans paid is in the ledger once, and each deposit is where its order says.
///
/// The ledger's rows have both sides and so always sum to zero among themselves; what can be wrong is what they sum
/// up. So it is held against the fans' own log, which knows who paid, and not against itself alone.
public final class MoneyRules {
    private static final String RECEIVED = "RECEIVED";
    private static final String HELD = "HELD";
    /// Where a deposit may be that its order no longer holds.
    private static final Set<String> LEFT = Set.of("REFUNDING", "REFUNDED", "FORFEITED");

    private final List<Attempt> attempts;
    private final Book book;
    private final Money money;
    private final Map<String, Long> deposits;
    /// Balances by order and account.
    private final Map<String, Map<String, Long>> balances = new HashMap<>();

    /// @param deposits of each offer, in minor units
    public MoneyRules(List<Attempt> attempts, Book book, Money money, Map<String, Long> deposits) {
        this.attempts = attempts;
        this.book = book;
        this.money = money;
        this.deposits = Map.copyOf(deposits);
        for (Money.Transfer transfer : money.transfers()) {
            var accounts = balances.computeIfAbsent(transfer.order(), order -> new TreeMap<>());
            accounts.merge(transfer.credit(), transfer.amount(), Long::sum);
            accounts.merge(transfer.debit(), -transfer.amount(), Long::sum);
        }
    }

    /// All accounts together are zero, and what was received is what fans were told that they paid.
    public Finding ledgerOff() {
        long all = 0;
        long received = 0;
        for (Map<String, Long> accounts : balances.values()) {
            all += accounts.values().stream().mapToLong(Long::longValue).sum();
            received -= accounts.getOrDefault(RECEIVED, 0L);
        }
        long paid = attempts.stream()
                .filter(Attempt::paid)
                .mapToLong(attempt -> deposit(attempt.offer()))
                .sum();
        var tally = new Finding.Tally();
        tally.add(all == 0 ? 0 : 1, "all accounts together are " + all + " and not zero");
        tally.add(received == paid ? 0 : 1, "received is " + received + ", fans were told that they paid " + paid);
        return tally.finding();
    }

    /// The deposit of a live, paid order is held; that of one that ended is given back or forfeited; no other order
    /// has any.
    public Finding depositsAstray() {
        var paid = new HashSet<String>();
        attempts.stream()
                .filter(Attempt::paid)
                .forEach(attempt -> attempt.told().stream().limit(1).forEach(told -> paid.add(told.order())));
        var tally = new Finding.Tally();
        for (BookOrder order : book.orders()) {
            long deposit = paid.contains(order.id()) ? deposit(order.offer()) : 0;
            Map<String, Long> accounts = balances.getOrDefault(order.id(), Map.of());
            long held = accounts.getOrDefault(HELD, 0L);
            long left = LEFT.stream()
                    .mapToLong(account -> accounts.getOrDefault(account, 0L))
                    .sum();
            boolean right = order.isPaid() ? held == deposit && left == 0 : held == 0 && left == deposit;
            tally.add(
                    right ? 0 : 1,
                    "order " + order.id() + " is " + order.state() + ", its payments sum to " + deposit
                            + " and its accounts are " + accounts);
        }
        return tally.finding();
    }

    /// Every payment that was acknowledged took effect once, on its order and in full, and no other did.
    public Finding paymentsAstray() {
        var booked = new TreeMap<String, Money.Payment>();
        var tally = new Finding.Tally();
        for (Money.Payment payment : money.payments()) {
            tally.add(
                    booked.put(payment.payment(), payment) == null ? 0 : 1,
                    "payment " + payment.payment() + " took effect twice");
        }
        for (Attempt attempt : attempts) {
            if (attempt.paid()) {
                Money.Payment payment = booked.remove(attempt.payment());
                String order = attempt.told().getFirst().order();
                boolean right = payment != null
                        && payment.order().equals(order)
                        && payment.amount() == deposit(attempt.offer());
                tally.add(
                        right ? 0 : 1,
                        "payment " + attempt.payment() + " of order " + order + " is booked as " + payment);
            }
        }
        booked.values().forEach(payment -> tally.add("nobody was told of " + payment));
        return tally.finding();
    }

    private long deposit(String offer) {
        return deposits.getOrDefault(offer, 0L);
    }
}
