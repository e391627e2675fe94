package dev.holdfast.web.page;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.LaunchView.OfferView;
import dev.holdfast.launch.Window;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The offers of a launch as a reader sees them, for one region.
record OfferCards(List<Card> cards, boolean sealed) {
    OfferCards {
        cards = List.copyOf(cards);
    }

    /// @param remaining units free for the next buyer
    /// @param window    what one would get now; null: nothing to promise, or sealed
    record Card(
            String id,
            String name,
            Money price,
            Money deposit,
            State state,
            long remaining,
            @Nullable Window window) {
        boolean orderable() {
            return switch (state) {
                case FREE, WAITLIST, UNDATED -> true;
                case SOLD_OUT, UNPLANNED, TIER_GONE, TIER_LATER -> false;
            };
        }

        /// Whether it is struck out: what is not planned yet may still come.
        boolean gone() {
            return !orderable() && state != State.UNPLANNED;
        }
    }

    enum State {
        FREE("offer.window"),
        WAITLIST("offer.waitlist"),
        SOLD_OUT("offer.soldOut"),
        /// Nobody has one, and none is planned yet.
        UNPLANNED("offer.unplanned"),
        /// A campaign's offer for which no supply is known yet: its backers wait for a date, and for nobody's unit.
        UNDATED("offer.undated"),
        /// A tier whose units or time are over; its campaign goes on.
        TIER_GONE("offer.tierGone"),
        /// A tier for after the success.
        TIER_LATER("offer.tierLater");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static OfferCards of(LaunchView launch, @Nullable String region, boolean operator, Words words) {
        boolean sealed = !launch.prices() && !operator;
        return new OfferCards(
                launch.offers().stream()
                        .map(offer -> card(launch, offer, region, sealed, words))
                        .toList(),
                sealed);
    }

    List<String> ids() {
        return cards.stream().map(Card::id).toList();
    }

    Optional<Card> find(@Nullable String id) {
        return cards.stream().filter(card -> card.id().equals(id)).findFirst();
    }

    /// What is shown before anything is picked: the soonest, or the first to be had where nothing can be promised.
    Card first() {
        return dated().findFirst()
                .or(() -> cards.stream().filter(Card::orderable).findFirst())
                .orElse(cards.getFirst());
    }

    /// Other offers that can still be had, the soonest first.
    List<Card> soonest(String but, int max) {
        return dated().filter(card -> !card.id().equals(but)).limit(max).toList();
    }

    private Stream<Card> dated() {
        return cards.stream()
                .filter(card -> card.window() != null && card.orderable())
                .sorted(Comparator.comparing(card -> String.valueOf(card.window())));
    }

    private static Card card(LaunchView launch, OfferView view, @Nullable String region, boolean sealed, Words words) {
        var offer = view.offer();
        var currency = launch.definition().currency();
        // What is not shown yet does not show itself by a greyed card either.
        var state = sealed ? State.FREE : state(launch, view);
        var window = region == null ? view.promise() : view.promises().getOrDefault(region, view.promise());
        return new Card(
                offer.id(),
                words.name(offer.name()),
                new Money(offer.price(), currency),
                new Money(offer.deposit(), currency),
                state,
                view.remaining() == null ? 0 : Math.max(0, view.remaining()),
                sealed || state != State.FREE ? null : window);
    }

    private static State state(LaunchView launch, OfferView view) {
        var campaign = launch.definition().campaign();
        if (campaign != null && launch.state() != LaunchView.State.CLOSED) {
            var tier = tier(launch, campaign.tier(view.offer().id()));
            return tier == State.FREE && view.promise() == null ? State.UNDATED : tier;
        }
        if (view.promise() != null) {
            return State.FREE;
        }
        if (launch.definition().beyondSupply() == BeyondSupply.WAITLIST) {
            return State.WAITLIST;
        }
        return launch.planned() ? State.SOLD_OUT : State.UNPLANNED;
    }

    /// By the clock and the line alone, so that it is as fresh as the rest of the card.
    private static State tier(LaunchView launch, Campaign.Tier tier) {
        var end = launch.definition().closesAt();
        boolean ended = end != null && !launch.asOf().isBefore(end);
        if (tier.late() && !ended) {
            return State.TIER_LATER;
        }
        boolean over = tier.until() != null && !launch.asOf().isBefore(tier.until());
        boolean full = tier.units() != null && live(launch, tier.offer()) >= tier.units();
        return over || full || tier.late() != ended ? State.TIER_GONE : State.FREE;
    }

    private static long live(LaunchView launch, String offer) {
        return launch.line().byOffer().stream()
                .filter(line -> line.offer().equals(offer))
                .mapToLong(line -> line.held() + line.placed() + line.locked())
                .sum();
    }
}
