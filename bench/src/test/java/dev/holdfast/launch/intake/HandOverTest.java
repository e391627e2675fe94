package dev.holdfast.launch.intake;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/// Every order in which those who ask, the committer and the end of the server can meet, within Lincheck's bounds:
/// whatever was let in is served, once.
class HandOverTest {
    private static final int ITERATIONS = 15;
    private static final int INVOCATIONS = 1_500;

    /// More than ask here: what is examined is the end, not the limit.
    private static final int MAX_ASKS = 20;

    @Test
    void withoutTheSecondLookSomebodyWaitsForEver() {
        assertThatThrownBy(() -> check(Unguarded.class)).isInstanceOf(LincheckAssertionError.class);
    }

    @Test
    void whateverIsLetInIsServedOnce() {
        check(Guarded.class);
    }

    private static void check(Class<?> play) {
        new ModelCheckingOptions()
                .threads(3)
                .actorsPerThread(2)
                .actorsBefore(0)
                .actorsAfter(2)
                .iterations(ITERATIONS)
                .invocationsPerIteration(INVOCATIONS)
                .check(play);
    }

    /// The hand-over as it is.
    public static class Guarded extends Play {
        public Guarded() {
            super(new Waiting<>(MAX_ASKS));
        }
    }

    /// The same without the guard: nobody looks whether the end came.
    public static class Unguarded extends Play {
        public Unguarded() {
            super(new Waiting<>(MAX_ASKS) {
                @Override
                boolean isClosed() {
                    return false;
                }
            });
        }
    }

    /// What may happen at the same time; whatever comes of it must be what one after the other could have brought.
    public abstract static class Play {
        private static final int OVER = -1;
        private final Waiting<Object> waiting;

        Play(Waiting<Object> waiting) {
            this.waiting = waiting;
        }

        @Operation
        public boolean ask() {
            return waiting.letIn(new Object());
        }

        /// One round of the committer, who does not wait here but come again.
        ///
        /// @return how many were served; OVER: it has gone home
        @Operation(nonParallelGroup = "committer")
        public int serve() {
            List<Object> batch = new ArrayList<>();
            waiting.takeNow(batch, 2);
            return batch.isEmpty() && waiting.isOver() ? OVER : batch.size();
        }

        @Operation(runOnce = true)
        public void close() {
            waiting.close();
        }
    }
}
