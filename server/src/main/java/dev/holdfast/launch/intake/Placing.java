package dev.holdfast.launch.intake;

import dev.holdfast.launch.EntryRules;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.PlaceOrder;
import dev.holdfast.launch.Refusal;
import dev.holdfast.launch.Shown;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a fan gets into the line. The checks run in the order of the contract.
final class Placing {
    private Placing() {}

    static Outcome place(Line line, Ask.Place ask) {
        PlaceOrder wish = ask.order();
        Facts.MemberKey key = new Facts.MemberKey(wish.member(), wish.key());
        Entry before = line.facts.keys.get(key);
        if (before != null) {
            return before.origin.request().equals(ask.request())
                    ? new Outcome.Replayed(before.order())
                    : new Outcome.Refused(new Refusal.KeyReused(wish.key()));
        }
        Refusal refusal = refusal(line, ask);
        if (refusal != null) {
            return new Outcome.Refused(refusal);
        }
        Entry entry = hold(line, ask);
        line.facts.keys.put(key, entry);
        line.facts.orders.put(entry.id(), entry);
        countLive(line, wish.member(), 1, entry.id());
        return new Outcome.Done(entry.order());
    }

    private static @Nullable Refusal refusal(Line line, Ask.Place ask) {
        PlaceOrder wish = ask.order();
        LaunchDefinition definition = line.definition;
        LaunchView.State state = line.before.stateAt(line.now);
        if (state != LaunchView.State.OPEN) {
            return new Refusal.NotOpen(state == LaunchView.State.SCHEDULED ? definition.opensAt() : null);
        }
        if (line.before.paused()) {
            return new Refusal.Paused();
        }
        if (definition.waitingRoom() != null && ask.pass() != Shown.GOOD) {
            return new Refusal.NotCalled(ask.pass());
        }
        if (definition.offer(wish.offer()).isEmpty()) {
            return new Refusal.UnknownOffer(wish.offer());
        }
        String region = wish.region();
        if (region != null && definition.region(region).isEmpty()) {
            return new Refusal.UnknownRegion(region);
        }
        String terms = definition.termsVersion();
        if (terms != null && !terms.equals(wish.acceptTerms())) {
            return new Refusal.TermsNotAccepted(terms, wish.acceptTerms());
        }
        EntryRules.Verified contact = definition.entry().verified();
        if (contact != null && !ask.proved()) {
            return new Refusal.ContactNotVerified(contact);
        }
        Refusal notPledged = Pledging.refusal(line, wish);
        if (notPledged != null) {
            return notPledged;
        }
        Refusal overLimit = overLimit(line, wish.member());
        return overLimit != null ? overLimit : beyondSupply(line, wish.offer());
    }

    /// Whether one more live order of the member would be too many.
    static Refusal.@Nullable LimitReached overLimit(Line line, String member) {
        Facts.Live live = line.facts.live.get(member);
        int limit = line.definition.limitPerMember();
        if (live != null && live.count() >= limit) {
            return new Refusal.LimitReached(limit, live.one(), null);
        }
        Facts.Live grouped = line.facts.grouped.get(member);
        EntryRules entry = line.definition.entry();
        return grouped != null && grouped.count() >= entry.limit()
                ? new Refusal.LimitReached(entry.limit(), grouped.one(), entry.limitGroup())
                : null;
    }

    static Refusal.@Nullable SoldOut beyondSupply(Line line, String offer) {
        boolean refuse = line.definition.beyondSupply() == BeyondSupply.REFUSE;
        return refuse && line.quote(offer).isEmpty() ? new Refusal.SoldOut(offer, line.planned()) : null;
    }

    static void countLive(Line line, String member, int by, OrderId order) {
        count(line.facts.live, member, by, order);
        if (line.definition.entry().limitGroup() != null) {
            count(line.facts.grouped, member, by, order);
        }
    }

    private static void count(Map<String, Facts.Live> live, String member, int by, OrderId order) {
        live.merge(
                member,
                new Facts.Live(by, order),
                (was, added) -> new Facts.Live(was.count() + by, by > 0 ? added.one() : was.one()));
    }

    private static Entry hold(Line line, Ask.Place ask) {
        PlaceOrder wish = ask.order();
        LaunchDefinition.Offer offer = line.definition.offer(wish.offer()).orElseThrow();
        String region = region(line.definition, wish.region());
        LocalDate week = line.quote(offer.id()).orElse(null);
        Instant payBefore = line.nextPayBefore();
        long addOns = Pledging.addOnPrice(line, wish.addOns());
        Entry.Origin origin = new Entry.Origin(
                line.nextOrderId(),
                wish,
                region,
                ask.request(),
                line.definition.currency(),
                line.now,
                payBefore,
                offer.id(),
                line.nextRank(offer.id()),
                week == null ? null : line.windowFrom(week, region),
                offer.deposit() + addOns);
        Entry entry = new Entry(origin, line.nextPosition(), line.nextEntry(), offer.price() + addOns);
        line.enterNew(entry, week);
        Pledging.begin(line, entry);
        return entry;
    }

    private static @Nullable String region(LaunchDefinition definition, @Nullable String asked) {
        return asked != null || definition.regions().isEmpty()
                ? asked
                : definition.regions().getFirst().id();
    }
}
