package dev.holdfast.launch.intake;

import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Receipt;
import dev.holdfast.launch.campaign.Pledge;
import dev.holdfast.launch.ledger.Account;
import dev.holdfast.launch.ledger.Transfer;
import dev.holdfast.launch.payment.PaymentEvent;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a payment provider's report does. Every amount that came is, afterwards, on a live order, on its way back, or
/// on the unmatched list: never silently kept.
final class Paying {
    private Paying() {}

    static Receipt pay(Line line, Ask.Pay ask) {
        PaymentEvent event = ask.event();
        Facts.Message webhook = new Facts.Message(ask.provider(), event.webhookId(), "");
        Facts.Message payment = payment(ask, event.kind());
        if (line.facts.webhooks.contains(webhook) || line.facts.payments.contains(payment)) {
            return Receipt.REPEATED;
        }
        line.facts.webhooks.add(webhook);
        line.facts.payments.add(payment);
        Entry entry = line.facts.orders.get(ask.order());
        return switch (event.kind()) {
            case SUCCEEDED -> succeeded(line, ask, entry);
            case FAILED -> entry == null ? unmatched(line, ask, "no such order") : note(line, ask, Receipt.NOTED);
            case AUTHORISED -> authorised(line, ask, entry);
            case VOIDED -> note(line, ask, PledgePaying.voided(line, ask, entry));
            case CAPTURE_REFUSED -> note(line, ask, PledgePaying.lost(line, ask, entry));
            case REFUNDED -> refunded(line, ask);
            case REFUND_FAILED -> refundFailed(line, ask);
        };
    }

    private static Receipt succeeded(Line line, Ask.Pay ask, @Nullable Entry entry) {
        String misfit = misfit(ask.event(), entry);
        if (entry == null || misfit != null) {
            return unmatched(line, ask, misfit == null ? "no such order" : misfit);
        }
        Pledge pledge = Pledging.of(line, entry);
        if (pledge != null && PledgePaying.awaits(pledge, entry)) {
            take(line, ask, entry);
            line.touch(entry);
            line.state(entry, "pledge_captured", ask.provider());
            return note(line, ask, PledgePaying.taken(line, ask, entry, pledge));
        }
        return switch (entry.state) {
            case HELD -> place(line, ask, entry);
            case EXPIRED -> isReadmissible(line, entry) ? readmit(line, ask, entry) : giveBack(line, ask, entry);
            case PLACED, LOCKED, SCHEDULED, BUILT, READY, DELIVERED, CANCELLED -> giveBack(line, ask, entry);
        };
    }

    private static @Nullable String misfit(PaymentEvent event, @Nullable Entry entry) {
        if (entry == null) {
            return "no such order";
        }
        if (!event.currency().equals(entry.origin.currency())) {
            return "paid in " + event.currency() + ", due in " + entry.origin.currency();
        }
        return event.amount() == entry.deposit ? null : "paid " + event.amount() + ", due " + entry.deposit;
    }

    private static Receipt place(Line line, Ask.Pay ask, Entry entry) {
        take(line, ask, entry);
        line.move(entry, OrderState.PLACED);
        line.writes.events.add(new Event.Placed(entry.id(), entry.offer));
        return note(line, ask, placed(line, ask, entry));
    }

    private static Receipt placed(Line line, Ask.Pay ask, Entry entry) {
        Pledge pledge = Pledging.of(line, entry);
        return pledge == null ? Receipt.PLACED : PledgePaying.taken(line, ask, entry, pledge);
    }

    /// Of no use where there is no campaign: then an operator sees it, and it dies by itself.
    private static Receipt authorised(Line line, Ask.Pay ask, @Nullable Entry entry) {
        Pledge pledge = Pledging.of(line, entry);
        String misfit = misfit(ask.event(), entry);
        if (entry == null || pledge == null || misfit != null) {
            return unmatched(line, ask, misfit == null ? "authorised, and the order is no pledge" : misfit);
        }
        return note(line, ask, PledgePaying.authorised(line, ask, entry, pledge));
    }

    /// Whether what was ordered is still sold, a unit is free, and the member may hold one more order.
    static boolean isReadmissible(Line line, Entry entry) {
        String region = entry.origin.region();
        return line.definition.offer(entry.offer).isPresent()
                && (region == null || line.definition.region(region).isPresent())
                && Pledging.isWithinSupply(line, entry)
                && Pledging.isReadmissible(line, entry)
                && Placing.overLimit(line, entry.member()) == null;
    }

    /// Places an order again whose hold had ended: it keeps its position number and enters the line last.
    private static Receipt readmit(Line line, Ask.Pay ask, Entry entry) {
        take(line, ask, entry);
        reenter(line, ask, entry);
        return note(line, ask, placed(line, ask, entry));
    }

    static void reenter(Line line, Ask.Pay ask, Entry entry) {
        entry.state = OrderState.PLACED;
        var week = line.enter(entry, entry.offer);
        line.touch(entry);
        line.state(entry, "paid_after_expiry", ask.provider());
        line.writes.promises.add(new Writes.PromiseGiven(entry.id(), entry.from, "paid_after_expiry"));
        Placing.countLive(line, entry.member(), 1, entry.id());
        line.writes.events.add(new Event.Readmitted(entry.id(), entry.offer, week));
        Pledging.readmit(line, entry);
    }

    private static void take(Line line, Ask.Pay ask, Entry entry) {
        entry.paid = new Entry.Paid(ask.provider(), ask.event().payment());
        if (entry.placedAt == null) {
            entry.placedAt = line.now;
        }
        line.transfer(entry, Account.RECEIVED, Account.HELD, "paid");
    }

    private static Receipt giveBack(Line line, Ask.Pay ask, Entry entry) {
        PaymentEvent event = ask.event();
        String cause = "order_" + entry.state.name().toLowerCase(Locale.ROOT);
        transfer(line, ask, Account.RECEIVED, Account.REFUNDING, cause);
        UUID id = line.nextId();
        line.writes.refunds.add(new Writes.RefundDue(
                id, entry.id(), ask.provider(), event.payment(), event.amount(), event.currency(), cause));
        line.facts.refunds.put(
                payment(ask, PaymentEvent.Kind.REFUNDED), new Facts.Owed(id, event.amount(), event.currency()));
        return note(line, ask, Receipt.RETURNED);
    }

    private static Receipt refunded(Line line, Ask.Pay ask) {
        PaymentEvent event = ask.event();
        Facts.Owed owed = line.facts.refunds.get(payment(ask, PaymentEvent.Kind.REFUNDED));
        if (owed == null) {
            return unmatched(line, ask, "no refund of this payment was asked for");
        }
        if (event.amount() != owed.amount() || !event.currency().equals(owed.currency())) {
            return unmatched(
                    line,
                    ask,
                    "refunded " + event.amount() + " " + event.currency() + ", due " + owed.amount() + " "
                            + owed.currency());
        }
        line.facts.refunds.remove(payment(ask, PaymentEvent.Kind.REFUNDED));
        line.writes.refunded.add(owed.refund());
        transfer(line, ask, Account.REFUNDING, Account.REFUNDED, "refunded");
        return note(line, ask, Receipt.REFUNDED);
    }

    /// The money is still owed, and stays on the list of refunds with the provider's words beside it.
    private static Receipt refundFailed(Line line, Ask.Pay ask) {
        Facts.Owed owed = line.facts.refunds.get(payment(ask, PaymentEvent.Kind.REFUNDED));
        if (owed == null) {
            return unmatched(line, ask, "no refund of this payment was asked for");
        }
        line.writes.refundsFailed.add(owed.refund());
        return note(line, ask, Receipt.NOTED);
    }

    private static Receipt note(Line line, Ask.Pay ask, Receipt receipt) {
        line.writes.payments.add(
                new Writes.PaymentRow(line.nextPayment(), ask.provider(), ask.order(), ask.event(), receipt));
        return receipt;
    }

    private static Receipt unmatched(Line line, Ask.Pay ask, String reason) {
        line.writes.unmatched.add(new Writes.Unmatched(ask.provider(), ask.event(), reason));
        if (ask.event().kind() == PaymentEvent.Kind.SUCCEEDED && ask.event().amount() > 0) {
            transfer(line, ask, Account.RECEIVED, Account.UNMATCHED, "unmatched");
        }
        return Receipt.UNMATCHED;
    }

    private static void transfer(Line line, Ask.Pay ask, Account debit, Account credit, String cause) {
        PaymentEvent event = ask.event();
        line.writes.transfers.add(
                new Transfer(ask.order().toString(), debit, credit, event.amount(), event.currency(), cause));
    }

    private static Facts.Message payment(Ask.Pay ask, PaymentEvent.Kind kind) {
        return new Facts.Message(ask.provider(), ask.event().payment(), kind.name());
    }
}
