package dev.holdfast.community.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Many at once on one real database: with the guard off, which has to go wrong, and with it on.
class PointsRaceTest {
    private static final int MANY = 100;
    /// Whoever locks nothing reads at the same moment as all the others: else it is up to the machine whether they
    /// meet.
    private static final String NOBODY_WAITS =
            "select 1 from (select cast(:member as text), pg_sleep(0.1)) as unlocked";

    private static final String ALL_AT_ONCE =
            "select 1 from (select pg_advisory_xact_lock(4017236, hashtext(:member)), pg_sleep(0.1)) as locked";

    @Test
    void a_hundred_spends_of_the_same_hundred_points_are_one() throws Exception {
        try (PointsWorld world = new PointsWorld()) {
            assertThat(spendAtOnce(world)).isEqualTo(1);
            assertThat(world.in("ann", Account.RESERVED)).isEqualTo(100);
            assertThat(world.in("ann", Account.ACTIVE)).isZero();
            assertThat(world.rewards.all(true).getFirst().taken()).isEqualTo(1);
        }
    }

    /// Whether they meet is up to the machine: the race is run until they do, twenty times at most.
    @Test
    void without_the_members_lock_the_same_points_are_spent_twice() throws Exception {
        boolean twice = false;
        for (int round = 0; round < 20 && !twice; round++) {
            try (PointsWorld world = new PointsWorld(NOBODY_WAITS, RewardStore.LOCK)) {
                twice = spendAtOnce(world) > 1;
            }
        }
        assertThat(twice).as("without the lock nothing went wrong either").isTrue();
    }

    private static int spendAtOnce(PointsWorld world) throws Exception {
        world.earn("ann", "drive-1");
        List<Callable<Spending>> spends = new ArrayList<>();
        for (int spend = 0; spend < MANY; spend++) {
            String key = "key-" + spend;
            spends.add(() -> world.rewards.reserve("ann", key, "cup"));
        }
        return reserved(spends);
    }

    @Test
    void the_last_piece_is_one_members() throws Exception {
        try (PointsWorld world = new PointsWorld()) {
            assertThat(wishAtOnce(world)).isEqualTo(1);
            assertThat(world.points.report().accounts()).containsEntry(Account.RESERVED, 100L);
        }
    }

    @Test
    void without_the_rewards_lock_and_its_check_the_last_piece_is_given_twice() throws Exception {
        boolean twice = false;
        for (int round = 0; round < 20 && !twice; round++) {
            try (PointsWorld world = new PointsWorld(ALL_AT_ONCE, "")) {
                world.jdbc
                        .sql("alter table community.points_reward drop constraint points_reward_check")
                        .update();
                twice = wishAtOnce(world) > 1;
            }
        }
        assertThat(twice).as("without the lock nothing went wrong either").isTrue();
    }

    private static int wishAtOnce(PointsWorld world) throws Exception {
        world.reward("last", 100, 1);
        List<Callable<Spending>> wishes = new ArrayList<>();
        for (int fan = 0; fan < MANY; fan++) {
            String member = "fan-" + fan;
            world.earn(member, "drive-" + fan);
            wishes.add(() -> world.rewards.reserve(member, "key", "last"));
        }
        return reserved(wishes);
    }

    private static int reserved(List<Callable<Spending>> all) throws Exception {
        int reserved = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Spending> one : threads.invokeAll(all)) {
                reserved += one.get() instanceof Spending.Reserved ? 1 : 0;
            }
        }
        return reserved;
    }

    @Test
    void one_key_sent_by_many_hands_is_one_reservation() throws Exception {
        try (PointsWorld world = new PointsWorld()) {
            world.earn("ann", "drive-1");
            world.earn("ann", "drive-2");
            List<Callable<Spending>> spends = new ArrayList<>();
            for (int spend = 0; spend < MANY; spend++) {
                spends.add(() -> world.rewards.reserve("ann", "one", "cup"));
            }
            assertThat(reserved(spends)).isEqualTo(MANY);
            assertThat(world.rewards.of("ann")).hasSize(1);
            assertThat(world.in("ann", Account.RESERVED)).isEqualTo(100);
        }
    }

    @Test
    void one_activity_told_by_many_hands_earns_once() throws Exception {
        try (PointsWorld world = new PointsWorld()) {
            List<Callable<Earning>> tellings = new ArrayList<>();
            for (int telling = 0; telling < MANY; telling++) {
                tellings.add(() -> world.earn("ann", "drive-1"));
            }
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Earning> one : threads.invokeAll(tellings)) {
                    one.get();
                }
            }
            assertThat(world.in("ann", Account.ACTIVE)).isEqualTo(100);
        }
    }
}
