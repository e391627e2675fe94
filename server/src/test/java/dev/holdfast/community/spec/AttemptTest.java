package dev.holdfast.community.spec;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttemptTest {
    private static boolean failed(@Nullable Instant reopenedAt, long good, long notGood, long notThere) {
        return Attempt.of(1, reopenedAt, 20, good, notGood, notThere).failed();
    }

    @Test
    void an_attempt_fails_only_once_enough_have_spoken_and_most_of_them_are_not_content() {
        assertFalse(failed(null, 0, 0, 19), "too few");
        assertTrue(failed(null, 4, 10, 6));
        assertFalse(failed(null, 6, 8, 6), "it could be half");
    }

    @Test
    void what_was_opened_again_for_an_attempt_is_not_opened_again_for_it_once_more() {
        assertFalse(failed(Instant.EPOCH, 4, 10, 6));
    }
}
