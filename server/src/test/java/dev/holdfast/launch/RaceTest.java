package dev.holdfast.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// Many at once, on two servers and one real database: with the guard off, which has to go wrong, and with it on.
class RaceTest {
    private static final int FANS = 60;
    private static final int UNITS = 10;

    @Test
    void sixtyFansForTenUnitsAThousandTimesOver() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            Tried tried = sixtyForTen(world, 1_000);
            assertThat(tried.live())
                    .hasSize(1_000)
                    .allSatisfy((offer, live) -> assertThat(live).isEqualTo(UNITS));
            assertThat(tried.got()).isEqualTo(1_000 * UNITS);
            assertThat(tried.failed()).isZero();
            assertThat(Recount.positionsAreWithoutGapOrRepeat(world.jdbc)).isTrue();
        }
    }

    /// Whether two servers meet is up to the machine: the race is run until they do, twenty times at most.
    @Test
    void withoutTheLockAndItsChecksSixtyFansForTenUnitsOversell() throws Exception {
        boolean oversold = false;
        for (int round = 1; round <= 20 && !oversold; round++) {
            try (LaunchWorld world = new LaunchWorld()) {
                Unguarded.takeChecksAway(world.jdbc);
                world.lockless();
                Tried tried = sixtyForTen(world, 20);
                oversold = tried.live().values().stream().anyMatch(live -> live > UNITS)
                        && !Recount.positionsAreWithoutGapOrRepeat(world.jdbc);
            }
        }
        assertThat(oversold).isTrue();
    }

    @Test
    void withoutTheLockAloneTheJournalsKeyStillKeepsSixtyFansFromOverselling() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            world.lockless();
            Tried tried = sixtyForTen(world, 20);
            assertThat(tried.live())
                    .allSatisfy((offer, live) -> assertThat(live).isLessThanOrEqualTo(UNITS));
            assertThat(Recount.positionsAreWithoutGapOrRepeat(world.jdbc)).isTrue();
        }
    }

    @Test
    void oneKeyFromSixtyFourThreadsOfTwoServersGivesOneOrder() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            var servers = List.of(world.server(), world.server());
            world.open(servers.getFirst(), "car", Showroom.SMALL, 1_000);
            for (int round = 1; round <= 20; round++) {
                List<Outcome> outcomes = oneKey(servers, "key-" + round);
                assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance))
                        .hasSize(1);
                assertThat(outcomes.stream().map(RaceTest::id).distinct()).hasSize(1);
                assertThat(Recount.positions(world.jdbc)).isEqualTo(round);
            }
        }
    }

    @Test
    void withoutItsUniqueIndexAndTheLockOneKeyGivesSeveralOrders() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            Unguarded.takeChecksAway(world.jdbc);
            world.jdbc.sql("drop index launch.orders_by_member").update();
            world.lockless();
            var servers = List.of(world.server(), world.server());
            world.open(servers.getFirst(), "car", Showroom.SMALL, 1_000);
            int doubled = 0;
            for (int round = 1; round <= 50 && doubled == 0; round++) {
                doubled += oneKey(servers, "key-" + round).stream()
                                        .map(RaceTest::id)
                                        .distinct()
                                        .count()
                                > 1
                        ? 1
                        : 0;
            }
            assertThat(doubled).isPositive();
        }
    }

    @Test
    void aMemberGetsNoMoreThanTheLimitHoweverManyAskAtOnce() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            var servers = List.of(world.server(), world.server());
            world.open(servers.getFirst(), "car", Showroom.SMALL.withLimit(2), 1_000);
            for (int member = 1; member <= 20; member++) {
                String fan = "fan-" + member;
                List<Callable<Outcome>> acts = new ArrayList<>();
                for (int i = 0; i < 32; i++) {
                    PlaceOrder wish = Fans.wish("car", fan, "key-" + i, "offer-1");
                    Launch launch = servers.get(i % 2).launch();
                    acts.add(() -> launch.place(wish));
                }
                List<Outcome> outcomes = Fans.atOnce(acts);
                assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance))
                        .hasSize(2);
                assertThat(outcomes.stream()
                                .filter(outcome -> outcome instanceof Outcome.Refused(Refusal.LimitReached limit)
                                        && limit.limit() == 2))
                        .hasSize(30);
            }
        }
    }

    private static List<Outcome> oneKey(List<LaunchWorld.Server> servers, String key) throws Exception {
        List<Callable<Outcome>> acts = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            Launch launch = servers.get(i % servers.size()).launch();
            acts.add(() -> launch.place(Fans.wish("car", "fan-1", key, "offer-1")));
        }
        return Fans.atOnce(acts);
    }

    private static OrderId id(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.order().id();
            case Outcome.Replayed again -> again.order().id();
            case Outcome.Refused refused -> throw new AssertionError("Refused: " + refused);
        };
    }

    /// @param got orders acknowledged
    /// @param failed asks that ended in an error
    /// @param live orders in the book, by offer
    private record Tried(int got, int failed, Map<String, Integer> live) {}

    private static Tried sixtyForTen(LaunchWorld world, int times) throws Exception {
        var servers = List.of(world.server(), world.server());
        int launches = Math.min(4, times);
        Showroom showroom = Showroom.SMALL.withOffers(times / launches);
        List<PlaceOrder> wishes = new ArrayList<>();
        for (int n = 0; n < launches; n++) {
            String slug = "car-" + n;
            world.open(servers.getFirst(), slug, showroom, 4, 0, UNITS - 4);
            for (int fan = 0; fan < FANS; fan++) {
                String member = "fan-" + fan;
                showroom.offerIds().forEach(offer -> wishes.add(Fans.wish(slug, member, "key-" + offer, offer)));
            }
        }
        Collections.shuffle(wishes, new Random(7));
        List<Callable<Integer>> acts = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            Launch launch = servers.get(i % 2).launch();
            PlaceOrder wish = wishes.get(i);
            acts.add(() -> tried(launch, wish));
        }
        List<Integer> results = Fans.atOnce(acts);
        return new Tried(
                Collections.frequency(results, 1), Collections.frequency(results, -1), Recount.live(world.jdbc));
    }

    /// 1: got it, 0: sold out, -1: an error.
    private static int tried(Launch launch, PlaceOrder wish) {
        try {
            Outcome outcome = launch.place(wish);
            return outcome instanceof Outcome.Done ? 1 : 0;
        } catch (RuntimeException failed) {
            return -1;
        }
    }
}
