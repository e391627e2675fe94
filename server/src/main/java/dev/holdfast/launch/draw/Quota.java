package dev.holdfast.launch.draw;

import org.jspecify.annotations.Nullable;

/// How many of the places go to those who fit, at least and at most.
///
/// @param rule who fits, in one line that is published as it stands
/// @param least places kept for those who fit, as long as there are any
/// @param most null: as many as there are
public record Quota(String rule, int least, @Nullable Integer most) {
    /// A ticket says in the bits of one number which quotas it fits, and a file that anybody reads stays short.
    public static final int MAX = 30;

    String line() {
        return least + " " + (most == null ? DrawText.UNKNOWN : most) + " " + rule;
    }
}
