package dev.holdfast.launch.intake;

import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.LaunchDefinition.Offer;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.Refusal;
import dev.holdfast.launch.Window;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How an order changes its configuration: out of one offer's line and last into another's.
///
/// A deposit that is paid stays as it is, whatever the new offer asks: it is set off against the price on delivery.
final class Changing {
    private Changing() {}

    static Outcome change(Line line, Ask.Change ask) {
        Entry entry = line.facts.orders.get(ask.order());
        if (entry == null || !ask.asker().may(entry.order())) {
            return new Outcome.Refused(new Refusal.UnknownOrder(ask.order().toString()));
        }
        Refusal binding = Pledging.binding(line, entry, "change");
        if (binding != null) {
            return new Outcome.Refused(binding);
        }
        if (entry.state != OrderState.HELD && entry.state != OrderState.PLACED) {
            return new Outcome.Refused(new Refusal.WrongState(entry.state, "change"));
        }
        if (entry.state == OrderState.HELD && !line.now.isBefore(entry.origin.payBefore())) {
            // Where a change moves the order to a later position, it would be out of the sweep's reach once more.
            return new Outcome.Refused(new Refusal.WrongState(OrderState.EXPIRED, "change"));
        }
        Optional<Offer> offer = line.definition.offer(ask.offer());
        if (offer.isEmpty()) {
            return new Outcome.Refused(new Refusal.UnknownOffer(ask.offer()));
        }
        if (ask.offer().equals(entry.offer)) {
            // Entering one's own line again would only lose the place in it.
            return new Outcome.Done(entry.order());
        }
        Optional<LocalDate> week = line.quote(ask.offer(), entry);
        if (week.isEmpty() && line.definition.beyondSupply() == BeyondSupply.REFUSE) {
            return new Outcome.Refused(new Refusal.SoldOut(ask.offer(), true));
        }
        return new Outcome.Done(
                ask.preview()
                        ? preview(line, entry, offer.get(), week.orElse(null))
                        : apply(line, entry, offer.get(), ask.asker().member()));
    }

    private static Order apply(Line line, Entry entry, Offer offer, String actor) {
        String from = entry.offer;
        LocalDate freed = line.leave(entry);
        LocalDate week = line.enter(entry, offer.id());
        entry.price = offer.price();
        if (entry.state == OrderState.HELD) {
            entry.deposit = offer.deposit();
        }
        if (!line.definition.changeKeepsPosition()) {
            line.writes.vacated.add(new Writes.Vacated(entry.position, entry.id()));
            entry.position = line.nextPosition();
        }
        line.touch(entry);
        Answering.chosenAnew(line, entry, actor);
        line.state(entry, "changed_from_" + from, actor);
        line.writes.promises.add(new Writes.PromiseGiven(entry.id(), entry.from, "changed"));
        line.writes.events.add(
                new Event.Changed(entry.id(), from, offer.id(), entry.state, week, entry.position, freed));
        return entry.order();
    }

    private static Order preview(Line line, Entry entry, Offer offer, @Nullable LocalDate week) {
        Order now = entry.order();
        LocalDate from = week == null ? null : line.windowFrom(week, now.region());
        return now.as(offer.id(), line.nextRank(offer.id()), from == null ? null : Window.ofWeek(from), offer.price());
    }
}
