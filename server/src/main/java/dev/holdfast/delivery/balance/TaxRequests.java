package dev.holdfast.delivery.balance;

import dev.holdfast.delivery.balance.BalanceStore.Row;
import dev.holdfast.delivery.balance.TaxRequest.Kind;
import dev.holdfast.delivery.unit.Units;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Order;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Requests tax documents, which are issued elsewhere: with every fact, in the transaction that settles a
/// balance.
///
/// A fact that changes later, such as the name of the buyer or a cost that came after, makes a request that
/// replaces the one before; one that says nothing new is not written.
final class TaxRequests {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final BigInteger ALL = BigInteger.valueOf(10_000);

    private final TaxStore store;
    private final EntryStore entries;
    private final PaymentStore payments;
    private final TermsStore terms;
    private final Launch launch;
    private final Units units;

    TaxRequests(
            TaxStore store, EntryStore entries, PaymentStore payments, TermsStore terms, Launch launch, Units units) {
        this.store = store;
        this.entries = entries;
        this.payments = payments;
        this.terms = terms;
        this.launch = launch;
        this.units = units;
    }

    /// Joins the running transaction.
    void settled(Row row, Instant now) {
        Terms ours = terms.find(row.order().launch()).orElse(null);
        if (ours == null) {
            return;
        }
        String facts = facts(row, ours);
        Optional<TaxRequest> last = store.last(row.number()).filter(one -> one.kind() != Kind.CANCEL);
        if (last.isEmpty()) {
            store.append(row.number(), Kind.ISSUE, null, facts, now);
        } else if (!store.same(last.get().number(), facts)) {
            store.append(row.number(), Kind.REPLACE, last.get().number(), facts, now);
        }
    }

    /// What was requested is void; nothing was: nothing is.
    void cancel(long balance, Instant now) {
        store.last(balance)
                .filter(one -> one.kind() != Kind.CANCEL)
                .ifPresent(one -> store.append(balance, Kind.CANCEL, one.number(), one.facts(), now));
    }

    private String facts(Row row, Terms ours) {
        Order order = launch.order(row.order(), new Asker(Dues.ACTOR, true)).order();
        List<Entry> all = entries.of(row.number());
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("order", row.order().toString());
        facts.put("launch", order.launch());
        facts.put("offer", order.offer());
        facts.put(
                "serial",
                units.of(row.order()).map(unit -> unit.unit().serial()).orElse(null));
        facts.put("reference", RfReference.of(row.number()));
        facts.put("currency", row.currency());
        facts.put(
                "seller",
                Map.of(
                        "name", ours.seller().name(),
                        "taxNumber", ours.seller().taxNumber(),
                        "address", ours.seller().address()));
        facts.put(
                "buyer",
                Map.of(
                        "name", row.buyer().name(),
                        "taxNumber", row.buyer().taxNumber(),
                        "address", row.buyer().address()));
        facts.put("taxRate", ours.taxRate());
        facts.put(
                "lines",
                all.stream().filter(Entry::isLine).map(TaxRequests::line).toList());
        facts.put("payments", paid(row));
        facts.put("totals", totals(order.price().amount(), ours.taxRate(), all));
        return JSON.writeValueAsString(facts);
    }

    private static Map<String, Object> line(Entry entry) {
        return Map.of("cause", entry.cause(), "source", entry.source(), "amount", entry.owed());
    }

    private List<Map<String, Object>> paid(Row row) {
        List<Map<String, Object>> paid = new ArrayList<>();
        for (Payment payment : payments.of(row.number())) {
            if (payment.state() == Payment.State.TAKEN) {
                paid.add(Map.of(
                        "way", payment.way().name().toLowerCase(Locale.ROOT),
                        "toldBy", payment.toldBy(),
                        "reference", payment.reference(),
                        "amount", payment.amount().amount()));
            }
        }
        return paid;
    }

    private static Map<String, Long> totals(long price, int rate, List<Entry> all) {
        long lines = all.stream().filter(Entry::isLine).mapToLong(Entry::owed).sum();
        long tax = tax(price, rate);
        Map<String, Long> totals = new LinkedHashMap<>();
        totals.put("price", price);
        totals.put("tax", tax);
        totals.put("net", price - tax);
        totals.put("balance", lines);
        return totals;
    }

    /// Contained in the price, to the nearest minor unit.
    static long tax(long price, int rate) {
        BigInteger whole = ALL.add(BigInteger.valueOf(rate));
        BigInteger twice =
                BigInteger.valueOf(price).multiply(BigInteger.valueOf(rate)).shiftLeft(1);
        return twice.add(whole).divide(whole.shiftLeft(1)).longValueExact();
    }
}
