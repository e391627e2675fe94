package dev.holdfast.launch.intake;

import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Receipt;
import dev.holdfast.launch.Supplies;
import dev.holdfast.launch.consent.CompensationBook;
import dev.holdfast.launch.consent.ConsentClock;
import dev.holdfast.launch.consent.Question;
import dev.holdfast.launch.consent.Standing;
import dev.holdfast.launch.ledger.Account;
import dev.holdfast.launch.payment.PaymentEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The database of a simulated launch: what the stores write and read, kept in memory.
///
/// @see BatchStore
final class PaperBook {
    static final int LAUNCH = 1;

    final LaunchDefinition definition;
    final Supplies supplies;
    final Breach breach;
    /// By position at which they entered, so that a run with the same seed is the same run.
    final Map<OrderId, Entry> orders = new TreeMap<>((one, other) -> Long.compare(one.position(), other.position()));
    final Map<Facts.MemberKey, OrderId> keys = new HashMap<>();
    final Set<Facts.Message> webhooks = new HashSet<>();
    final Set<Facts.Message> payments = new HashSet<>();
    final List<Writes.PaymentRow> taken = new ArrayList<>();
    final List<Instant> takenAt = new ArrayList<>();
    final List<Writes.Unmatched> unmatched = new ArrayList<>();
    final Map<Facts.Message, Writes.RefundDue> refunds = new HashMap<>();
    final Set<Facts.Message> refunded = new HashSet<>();
    final Map<Account, Long> balances = new HashMap<>();
    final Set<OrderId> doubled = new HashSet<>();
    final Set<Long> vacated = new HashSet<>();
    final List<Journal.Written> journal = new ArrayList<>();
    final Map<String, Tally> tallies = new HashMap<>();
    final Map<String, Supplies.Checkpoint> checkpoint = new HashMap<>();
    int run;
    /// How many plans were made over it.
    int plans;
    /// Where each order stands that was ever asked something, and every question whose time ran out unanswered.
    final Map<OrderId, Standing> standings = new HashMap<>();
    LineRow row = new LineRow(0, 0, 0, 0, Instant.EPOCH, Instant.EPOCH, 0, 0);

    PaperBook(LaunchDefinition definition, Supplies supplies, Breach breach) {
        this.definition = definition;
        this.supplies = supplies;
        this.breach = breach;
    }

    /// What a starting instance reads.
    LineState read() {
        var supply = supplies.line(LAUNCH, List.copyOf(checkpoint.values()));
        LineState state = new LineState(
                LAUNCH,
                "car",
                definition,
                null,
                null,
                null,
                null,
                run,
                0,
                0,
                0,
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                0,
                tallies,
                supply);
        return state.with(row);
    }

    List<Journal.Written> journalAfter(long sequence) {
        return journal.subList((int) sequence, journal.size());
    }

    Facts facts(LineState state, List<Ask> asks, Instant now) {
        Facts facts = new Facts();
        Set<String> members = new HashSet<>();
        for (Ask ask : asks) {
            switch (ask) {
                case Ask.Place place -> {
                    members.add(place.order().member());
                    replay(
                            new Facts.MemberKey(
                                    place.order().member(), place.order().key()),
                            facts);
                }
                case Ask.Cancel cancel -> name(cancel.order(), facts);
                case Ask.Lock lock -> name(lock.order(), facts);
                case Ask.Review review -> name(review.order(), facts);
                case Ask.Change change -> name(change.order(), facts);
                case Ask.Consent consent -> name(consent.order(), facts);
                case Ask.Advance advance -> advance.steps().forEach(step -> name(step.order(), facts));
                case Ask.Pay pay -> pay(pay, facts);
                case Ask.Sweep sweep -> {
                    due(state, now, facts);
                    unanswered(now, facts);
                }
            }
        }
        if (breach != Breach.FORGETS_AN_ANSWER) {
            facts.orders.keySet().stream()
                    .filter(standings::containsKey)
                    .forEach(order -> facts.standings.put(order, Objects.requireNonNull(standings.get(order))));
        }
        facts.orders.values().stream()
                .filter(entry -> !entry.state.live())
                .forEach(entry -> members.add(entry.member()));
        members.forEach(member -> live(member, facts));
        return facts;
    }

    private void replay(Facts.MemberKey key, Facts facts) {
        OrderId order = keys.get(key);
        if (order != null && breach != Breach.FORGETS_A_KEY) {
            name(order, facts);
            facts.keys.put(key, facts.orders.get(order));
        }
    }

    private void name(OrderId order, Facts facts) {
        Entry entry = orders.get(order);
        if (entry != null && entry.id().equals(order)) {
            facts.orders.computeIfAbsent(order, id -> copy(entry));
        }
    }

    private void pay(Ask.Pay pay, Facts facts) {
        name(pay.order(), facts);
        var webhook = new Facts.Message(pay.provider(), pay.event().webhookId(), "");
        var payment = new Facts.Message(
                pay.provider(), pay.event().payment(), pay.event().kind().name());
        if (breach == Breach.FORGETS_A_PAYMENT) {
            return;
        }
        if (webhooks.contains(webhook)) {
            facts.webhooks.add(webhook);
        }
        if (payments.contains(payment)) {
            facts.payments.add(payment);
        }
        var back = new Facts.Message(pay.provider(), pay.event().payment(), PaymentEvent.Kind.REFUNDED.name());
        Writes.RefundDue owed = refunds.get(back);
        if (owed != null && !refunded.contains(back)) {
            facts.refunds.put(back, new Facts.Owed(owed.id(), owed.amount(), owed.currency()));
        }
    }

    private void live(String member, Facts facts) {
        List<Entry> held = orders.values().stream()
                .filter(entry -> entry.state.live() && entry.member().equals(member))
                .toList();
        if (!held.isEmpty()) {
            int counted = breach == Breach.FORGETS_ONE_OF_A_MEMBERS_ORDERS ? held.size() - 1 : held.size();
            facts.live.put(member, new Facts.Live(counted, held.getFirst().id()));
        }
    }

    /// The cursor stops before the first hold that has not ended, and what has ended beyond it is due all the same.
    private void due(LineState state, Instant now, Facts facts) {
        List<Entry> ahead = orders.values().stream()
                .filter(entry -> entry.position > state.sweptPosition())
                .sorted((one, other) -> Long.compare(one.position, other.position))
                .toList();
        long upTo = ahead.stream()
                .filter(entry -> entry.origin.payBefore().isAfter(now))
                .mapToLong(entry -> entry.position - 1)
                .findFirst()
                .orElse(ahead.isEmpty() ? 0 : ahead.getLast().position);
        List<Entry> ended = new ArrayList<>();
        for (Entry entry : ahead) {
            boolean over = !entry.origin.payBefore().isAfter(now) || breach == Breach.ENDS_HOLDS_EARLY;
            if (over && entry.state == OrderState.HELD) {
                ended.add(facts.orders.computeIfAbsent(entry.id(), id -> copy(entry)));
            }
        }
        List<Entry> ripe = new ArrayList<>();
        long sweptPayment = state.sweptPayment();
        Instant before = now.minus(definition.lockAfter());
        for (int i = (int) state.sweptPayment();
                i < taken.size() && !takenAt.get(i).isAfter(before);
                i++) {
            sweptPayment = taken.get(i).number();
            Entry paid = orders.get(taken.get(i).order());
            if (taken.get(i).receipt() == Receipt.PLACED && paid != null) {
                ripe.add(facts.orders.computeIfAbsent(paid.id(), id -> copy(paid)));
            }
        }
        facts.due = new Facts.Due(ended, upTo, ripe, sweptPayment, false);
    }

    private void unanswered(Instant now, Facts facts) {
        List<OrderId> due =
                orders.keySet().stream().filter(order -> dueBy(order, now)).toList();
        due.forEach(order -> name(order, facts));
        facts.unanswered = new ConsentClock.Due(due, null, false);
    }

    private boolean dueBy(OrderId order, Instant now) {
        Standing standing = standings.get(order);
        Question asked = standing == null || !standing.open() ? null : standing.question();
        return asked != null && !now.isBefore(asked.answerBy());
    }

    /// What a commit makes durable.
    void apply(Decision decision) {
        Writes writes = decision.writes();
        LineState after = decision.after();
        writes.created.values().forEach(entry -> {
            if (breach == Breach.LOSES_AN_ORDER && entry.position % 7 == 0) {
                return;
            }
            orders.put(entry.id(), copy(entry));
            keys.put(new Facts.MemberKey(entry.member(), entry.origin.asked().key()), entry.id());
        });
        writes.changed.forEach(entry -> orders.put(entry.id(), changed(entry)));
        writes.vacated.forEach(left -> vacated.add(left.position()));
        writes.payments.forEach(payment -> {
            taken.add(payment);
            takenAt.add(after.lastAt());
            seen(payment.provider(), payment.event());
        });
        writes.unmatched.forEach(stray -> {
            unmatched.add(stray);
            seen(stray.provider(), stray.event());
        });
        writes.consents.forEach(consent -> standings.put(consent.order(), consent.standing()));
        money(writes);
        row = new LineRow(
                after.sequence(),
                breach == Breach.FORGETS_A_POSITION ? Math.max(0, after.positions() - 1) : after.positions(),
                after.entries(),
                after.payments(),
                after.lastAt(),
                after.lastPayBefore(),
                after.sweptPosition(),
                after.sweptPayment());
        writes.offers.forEach(offer -> {
            tallies.put(offer, after.tally(offer));
            checkpoint.put(offer, after.supply().checkpoint(offer));
        });
        journal.add(new Journal.Written(after.sequence(), Journal.write(writes.events)));
        if (breach == Breach.REWRITES_THE_JOURNAL && journal.size() > 3) {
            Journal.Written old = journal.get(journal.size() - 3);
            journal.set(journal.size() - 3, new Journal.Written(old.sequence(), old.events() + " "));
        }
    }

    private Entry changed(Entry entry) {
        if (breach != Breach.OVERWRITES_A_PROMISE) {
            return copy(entry);
        }
        Entry.Origin was = entry.origin;
        Entry.Origin other = new Entry.Origin(
                was.id(),
                was.asked(),
                was.region(),
                was.request(),
                was.currency(),
                was.heldAt(),
                was.payBefore(),
                was.offer(),
                was.rank(),
                was.from() == null ? null : was.from().plusWeeks(1),
                was.deposit());
        return copy(entry, other);
    }

    /// A batch reads how far the clock has to look before it changes anything. A batch of many may so leave a
    /// step of the walk to the next sweep, which a batch of one has done: that sweep is then one book's alone.
    void datedNotBefore(Instant at) {
        if (at.isAfter(row.lastAt())) {
            row = new LineRow(
                    row.sequence(),
                    row.positions(),
                    row.entries(),
                    row.payments(),
                    at,
                    row.lastPayBefore(),
                    row.sweptPosition(),
                    row.sweptPayment());
        }
    }

    /// A plan was published: whoever follows the journal reads everything anew.
    void reset(Instant at, int run) {
        this.run = run;
        row = new LineRow(
                row.sequence() + 1,
                row.positions(),
                row.entries(),
                row.payments(),
                at,
                row.lastPayBefore(),
                row.sweptPosition(),
                row.sweptPayment());
        journal.add(new Journal.Written(row.sequence(), Journal.write(List.of(new Event.Reset(Desk.PLAN_PUBLISHED)))));
    }

    private void money(Writes writes) {
        for (Writes.RefundDue refund : writes.refunds) {
            var back = new Facts.Message(refund.provider(), refund.payment(), PaymentEvent.Kind.REFUNDED.name());
            if (refunds.put(back, refund) != null) {
                throw new AssertionError("Payment " + refund.payment() + " is to be given back twice.");
            }
        }
        for (var id : writes.refunded) {
            refunds.forEach((back, refund) -> {
                if (refund.id().equals(id)) {
                    refunded.add(back);
                }
            });
        }
        for (CompensationBook.Row owed : writes.compensations) {
            if (!doubled.add(owed.order())) {
                throw new AssertionError("The deposit of " + owed.order() + " is to be paid back double twice.");
            }
            balances.merge(Account.COMPENSATION, -owed.amount(), Long::sum);
            balances.merge(Account.COMPENSATION_DUE, owed.amount(), Long::sum);
        }
        writes.transfers.forEach(transfer -> {
            balances.merge(transfer.debit(), -transfer.amount(), Long::sum);
            if (breach != Breach.FORGETS_A_TRANSFER) {
                balances.merge(transfer.credit(), transfer.amount(), Long::sum);
            }
        });
    }

    private void seen(String provider, PaymentEvent event) {
        webhooks.add(new Facts.Message(provider, event.webhookId(), ""));
        payments.add(new Facts.Message(provider, event.payment(), event.kind().name()));
    }

    Optional<Entry> order(OrderId id) {
        return Optional.ofNullable(orders.get(id)).filter(entry -> entry.id().equals(id));
    }

    static Entry copy(Entry entry) {
        return copy(entry, entry.origin);
    }

    private static Entry copy(Entry entry, Entry.Origin origin) {
        Entry copy = new Entry(origin, entry.position, entry.entered, entry.price);
        copy.offer = entry.offer;
        copy.rank = entry.rank;
        copy.state = entry.state;
        copy.from = entry.from;
        copy.deposit = entry.deposit;
        copy.placedAt = entry.placedAt;
        copy.paid = entry.paid;
        return copy;
    }
}
