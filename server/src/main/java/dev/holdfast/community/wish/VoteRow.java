package dev.holdfast.community.wish;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of a wish's journal of votes. Nobody's name stands in it.
///
/// @param position within the journal of the wish, from 1 without a gap
/// @param voter the position of the first row of the same member
/// @param change 1 for a vote, -1 for its withdrawal
/// @param merge by which it was moved; null: by its member's own hand
public record VoteRow(
        int position,
        int voter,
        int change,
        Instant at,
        @Nullable Long merge) {}
