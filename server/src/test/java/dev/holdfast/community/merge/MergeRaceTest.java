package dev.holdfast.community.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.holdfast.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Supporters agree while the merge is undone, on a real database: with the guard off, which has to leave
/// somebody's vote behind, and with it on.
class MergeRaceTest {
    private static final int FANS = 20;
    /// Where the guard is off its fault is seen in one of them.
    private static final int ROUNDS = 20;

    @Test
    void afterAnUndoNobodysVoteIsLeftBehind() throws Exception {
        assertThat(leftBehind(MergeStore.LOCKED)).isZero();
    }

    @Test
    void withoutTheLockOfTheMergeAVoteMovesAfterItsUndo() throws Exception {
        String unguarded = MergeStore.LOCKED.replace(" for update", "");
        for (int round = 0; round < ROUNDS; round++) {
            if (leftBehind(unguarded) > 0) {
                return;
            }
        }
        fail("Nobody's answer met the undo in %s rounds.", ROUNDS);
    }

    /// @param locked the statement that guards a merge
    /// @return how many votes are with the target by a merge that was undone
    private static int leftBehind(String locked) throws Exception {
        try (MergeWorld world = new MergeWorld(locked);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int fan = 0; fan < FANS; fan++) {
                world.wishes.votes.vote(world.source, "fan-" + fan);
            }
            Merge merge = world.propose();
            List<Future<?>> running = new ArrayList<>();
            for (int fan = 0; fan < FANS; fan++) {
                String member = "fan-" + fan;
                running.add(threads.submit(() -> answer(world, merge, member)));
                if (fan == FANS / 2) {
                    running.add(threads.submit(() -> world.merges.undo(merge.number(), "They differ.", "operator")));
                }
            }
            for (Future<?> one : running) {
                one.get();
            }
            world.work();
            assertThat(world.addsUp()).isTrue();
            return world.supporters(world.target) - 1;
        }
    }

    private static void answer(MergeWorld world, Merge merge, String member) {
        try {
            world.answers.answer(merge.number(), member, true);
        } catch (Problem late) {
            assertThat(late.code()).isEqualTo("merge_over");
        }
    }
}
