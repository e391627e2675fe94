package dev.holdfast.launch.draw;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is published of a draw besides its list. All but the last two is published when the list is frozen.
///
/// @param tickets how many are in the list
/// @param root the SHA-256 of the sorted list, in hexadecimal as all hashes here
/// @param commitment the SHA-256 of the seed
/// @param figureNamed which public figure decides, and where it is published, as named before the freeze
/// @param figureAt from when on the figure can be known; nobody entered the list after the freeze, which was before
/// @param revealed null until the figure is known
public record DrawStatement(
        String launch,
        int tickets,
        String root,
        String commitment,
        String figureNamed,
        Instant figureAt,
        Instant frozenAt,
        @Nullable Revealed revealed) {

    /// @param figure the public figure, letter for letter as its publisher writes it
    /// @param seed in hexadecimal
    public record Revealed(String figure, String seed) {}
}
