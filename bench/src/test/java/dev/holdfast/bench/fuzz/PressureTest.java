package dev.holdfast.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// This very process is looked at as a server is: what is kept shows, what is let go does not.
class PressureTest {
    private static final long SELF = ProcessHandle.current().pid();

    @Test
    void whatIsKeptIsToldByItsClass() throws IOException, InterruptedException {
        Pressure before = Pressure.of(SELF);
        List<long[]> kept = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            kept.add(new long[128 * 1024]);
        }
        List<String> grown = Pressure.of(SELF).grownSince(before);
        assertThat(kept).hasSize(40);
        assertThat(grown).hasSizeGreaterThan(1);
        assertThat(grown.get(1)).contains("[J");
    }

    @Test
    void threadsThatWaitForEverAreCounted() throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Pressure before = Pressure.of(SELF);
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            waiting.add(Thread.ofVirtual().start(() -> await(never)));
            waiting.add(Thread.ofPlatform().start(() -> await(never)));
        }
        List<String> grown = Pressure.of(SELF).grownSince(before);
        never.countDown();
        for (Thread thread : waiting) {
            thread.join();
        }
        assertThat(String.join("\n", grown)).contains("threads grew", "virtual threads grew");
    }

    @Test
    void aLittleMoreIsNoGrowth() {
        Pressure before = new Pressure(100 << 20, Map.of(), 40, 10);
        assertThat(new Pressure(110 << 20, Map.of(), 45, 12).grownSince(before)).isEmpty();
        assertThat(new Pressure(150 << 20, Map.of(), 40, 10).grownSince(before)).isNotEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
