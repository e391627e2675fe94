package dev.holdfast.delivery.unit;

import dev.holdfast.kernel.Rounds;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchView;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Gives units, moves orders on and tells supply what is stopped every few seconds, wherever a launch has
/// units. Any number of instances may do so.
final class AllocationClock {
    private static final Duration IDLE = Duration.ofSeconds(3);
    /// Times as long as a round took: a line of a million orders that lock one by one is not read every three seconds.
    private static final long REST = 20;

    private final Round round;
    private final OrderTeller teller;
    private final SupplyTeller supply;
    private final Turn turn;
    private final Launch launch;
    private final Map<Integer, String> slugs = new HashMap<>();
    private final Map<Integer, Long> restsUntilNs = new HashMap<>();

    AllocationClock(Round round, OrderTeller teller, SupplyTeller supply, Turn turn, Launch launch) {
        this.round = round;
        this.teller = teller;
        this.supply = supply;
        this.turn = turn;
        this.launch = launch;
    }

    Rounds rounds() {
        return new Rounds("allocation", IDLE, this::giveAll);
    }

    private boolean giveAll() {
        turn.launches().forEach(this::give);
        teller.tellAll();
        supply.tellAll();
        return false;
    }

    private void give(int number) {
        long began = System.nanoTime();
        if (began - restsUntilNs.getOrDefault(number, began) >= 0) {
            round.give(number, slug(number));
            long ended = System.nanoTime();
            restsUntilNs.put(number, ended + REST * (ended - began));
        }
    }

    private String slug(int number) {
        if (!slugs.containsKey(number)) {
            launch.all().stream().map(LaunchView::slug).forEach(slug -> slugs.put(launch.number(slug), slug));
        }
        return slugs.getOrDefault(number, "");
    }
}
