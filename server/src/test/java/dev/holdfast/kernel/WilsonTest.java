package dev.holdfast.kernel;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {
    /// The four examples of Newcombe (Statistics in Medicine 17, 1998, 857-872), his method 3.
    @ParameterizedTest
    @CsvSource({"81,263,0.2553,0.3662", "15,148,0.0624,0.1605", "0,20,0.0000,0.1611", "1,29,0.0061,0.1718"})
    void the_interval_is_the_published_one(long part, long whole, double low, double high) {
        Wilson interval = requireNonNull(Wilson.of(part, whole));
        assertEquals(low, interval.low(), 0.000_05);
        assertEquals(high, interval.high(), 0.000_05);
    }

    @Test
    void where_nobody_spoke_there_is_none() {
        assertNull(Wilson.of(0, 0));
    }

    @Test
    void after_one_who_is_content_it_is_still_wide() {
        Wilson interval = requireNonNull(Wilson.of(1, 1));
        assertEquals(0.2065, interval.low(), 0.000_05);
        assertEquals(1, interval.high());
    }
}
