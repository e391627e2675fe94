package dev.holdfast.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private final BlockingQueue<Integer> done = new LinkedBlockingQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private @Nullable Rounds rounds;

    @AfterEach
    void stop() {
        if (rounds != null) {
            rounds.stop();
        }
    }

    private Rounds start(Rounds started) {
        rounds = started;
        started.start();
        return started;
    }

    private boolean next(boolean more) {
        done.add(count.incrementAndGet());
        return more;
    }

    private void awaitRound(int number) throws InterruptedException {
        assertThat(done.poll(30, TimeUnit.SECONDS)).isEqualTo(number);
    }

    @Test
    void goesOnAtOnceWhileThereIsMore() throws InterruptedException {
        start(new Rounds("work", NEVER, () -> next(count.get() < 2)));
        awaitRound(1);
        awaitRound(2);
        awaitRound(3);
        assertThat(done.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void triesAgainWhatFailed() throws InterruptedException {
        start(new Rounds("work", Duration.ofMillis(1), () -> {
            next(false);
            throw new IllegalStateException("Not now.");
        }));
        awaitRound(1);
        awaitRound(2);
    }

    @Test
    void stopsBetweenTwoRoundsAndStartsAgain() throws InterruptedException {
        Rounds work = start(new Rounds("work", NEVER, () -> next(false)));
        awaitRound(1);
        work.stop();
        assertThat(work.isRunning()).isFalse();
        work.start();
        assertThat(work.isRunning()).isTrue();
        awaitRound(2);
    }

    @Test
    void isOneHoweverOftenItIsStarted() throws InterruptedException {
        Rounds work = start(new Rounds("work", NEVER, () -> next(false)));
        work.start();
        awaitRound(1);
        assertThat(done.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }
}
