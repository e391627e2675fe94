package dev.holdfast.community.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotatingCodeTest {
    private final RotatingCode code =
            new RotatingCode("12345678901234567890123456789012".getBytes(StandardCharsets.US_ASCII));

    /// The vectors of RFC 6238, appendix B, for SHA-256: they have eight digits.
    @ParameterizedTest
    @CsvSource({
        "59, 46119246",
        "1111111109, 68084774",
        "1111111111, 67062674",
        "1234567890, 91819424",
        "2000000000, 90698825",
        "20000000000, 77737706"
    })
    void it_is_the_code_of_the_rfc(long second, String digits) {
        assertEquals(digits, "%08d".formatted(code.truncated(second / 30) % 100_000_000));
        assertEquals(digits.substring(2), code.at(Instant.ofEpochSecond(second)).code());
    }

    @Test
    void it_holds_its_own_step_and_the_next_and_no_longer() {
        Instant now = Instant.ofEpochSecond(1_111_111_110);
        RotatingCode.Shown shown = code.at(now);
        assertEquals(now.plusSeconds(30), shown.until());
        assertTrue(code.accepts(shown.code(), now));
        assertTrue(code.accepts(shown.code(), now.plusSeconds(59)));
        assertFalse(code.accepts(shown.code(), now.plusSeconds(60)), "an old code");
        assertFalse(code.accepts(shown.code(), now.minusSeconds(1)), "a code that is not shown yet");
        assertFalse(code.accepts("", now));
    }
}
