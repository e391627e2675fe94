package dev.holdfast.web.page;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.LaunchView.OfferView;
import dev.holdfast.launch.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The offers of a launch as a reader chooses among them, for one region.
///
/// Operators name configurations "Pro, green": what stands before the comma gathers the offers that share it, so that
/// twenty-seven configurations read as three short lists.
record OfferCards(List<Group> groups, boolean sealed) {
    OfferCards {
        groups = List.copyOf(groups);
    }

    /// @param name  empty where nothing is shared
    /// @param price set where all in the group cost the same, and then said once
    record Group(
            String name, @Nullable Money price, @Nullable Money deposit, List<Card> cards) {}

    /// @param name      what tells it from the others of its group
    /// @param remaining units free for the next buyer
    /// @param window    what one would get now; null: nothing to promise, or sealed
    record Card(
            String id,
            String name,
            String fullName,
            Money price,
            Money deposit,
            State state,
            long remaining,
            @Nullable Window window) {
        Card alone() {
            return new Card(id, fullName, fullName, price, deposit, state, remaining, window);
        }

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
        var groups = new LinkedHashMap<String, List<Card>>();
        for (var offer : launch.offers()) {
            var card = card(launch, offer, region, sealed, words);
            groups.computeIfAbsent(shared(card.fullName()), name -> new ArrayList<>())
                    .add(card);
        }
        return new OfferCards(gathered(groups), sealed);
    }

    /// Offers that share nothing stand together in one group without a name, before those that do.
    private static List<Group> gathered(Map<String, List<Card>> byName) {
        var gathered = new ArrayList<Group>();
        var alone = byName.values().stream()
                .filter(cards -> cards.size() == 1)
                .map(cards -> cards.getFirst().alone())
                .toList();
        if (!alone.isEmpty()) {
            gathered.add(group("", alone));
        }
        byName.entrySet().stream()
                .filter(group -> group.getValue().size() > 1)
                .forEach(group -> gathered.add(group(group.getKey(), group.getValue())));
        return gathered;
    }

    /// Other offers that can still be had, the soonest first.
    List<Card> soonest(String but, int max) {
        return groups.stream()
                .flatMap(group -> group.cards().stream())
                .filter(card -> !card.id().equals(but) && card.window() != null && card.orderable())
                .sorted(Comparator.comparing(card -> String.valueOf(card.window())))
                .limit(max)
                .toList();
    }

    private static Card card(LaunchView launch, OfferView view, @Nullable String region, boolean sealed, Words words) {
        var offer = view.offer();
        var name = words.name(offer.name());
        var currency = launch.definition().currency();
        // What is not shown yet does not show itself by a greyed card either.
        var state = sealed ? State.FREE : state(launch, view);
        var window = region == null ? view.promise() : view.promises().getOrDefault(region, view.promise());
        return new Card(
                offer.id(),
                own(name),
                name,
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

    private static Group group(String name, List<Card> cards) {
        var first = cards.getFirst();
        boolean alike = cards.stream()
                .allMatch(card ->
                        card.price().equals(first.price()) && card.deposit().equals(first.deposit()));
        return new Group(name, alike ? first.price() : null, alike ? first.deposit() : null, List.copyOf(cards));
    }

    private static String shared(String name) {
        int comma = comma(name);
        return comma < 0 ? name : name.substring(0, comma).strip();
    }

    private static String own(String name) {
        int comma = comma(name);
        return comma < 0 ? name : name.substring(comma + 1).strip();
    }

    private static int comma(String name) {
        int plain = name.indexOf(',');
        int wide = name.indexOf('\uFF0C');
        return plain < 0 ? wide : plain;
    }
}
