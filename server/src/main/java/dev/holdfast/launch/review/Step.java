package dev.holdfast.launch.review;

import dev.holdfast.kernel.Check;
import dev.holdfast.kernel.Storable;

/// A step that somebody wants to take.
///
/// @param said the evidence, the reason, the objection or the answer
/// @param points of the evidence; 0 for every other act
public record Step(Act act, String said, int points) {
    /// What a person can read, and a row can hold.
    public static final int MAX_SAID = 2_000;

    public Step {
        Check.that(said.length() <= MAX_SAID, "%s characters were let in.", said.length());
    }

    /// Whether it is something that can be read and stored: not blank, not too long, and lines of characters.
    public static boolean fits(String said) {
        return !said.isBlank()
                && said.length() <= MAX_SAID
                && said.codePoints().allMatch(c -> c == '\n' || Storable.character(c));
    }

    public static Step of(Act act, String said) {
        return new Step(act, said, 0);
    }
}
