package dev.holdfast.community.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.holdfast.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/// A hundred votes at once for the last of one member's budget, on a real database: with the guard off, which has to
/// go wrong, and with it on.
class VoteRaceTest {
    private static final int VOTES = 100;
    private static final int BUDGET = 10;
    /// Where a guard is off its fault is seen in one of them.
    private static final int ROUNDS = 20;

    @Test
    void aHundredVotesForTheLastOfABudgetAndExactlyOneIsTaken() throws Exception {
        try (WishWorld world = new WishWorld()) {
            assertThat(race(world)).isEqualTo(1);
            assertThat(world.left("fan")).isZero();
            assertThat(cast(world)).isEqualTo(BUDGET);
        }
    }

    @Test
    void withoutItsGuardTheBudgetIsOverspent() throws Exception {
        String unguarded = VoteStore.SPEND.substring(0, VoteStore.SPEND.lastIndexOf("where"));
        try (WishWorld world = new WishWorld(unguarded)) {
            assertThat(race(world)).isGreaterThan(1);
            assertThat(cast(world)).isGreaterThan(BUDGET);
        }
    }

    @Test
    void aHundredRowsAtOnceAreNumberedWithoutAGap() throws Exception {
        try (WishWorld world = new WishWorld()) {
            WishId wish = world.proposed("author", "wanted");
            append(world, wish, VoteStore.COUNT);
            assertThat(world.journal.page(wish, 0, VOTES))
                    .extracting(VoteRow::position)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, VOTES).boxed().toList());
        }
    }

    @Test
    void withoutTheLockOfTheWishTwoRowsTakeOneNumberAndTheDatabaseRefusesOne() throws Exception {
        String unguarded = """
                select count(*)::int + 1 from community.wish_vote v where v.wish = :wish and :change <> 0""";
        try (WishWorld world = new WishWorld()) {
            for (int round = 0; round < ROUNDS; round++) {
                WishId wish = world.proposed("author-" + round, "wanted");
                try {
                    append(world, wish, unguarded);
                } catch (ExecutionException seen) {
                    assertThat(seen).hasCauseInstanceOf(DuplicateKeyException.class);
                    return;
                }
            }
        }
        fail("No two rows met in %s rounds.", ROUNDS);
    }

    /// @param count the statement that guards the journal
    private static void append(WishWorld world, WishId wish, String count) throws Exception {
        VoteStore store = new VoteStore(world.jdbc, VoteStore.SPEND, count);
        List<Callable<Boolean>> rows = new ArrayList<>();
        for (int i = 0; i < VOTES; i++) {
            String fan = "fan-" + i;
            rows.add(() -> world.transactions.execute(status -> store.append(wish, fan, 1, world.clock.instant())));
        }
        together(rows);
    }

    @Test
    void votesWithdrawalsAndDecisionsAtOnceLeaveEveryFigureAsTheJournalHasIt() throws Exception {
        try (WishWorld world = new WishWorld()) {
            List<WishId> wishes = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                wishes.add(world.proposed("author", "wish " + i));
            }
            List<Callable<Boolean>> acts = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                WishId wish = wishes.get(i % wishes.size());
                String member = "fan-" + i / 3 % 20;
                int act = i % 7;
                acts.add(() -> {
                    if (act == 6) {
                        world.votes.withdraw(wish, member);
                    } else if (act == 5 && wish.equals(wishes.getFirst())) {
                        world.wishes.decide(wish, Decision.ACCEPTED, "operator");
                    } else {
                        world.votes.vote(wish, member);
                    }
                    return true;
                });
            }
            together(acts);
            for (WishId wish : wishes) {
                assertThat(world.wishes.find(wish).supporters()).isEqualTo(world.journal(wish));
            }
            assertThat(world.jdbc.sql("""
                                    select count(*) from community.wish_budget b where b.live_votes <> (
                                      select count(*) from community.wish_support s
                                      where s.member = b.member and s.live)""").query(Integer.class).single()).isZero();
        }
    }

    /// @return how many of a hundred votes for a hundred wishes were taken, when one was left
    private static int race(WishWorld world) throws Exception {
        for (int i = 0; i < BUDGET - 1; i++) {
            world.votes.vote(world.proposed("author-" + i, "spent " + i), "fan");
        }
        List<Callable<Boolean>> votes = new ArrayList<>();
        for (int i = 0; i < VOTES; i++) {
            WishId wish = world.proposed("author-" + i, "wanted " + i);
            votes.add(() -> {
                world.votes.vote(wish, "fan");
                return true;
            });
        }
        return together(votes);
    }

    private static int together(List<Callable<Boolean>> acts) throws Exception {
        AtomicInteger taken = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (Callable<Boolean> act : acts) {
                running.add(threads.submit(() -> {
                    try {
                        act.call();
                        taken.incrementAndGet();
                    } catch (Problem refused) {
                        assertThat(refused.code()).isIn("votes_spent", "wish_closed");
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return taken.get();
    }

    private static int cast(WishWorld world) {
        return world.jdbc
                .sql("select sum(change) from community.wish_vote where member = 'fan'")
                .query(Integer.class)
                .single();
    }
}
