package dev.holdfast.community.event;

import static dev.holdfast.community.event.EventWorld.TOUR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.launch.draw.PlacesReplay;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// All holders give their places back at the same time, and reserves move up.
class EventRaceTest {
    private static final int PLACES = 12;

    private final EventWorld world = new EventWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void without_the_lock_one_place_is_given_twice_or_to_nobody() {
        boolean wrong = false;
        world.open(PLACES, 4 * PLACES).draw();
        for (int attempt = 0; attempt < 20 && !wrong; attempt++) {
            wrong = faults("") > 0;
        }
        assertTrue(wrong, "the race proves nothing: without the lock nothing goes wrong either");
    }

    @Test
    void each_place_goes_to_one_and_all_moves_are_by_the_rule() {
        world.open(PLACES, 4 * PLACES).draw();
        assertEquals(0, faults(" for update"));
        assertEquals(0, faults(" for update"));
    }

    private int faults(String locking) {
        Events events = world.events(new EventStore(world.jdbc, locking));
        List<String> holders = world.standing(PlaceState.WON);
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String holder : holders) {
                var ignored = threads.submit(() -> {
                    start.await();
                    events.giveBack(TOUR, holder);
                    return holder;
                });
            }
            start.countDown();
        }
        return Math.abs(PLACES - world.standing(PlaceState.WON).size())
                + PlacesReplay.of(events.draw(TOUR)).findings().size();
    }
}
