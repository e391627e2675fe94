package dev.holdfast.community.tally;

import dev.holdfast.community.integrity.IntegrityOnPaper;
import dev.holdfast.community.wish.WishWorld;

/// Tallies for the tests of other packages.
public final class TalliesOnPaper {
    private TalliesOnPaper() {}

    public static Tallies tallies(WishWorld wishes) {
        return new Tallies(
                new TallyStore(wishes.jdbc),
                wishes.journal,
                IntegrityOnPaper.integrity(wishes),
                wishes.members,
                wishes.transactions,
                wishes.clock);
    }
}
