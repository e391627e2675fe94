package dev.holdfast.community.integrity;

import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.kernel.Problem;
import dev.holdfast.member.Members;
import dev.holdfast.member.mail.Mails;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of objections: members object to what is noticed of their votes, somebody whose name is on record
/// decides.
public final class Appeals {
    public static final int MAX_PAGE = 100;

    private final AppealStore store;
    private final EvidenceStore evidence;
    private final Wishes wishes;
    private final Members members;
    private final Mails mails;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Appeals(
            AppealStore store,
            EvidenceStore evidence,
            Wishes wishes,
            Members members,
            Mails mails,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.evidence = evidence;
        this.wishes = wishes;
        this.members = members;
        this.mails = mails;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Objects to all that is noticed of the vote that one has for a wish; once for each vote.
    ///
    /// @return its number
    /// @throws Problem UNKNOWN; INVALID; CONFLICT `nothing_noticed` or `appealed_already`
    public long appeal(WishId wish, String member, String text) {
        IntegrityProblems.hold("text", text);
        wishes.find(wish);
        return Objects.requireNonNull(transactions.execute(status -> {
            int position = store.vote(wish, member)
                    .filter(vote -> !evidence.standing(wish, vote).isEmpty())
                    .orElseThrow(() -> IntegrityProblems.nothingNoticed(wish));
            return store.appeal(wish, position, member, text, now())
                    .orElseThrow(() -> IntegrityProblems.appealedAlready(wish));
        }));
    }

    /// One's own, the oldest first.
    public List<Appeal> own(String member) {
        return store.own(member, MAX_PAGE);
    }

    /// The latest first, before the given number.
    ///
    /// @param open those alone that wait
    public List<Appeal> page(boolean open, long before, int limit) {
        return store.page(open, before, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// Those about votes for one wish, the latest first, at most [#MAX_PAGE].
    public List<Appeal> of(WishId wish) {
        return store.of(wish, MAX_PAGE);
    }

    /// Lifts what is noticed of the vote, by rows that say so, or lets it stand; with a reason either way. The
    /// member is told by letter.
    ///
    /// @throws Problem UNKNOWN; INVALID; CONFLICT `vote_appeal_decided`
    public Appeal decide(long number, boolean lift, String reason, String operator) {
        IntegrityProblems.hold("reason", reason);
        return Objects.requireNonNull(transactions.execute(status -> {
            Appeal appeal = store.lock(number).orElseThrow(() -> IntegrityProblems.unknownAppeal(number));
            if (appeal.decidedAt() != null) {
                throw IntegrityProblems.decided(appeal);
            }
            store.decide(number, lift, reason, operator, now());
            if (lift) {
                for (Evidence one : evidence.standing(appeal.wish(), appeal.position())) {
                    evidence.append(appeal.wish(), one.position(), one.signal(), one.count(), -1, now());
                }
            }
            members.audit(
                    operator,
                    lift ? "lift_vote_evidence" : "keep_vote_evidence",
                    appeal.wish().toString(),
                    "objection " + number + ": " + reason);
            mails.queue(AppealLetter.KIND, List.of(AppealLetter.item(appeal)));
            return store.lock(number).orElseThrow();
        }));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
