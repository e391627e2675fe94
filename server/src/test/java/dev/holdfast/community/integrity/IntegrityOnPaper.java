package dev.holdfast.community.integrity;

import dev.holdfast.community.wish.WishWorld;

/// Integrity for the tests of other packages.
public final class IntegrityOnPaper {
    private IntegrityOnPaper() {}

    public static Integrity integrity(WishWorld wishes) {
        return new Integrity(
                new SeenStore(wishes.jdbc),
                new EvidenceStore(wishes.jdbc),
                new WeightStore(wishes.jdbc),
                wishes.aliases,
                wishes.members,
                wishes.transactions,
                wishes.clock);
    }

    /// Until there is nothing left to look at.
    public static void examine(WishWorld wishes) {
        Examiner examiner = new Examiner(
                new SeenStore(wishes.jdbc),
                new EvidenceStore(wishes.jdbc),
                new WeightStore(wishes.jdbc),
                wishes.members,
                wishes.transactions,
                wishes.clock);
        wishes.clock.forward(Examiner.SETTLED.plusSeconds(1));
        while (examiner.examine()) {
            // One page at a time.
        }
        examiner.forget();
    }
}
