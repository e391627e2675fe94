package dev.holdfast.community.integrity;

import dev.holdfast.community.wish.WishWorld;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.MailsOnPaper;
import java.net.URI;
import java.util.List;

/// Integrity for the tests of other packages.
public final class IntegrityOnPaper {
    private static final URI SITE = URI.create("https://example.org");

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

    static Mails mails(WishWorld wishes) {
        return MailsOnPaper.mails(
                wishes.jdbc,
                wishes.transactions,
                wishes.clock,
                List.of(
                        new AppealLetter(new AppealStore(wishes.jdbc), () -> wishes.wishes, () -> SITE),
                        noticedLetter(wishes)));
    }

    static NoticedLetter noticedLetter(WishWorld wishes) {
        return new NoticedLetter(
                new EvidenceStore(wishes.jdbc), new WeightStore(wishes.jdbc), () -> wishes.wishes, () -> SITE);
    }

    static Appeals appeals(WishWorld wishes, Mails mails) {
        return new Appeals(
                new AppealStore(wishes.jdbc),
                new EvidenceStore(wishes.jdbc),
                wishes.wishes,
                wishes.members,
                mails,
                wishes.transactions,
                wishes.clock);
    }

    /// Until there is nothing left to look at.
    public static void examine(WishWorld wishes) {
        wishes.clock.forward(Examiner.SETTLED.plusSeconds(1));
        try (Mails mails = mails(wishes)) {
            Examiner examiner = new Examiner(
                    new SeenStore(wishes.jdbc),
                    new EvidenceStore(wishes.jdbc),
                    new MovedStore(wishes.jdbc),
                    new WeightStore(wishes.jdbc),
                    wishes.members,
                    mails,
                    wishes.transactions,
                    wishes.clock);
            while (examiner.examine()) {
                // One page at a time.
            }
            examiner.forget();
        }
    }
}
