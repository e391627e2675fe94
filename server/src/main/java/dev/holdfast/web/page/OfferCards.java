package dev.holdfast.web.page;

import dev.holdfast.kernel.Money;
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
            return state != State.SOLD_OUT;
        }
    }

    enum State {
        FREE,
        WAITLIST,
        SOLD_OUT
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

    /// What is shown before anything is picked: the soonest, or the first where nothing can be promised.
    Card first() {
        return dated().findFirst().orElse(cards.getFirst());
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
        if (view.promise() != null) {
            return State.FREE;
        }
        return launch.definition().beyondSupply() == BeyondSupply.WAITLIST ? State.WAITLIST : State.SOLD_OUT;
    }
}
