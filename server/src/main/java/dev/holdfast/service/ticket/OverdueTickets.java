package dev.holdfast.service.ticket;

import dev.holdfast.delivery.network.Network;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The face of what is late: staff see it of the places where they work, and the office of all.
public final class OverdueTickets {
    public static final int MAX_PAGE = 200;

    private final Network network;
    private final OverdueStore store;
    private final InstantSource clock;

    OverdueTickets(Network network, OverdueStore store, InstantSource clock) {
        this.network = network;
        this.store = store;
        this.clock = clock;
    }

    /// At every place where somebody works.
    public Overdue of(String clerk, int limit) {
        return at(network.placesOf(clerk), limit);
    }

    /// @param place null: everywhere
    public Overdue all(@Nullable String place, int limit) {
        return at(place == null ? null : List.of(place), limit);
    }

    private Overdue at(@Nullable List<String> places, int limit) {
        Instant now = clock.instant();
        return new Overdue(store.places(places, now), store.tickets(places, now, Math.clamp(limit, 1, MAX_PAGE)));
    }
}
