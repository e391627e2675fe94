package dev.holdfast.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What counts as growth. That a running server can be asked at all is shown by [FuzzTest].
class PressureTest {
    private static final Pressure BEFORE = new Pressure(100 << 20, Map.of("[J", 1L << 20), 40, 10);

    @Test
    void aLittleMoreIsNoGrowth() {
        assertThat(new Pressure(110 << 20, Map.of(), 45, 12).grownSince(BEFORE)).isEmpty();
    }

    @Test
    void whatIsKeptIsToldByItsClass() {
        assertThat(new Pressure(150 << 20, Map.of("[J", 51L << 20), 40, 10).grownSince(BEFORE))
                .hasSize(2)
                .last()
                .asString()
                .contains("[J: 52,428,800 more");
    }

    @Test
    void threadsThatWaitForEverAreCounted() {
        assertThat(new Pressure(100 << 20, Map.of(), 80, 10).grownSince(BEFORE)).hasSize(1);
        assertThat(new Pressure(100 << 20, Map.of(), 40, 80).grownSince(BEFORE)).hasSize(1);
    }
}
