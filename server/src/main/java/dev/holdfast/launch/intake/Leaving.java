package dev.holdfast.launch.intake;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.Refusal;
import dev.holdfast.launch.consent.Standing;
import dev.holdfast.launch.ledger.Account;
import java.time.LocalDate;

/// How an order leaves the line, and what becomes of its deposit.
final class Leaving {
    private Leaving() {}

    static Outcome cancel(Line line, Ask.Cancel ask) {
        Entry entry = line.facts.orders.get(ask.order());
        if (entry == null || !ask.asker().may(entry.order())) {
            return new Outcome.Refused(new Refusal.UnknownOrder(ask.order().toString()));
        }
        Refusal binding = Pledging.binding(line, entry, "cancel");
        if (binding != null) {
            return new Outcome.Refused(binding);
        }
        if (entry.state == OrderState.DELIVERED) {
            return new Outcome.Refused(new Refusal.WrongState(entry.state, "cancel"));
        }
        if (Answering.silence(line, entry)) {
            // The time to answer was over before this was asked: silence decided, though the clock's round is to come.
            return new Outcome.Done(entry.order());
        }
        Standing standing = line.facts.standing(entry.id());
        if (entry.state.live() && entry.state != OrderState.HELD && standing.mayLeave(line.now)) {
            // Whoever leaves a promise that the seller broke forfeits nothing.
            Answering.cancel(line, entry, standing, ask.asker().member());
            return new Outcome.Done(entry.order());
        }
        return switch (entry.state) {
            case HELD -> {
                leave(
                        line,
                        entry,
                        OrderState.CANCELLED,
                        "cancelled",
                        ask.asker().member());
                yield new Outcome.Done(entry.order());
            }
            case PLACED -> {
                refund(line, entry, "cancelled");
                leave(
                        line,
                        entry,
                        OrderState.CANCELLED,
                        "cancelled",
                        ask.asker().member());
                yield new Outcome.Done(entry.order());
            }
            case LOCKED, SCHEDULED -> forfeit(line, entry, ask);
            case BUILT, READY, DELIVERED, EXPIRED, CANCELLED ->
                new Outcome.Refused(new Refusal.WrongState(entry.state, "cancel"));
        };
    }

    private static Outcome forfeit(Line line, Entry entry, Ask.Cancel ask) {
        if (!ask.forfeit()) {
            return new Outcome.Refused(new Refusal.ConfirmForfeit(new Money(entry.deposit, entry.origin.currency())));
        }
        line.transfer(entry, Account.HELD, Account.FORFEITED, "forfeited");
        leave(
                line,
                entry,
                OrderState.CANCELLED,
                "cancelled_with_forfeit",
                ask.asker().member());
        return new Outcome.Done(entry.order());
    }

    /// Ends a live order: the state, its dated row, and the unit for the next buyer.
    static void leave(Line line, Entry entry, OrderState to, String cause, String actor) {
        OrderState was = entry.state;
        Answering.lapse(line, entry);
        LocalDate freed = line.leave(entry);
        entry.state = to;
        line.touch(entry);
        line.state(entry, cause, actor);
        Placing.countLive(line, entry.member(), -1, entry.id());
        Pledging.left(line, entry);
        line.writes.events.add(
                to == OrderState.EXPIRED
                        ? new Event.Expired(entry.id(), entry.offer, freed)
                        : new Event.Cancelled(entry.id(), entry.offer, was, freed));
    }

    static void refund(Line line, Entry entry, String cause) {
        if (Pledging.isUnpaid(line, entry)) {
            return;
        }
        Entry.Paid paid = entry.paid;
        if (paid == null) {
            throw new IllegalStateException("Order " + entry.id() + " is placed without a payment.");
        }
        line.transfer(entry, Account.HELD, Account.REFUNDING, cause);
        line.writes.refunds.add(new Writes.RefundDue(
                line.nextId(),
                entry.id(),
                paid.provider(),
                paid.payment(),
                entry.deposit,
                entry.origin.currency(),
                cause));
    }
}
