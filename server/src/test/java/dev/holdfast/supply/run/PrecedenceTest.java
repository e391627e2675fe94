package dev.holdfast.supply.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PrecedenceTest {
    private final Precedence precedence = new Precedence();

    @Test
    void nobodyStepsAsideForNothing() {
        precedence.stepAside();
        assertThat(precedence.first(() -> "done")).isEqualTo("done");
    }

    @Test
    void theOddsStepAsideUntilThePublicationIsOver() throws Exception {
        var began = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var publication = new FutureTask<>(() -> precedence.first(() -> {
            began.countDown();
            return await(end);
        }));
        Thread.ofPlatform().start(publication);
        began.await();
        var odds = new FutureTask<>(precedence::stepAside, true);
        Thread aside = Thread.ofPlatform().start(odds);
        assertThat(aside.join(Duration.ofMillis(100)))
                .as("done beside a publication")
                .isFalse();
        end.countDown();
        assertThat(publication.get()).isTrue();
        assertThat(odds.get(10, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
