package dev.holdfast.launch.intake;

import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.Refusal;

/// How an order is locked: from then on its configuration is frozen and its deposit binding.
final class Locking {
    private Locking() {}

    static Outcome lock(Line line, Ask.Lock ask) {
        Entry entry = line.facts.orders.get(ask.order());
        if (entry == null || !ask.asker().may(entry.order())) {
            return new Outcome.Refused(new Refusal.UnknownOrder(ask.order().toString()));
        }
        Refusal binding = Pledging.binding(line, entry, "lock");
        if (binding != null) {
            return new Outcome.Refused(binding);
        }
        if (entry.state != OrderState.PLACED) {
            return new Outcome.Refused(new Refusal.WrongState(entry.state, "lock"));
        }
        if (Reviewing.holds(line, entry)) {
            return new Outcome.Refused(new Refusal.UnderReview());
        }
        lock(line, entry, "locked", ask.asker().member());
        return new Outcome.Done(entry.order());
    }

    static void lock(Line line, Entry entry, String cause, String actor) {
        line.move(entry, OrderState.LOCKED);
        line.state(entry, cause, actor);
        line.writes.events.add(new Event.Locked(entry.id(), entry.offer));
    }
}
