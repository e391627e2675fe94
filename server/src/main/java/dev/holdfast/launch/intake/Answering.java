package dev.holdfast.launch.intake;

import dev.holdfast.launch.Consent.State;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.Refusal;
import dev.holdfast.launch.consent.CompensationBook;
import dev.holdfast.launch.consent.ConsentBook;
import dev.holdfast.launch.consent.Consenting;
import dev.holdfast.launch.consent.Question;
import dev.holdfast.launch.consent.RuleSets;
import dev.holdfast.launch.consent.Standing;
import dev.holdfast.launch.ledger.Account;
import dev.holdfast.launch.ledger.Transfer;

/// What a member's answer about a later window does to the order, and what the end of the time to answer does.
final class Answering {
    private Answering() {}

    static Outcome answer(Line line, Ask.Consent ask) {
        Entry entry = line.facts.orders.get(ask.order());
        if (entry == null || !ask.asker().may(entry.order())) {
            return new Outcome.Refused(new Refusal.UnknownOrder(ask.order().toString()));
        }
        Standing standing = line.facts.standing(entry.id());
        if (standing.state() == (ask.keep() ? State.KEPT : State.LEFT)) {
            // The same answer once more: whoever did not get the reply sends it again.
            return new Outcome.Done(entry.order());
        }
        if (!entry.state.live() || entry.state == OrderState.DELIVERED) {
            return new Outcome.Refused(new Refusal.WrongState(entry.state, "consent"));
        }
        return Consenting.answered(standing, ask.keep(), line.now)
                .<Outcome>map(next -> {
                    if (ask.keep()) {
                        keep(line, entry, next, ask.asker().member());
                    } else {
                        leave(line, entry, next, "delay_refused", ask.asker().member());
                    }
                    return new Outcome.Done(entry.order());
                })
                .orElseGet(() -> new Outcome.Refused(new Refusal.NothingAsked()));
    }

    /// The clock answers for whoever was silent.
    ///
    /// @return whether the order left
    static boolean silence(Line line, Entry entry) {
        Standing next =
                Consenting.timePassed(line.facts.standing(entry.id()), line.now).orElse(null);
        if (next == null || !entry.state.live() || entry.state == OrderState.DELIVERED) {
            // Answered or withdrawn since it was asked, or asked by a plan that is not published.
            return false;
        }
        if (next.state() == State.KEPT_BY_SILENCE) {
            keep(line, entry, next, Sweeping.CLOCK);
            return false;
        }
        leave(line, entry, next, "delay_unanswered", Sweeping.CLOCK);
        return true;
    }

    /// An order that is cancelled while its member may leave a broken promise: nothing of its deposit is lost.
    static void cancel(Line line, Entry entry, Standing standing, String actor) {
        leave(line, entry, standing.then(State.LEFT), "delay_refused", actor);
    }

    /// A member who chooses another offer has agreed to its window.
    static void chosenAnew(Line line, Entry entry, String actor) {
        Consenting.chosenAnew(line.facts.standing(entry.id())).ifPresent(next -> write(line, entry, next, actor));
    }

    private static void keep(Line line, Entry entry, Standing next, String actor) {
        write(line, entry, next, actor);
        line.writes.events.add(new Event.Consented(entry.id()));
    }

    private static void leave(Line line, Entry entry, Standing next, String cause, String actor) {
        write(line, entry, next, actor);
        Leaving.refund(line, entry, cause);
        Question question = next.question();
        if (question != null && question.payback() > 1) {
            line.writes.compensations.add(new CompensationBook.Row(
                    entry.id(),
                    CompensationBook.DEPOSIT_DOUBLED,
                    0,
                    RuleSets.of(line.definition.ruleSet()).binding(entry.deposit, entry.price),
                    entry.origin.currency(),
                    false));
        }
        Leaving.leave(line, entry, OrderState.CANCELLED, cause, actor);
    }

    /// What was to be set off against the balance, or was, goes with the order that had one.
    static void lapse(Line line, Entry entry) {
        Facts.SetOff setOff = line.facts.setOff.getOrDefault(entry.id(), Facts.SetOff.NOTHING);
        lapse(line, entry, Account.COMPENSATION_DUE, setOff.due());
        lapse(line, entry, Account.COMPENSATION_SET_OFF, setOff.done());
    }

    private static void lapse(Line line, Entry entry, Account from, long amount) {
        if (amount > 0) {
            line.writes.transfers.add(new Transfer(
                    entry.id().toString(),
                    from,
                    Account.COMPENSATION,
                    amount,
                    entry.origin.currency(),
                    "compensation_lapsed"));
        }
    }

    private static void write(Line line, Entry entry, Standing next, String actor) {
        line.facts.standings.put(entry.id(), next);
        line.writes.consents.add(new ConsentBook.Row(entry.id(), next, actor));
    }
}
