package dev.holdfast.community.spec;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WishOutcomeTest {
    @Test
    void a_wish_fails_only_once_enough_have_spoken_and_most_of_them_are_not_content() {
        assertFalse(WishOutcome.of(List.of(), 19, 0, 0, 19).failed(), "too few");
        assertTrue(WishOutcome.of(List.of(), 20, 4, 10, 6).failed());
        assertFalse(WishOutcome.of(List.of(), 20, 6, 8, 6).failed(), "it could be half");
    }
}
