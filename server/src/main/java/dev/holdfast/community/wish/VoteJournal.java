package dev.holdfast.community.wish;

import dev.holdfast.kernel.Problem;
import java.time.Instant;
import java.util.List;

/// The journal of votes, for whoever adds it up.
///
/// The rows of a wish are numbered under its lock, so whoever read up to a number has read all up to it that
/// will ever be there.
public final class VoteJournal {
    /// Some 400 KB in memory.
    public static final int MAX_PAGE = 5_000;

    public static final int MAX_OWN = 200;

    private final JournalStore store;

    VoteJournal(JournalStore store) {
        this.store = store;
    }

    /// A wish whose journal went on since a total of it was published.
    ///
    /// @param decided so that nothing will be added before it is reopened
    public record Untallied(WishId wish, boolean decided) {}

    /// How many rows the journal of a wish has.
    ///
    /// @throws Problem UNKNOWN
    public int length(WishId wish) {
        return store.length(wish).orElseThrow(() -> WishProblems.unknown(wish));
    }

    /// By position, at most [#MAX_PAGE].
    ///
    /// @param after the position of the last one seen; 0: from the first
    /// @param upTo the last that is wanted
    public List<VoteRow> page(WishId wish, int after, int upTo) {
        return store.page(wish, after, upTo, MAX_PAGE);
    }

    /// A member's own rows, the oldest first.
    ///
    /// @param after the number of the last one seen; 0: from the first
    /// @param limit at most [#MAX_OWN]
    public List<OwnVote> of(String member, long after, int limit) {
        return store.of(member, after, Math.clamp(limit, 1, MAX_OWN));
    }

    /// Wishes to be tallied: what is decided at once, what waits for an answer once its last total is older.
    public List<Untallied> toTally(Instant before, int most) {
        return store.toTally(before, most);
    }

    /// A total was published. Joins the running transaction.
    ///
    /// @param evidence the number of the last row of evidence about its votes
    public void tallied(WishId wish, int position, int evidence, Instant at) {
        store.tallied(wish, position, evidence, at);
    }
}
