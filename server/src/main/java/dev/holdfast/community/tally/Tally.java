package dev.holdfast.community.tally;

import dev.holdfast.community.wish.WishId;
import java.time.Instant;

/// A published total.
///
/// @param position of the last row of the wish's journal that was added: the cut-off
/// @param cutAt when that was; no row is later
/// @param checksum SHA-256 of the file of its rows, in hexadecimal digits
/// @param bytes of that file
public record Tally(
        long number,
        WishId wish,
        Cause cause,
        String rule,
        int position,
        Instant cutAt,
        int votes,
        int withdrawals,
        long bytes,
        String checksum,
        Weighted weighted,
        Instant publishedAt) {
    /// Each row is a vote (1) or its withdrawal (-1) by a voter whose sum is 0 or 1 after each of their rows;
    /// the total is the sum of all. Another rule gets another name.
    public static final String ONE_VOTE_EACH = "one-vote-each-1";

    /// A supporter weighs 100 hundredths, less the points of each thing that is noticed of the vote that
    /// counts of them and was not lifted, at least 0; the weighted total is the sum. Another rule gets
    /// another name.
    public static final String BY_EVIDENCE = "by-evidence-1";

    /// The second total, which changes nothing of the first.
    ///
    /// @param hundredths of votes
    /// @param weights the version by which it was weighed
    /// @param evidence the number of the last row of evidence that was looked at
    /// @param checksum SHA-256 of the file of that evidence, in hexadecimal digits
    /// @param bytes of that file
    public record Weighted(long hundredths, int weights, int evidence, String checksum, long bytes) {}

    /// Why it was published.
    public enum Cause {
        /// An operator asked.
        ASKED,
        /// The wish was decided with these votes.
        DECIDED,
        /// A day had passed since the one before.
        DAILY,
        /// The wish is to be merged, or was.
        MERGE
    }

    public int total() {
        return votes - withdrawals;
    }
}
