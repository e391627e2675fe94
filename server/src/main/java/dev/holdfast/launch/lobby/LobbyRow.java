package dev.holdfast.launch.lobby;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The row of a lobby.
///
/// @param tickets how many have entered
/// @param folded up to which arrival the pages are full
/// @param loose pages after that one
/// @param freeze null: people still enter the draw
/// @param figure null: not entered yet
record LobbyRow(
        int launch,
        String seed,
        int tickets,
        int folded,
        int loose,
        @Nullable Freeze freeze,
        @Nullable String figure) {

    /// @param tickets how many of the first take part in the draw
    /// @param figureNamed as the launch named the figure then: a later change of the launch does not change a draw
    /// @param root null while it is worked out
    record Freeze(
            int tickets,
            Instant at,
            String figureNamed,
            Instant figureAt,
            @Nullable String root) {}
}
