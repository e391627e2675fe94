package dev.holdfast.launch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launch.Fans;
import dev.holdfast.launch.LaunchWorld;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.Showroom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whoever writes much rests while orders come in at the door, on whatever server, and at no other time.
class CourtesyTest {
    /// A piece that took this long is rested from for three times as long, which no slow machine looks like.
    private static final Duration WORKED = Duration.ofMillis(800);

    private static final Duration REST = WORKED.multipliedBy(3);
    private static final int RUSH = 400;

    private final LaunchWorld world = new LaunchWorld();
    private final LaunchWorld.Server server = world.server();
    private final Courtesy courtesy = new Courtesy(world.jdbc);

    @BeforeEach
    void open() {
        world.open(server, "car", Showroom.SMALL.withLimit(100), 10_000);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whileNobodyOrdersNobodyRests() {
        courtesy.begin();
        assertThat(rested()).isLessThan(REST);
    }

    @Test
    void whileOrdersComeInAtAnotherServerARestFollowsEachPiece() throws Exception {
        courtesy.begin();
        rush(0);
        assertThat(rested()).isGreaterThanOrEqualTo(REST);
        rush(1);
        assertThat(rested()).as("the second piece").isGreaterThanOrEqualTo(REST);
        assertThat(rested()).as("once it is over").isLessThan(REST);
    }

    @Test
    void whatWasOrderedBeforeIsNoRush() throws Exception {
        rush(0);
        courtesy.begin();
        assertThat(rested()).isLessThan(REST);
    }

    private Duration rested() {
        long before = System.nanoTime();
        courtesy.rest(before - WORKED.toNanos());
        return Duration.ofNanos(System.nanoTime() - before);
    }

    private void rush(int time) throws Exception {
        List<Callable<Outcome>> orders = IntStream.range(0, RUSH)
                .mapToObj(fan -> (Callable<Outcome>)
                        () -> server.launch().place(Fans.wish("car", "fan-" + fan, "key-" + time, "offer-1")))
                .toList();
        assertThat(Fans.atOnce(orders)).allMatch(Outcome.Done.class::isInstance);
    }
}
