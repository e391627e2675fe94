package dev.holdfast.community.referral;

import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.review.Beside;
import dev.holdfast.launch.review.Reviews;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What looks like a ring, for a person to judge: circles of people who brought each other, and owners whose orders
/// share
/// a device, a card or a door with those of their friends. Nothing follows from it by itself.
public final class Rings {
    private static final int MAX_CIRCLES = 100;
    private static final int MAX_ORDERS = 20;

    private final ReferralStore store;
    private final Launch launch;
    private final Reviews reviews;

    Rings(ReferralStore store, Launch launch, Reviews reviews) {
        this.store = store;
        this.launch = launch;
        this.reviews = reviews;
    }

    /// Circles of two to four people.
    public List<Ring> circles() {
        return store.circles(MAX_CIRCLES);
    }

    /// What the orders of an owner and a friend have in common, as far as their launches are screened. Costs a look for
    /// each order of the friend: ask for one referral at a time.
    public Ring of(Referral referral) {
        Set<String> shared = new LinkedHashSet<>();
        List<Order> orders = launch.ordersOf(referral.friend());
        for (Order order : orders.subList(0, Math.min(MAX_ORDERS, orders.size()))) {
            for (Beside beside : reviews.beside(order.id())) {
                if (beside.member().equals(referral.owner())) {
                    shared.addAll(shared(beside));
                }
            }
        }
        boolean round = store.ofFriend(referral.owner())
                .filter(back -> back.owner().equals(referral.friend()))
                .isPresent();
        return new Ring(List.of(referral.owner(), referral.friend()), round, shared);
    }

    private static List<String> shared(Beside beside) {
        List<String> shared = new ArrayList<>();
        if (beside.sameDevice()) {
            shared.add("device");
        }
        if (beside.sameInstrument()) {
            shared.add("instrument");
        }
        if (beside.sameAddress()) {
            shared.add("address");
        }
        return shared;
    }
}
