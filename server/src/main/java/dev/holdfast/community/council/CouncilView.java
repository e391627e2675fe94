package dev.holdfast.community.council;

import java.time.Instant;

/// A council as everybody may see it.
///
/// @param seatingAt since when it stands there who is seated and how
/// @param suggestions that were brought and not taken back
/// @param waiting for an answer
/// @param promised and not done yet
/// @param overdue of those two
public record CouncilView(
        String slug,
        CouncilDefinition definition,
        Instant seatingAt,
        int suggestions,
        int waiting,
        int promised,
        int done,
        int overdue) {}
