package dev.holdfast.community.integrity;

import dev.holdfast.community.wish.Aliases;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.kernel.Problem;
import dev.holdfast.member.Members;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of integrity: what is noticed of votes, and what it weighs.
public final class Integrity {
    public static final int MAX_PAGE = 5_000;
    public static final int MAX_OWN = 200;
    public static final int MAX_VERSIONS = 20;
    private static final int MAX_HOURS = 720;
    private static final int MAX_VOTERS = 1_000;
    private static final int MAX_CROWD = 5_000;
    private static final int MAX_DEVICE = 255;
    private static final Logger LOG = LoggerFactory.getLogger(Integrity.class);

    private final SeenStore seen;
    private final EvidenceStore evidence;
    private final WeightStore weights;
    private final Aliases aliases;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Integrity(
            SeenStore seen,
            EvidenceStore evidence,
            WeightStore weights,
            Aliases aliases,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.seen = seen;
        this.evidence = evidence;
        this.weights = weights;
        this.aliases = aliases;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What was seen of a vote that was just cast. Whatever goes wrong here, the vote is cast and counts.
    ///
    /// @param device a name of its own that the caller's device sends; null: none
    public void voted(WishId wish, String member, @Nullable String device, String network) {
        try {
            seen.note(wish, member, hash(wish, "device", device), hash(wish, "network", network), clock.instant());
        } catch (DataAccessException failure) {
            LOG.warn("What was seen of a vote was dropped: {}", failure.getMessage());
        }
    }

    /// Another hash in each wish: nobody is followed from one to the next.
    private @Nullable String hash(WishId wish, String kind, @Nullable String value) {
        return value == null || value.isBlank()
                ? null
                : aliases.hash(
                        "vote|" + wish + "|" + kind + "|" + value.substring(0, Math.min(value.length(), MAX_DEVICE)));
    }

    /// By which votes are weighed now.
    public VoteWeights weights() {
        return weights.latest(1).getFirst();
    }

    /// All versions, the latest first.
    public List<VoteWeights> versions() {
        return weights.latest(MAX_VERSIONS);
    }

    /// @param version of a published tally
    public VoteWeights weights(int version) {
        return weights.find(version).orElseThrow();
    }

    /// A new version, from now on; totals that were published keep theirs.
    ///
    /// @param draft its version and date are not looked at
    /// @throws Problem INVALID
    public VoteWeights weigh(VoteWeights draft, String operator) {
        for (VoteSignal signal : VoteSignal.values()) {
            IntegrityProblems.within(signal.name(), draft.of(signal), 0, VoteWeights.WHOLE);
        }
        IntegrityProblems.within("newAccountHours", draft.newAccountHours(), 1, MAX_HOURS);
        IntegrityProblems.within("deviceVoters", draft.deviceVoters(), 2, MAX_VOTERS);
        IntegrityProblems.within("networkVoters", draft.networkVoters(), 2, MAX_CROWD);
        IntegrityProblems.within("burstVotes", draft.burstVotes(), 2, MAX_CROWD);
        return Objects.requireNonNull(transactions.execute(status -> {
            // Nobody examines by half of each, and nobody adds the same version.
            seen.beAlone();
            VoteWeights next = new VoteWeights(
                    weights().version() + 1,
                    draft.newAccount(),
                    draft.newAccountHours(),
                    draft.device(),
                    draft.deviceVoters(),
                    draft.network(),
                    draft.networkVoters(),
                    draft.burst(),
                    draft.burstVotes(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            weights.add(next);
            members.audit(operator, "weigh_votes", "votes", "version " + next.version());
            return next;
        }));
    }

    /// How many rows of evidence there are about the votes for a wish.
    public int length(WishId wish) {
        return evidence.length(wish);
    }

    /// By number, at most [#MAX_PAGE].
    ///
    /// @param after the number of the last one seen; 0: from the first
    public List<Evidence> page(WishId wish, int after, int upTo) {
        return evidence.page(wish, after, upTo, MAX_PAGE);
    }

    /// By how many hundredths of a vote the total at a cut-off is lighter.
    ///
    /// @param position of the last vote
    /// @param rows of evidence
    public long lighter(WishId wish, int position, int rows, VoteWeights by) {
        return evidence.lighter(wish, position, rows, by.version());
    }

    /// What is noticed of one vote and was not lifted.
    ///
    /// @param position of the vote in the wish's journal
    public List<Evidence> standing(WishId wish, int position) {
        return evidence.standing(wish, position);
    }

    /// What is noticed, or was before it was lifted, of those votes of a member that count; the latest first.
    public List<OwnEvidence> counting(String member) {
        return evidence.counting(member, MAX_OWN);
    }

    /// What is noticed of a member's own votes, the oldest first.
    public List<OwnEvidence> own(String member) {
        return evidence.own(member, MAX_OWN);
    }
}
