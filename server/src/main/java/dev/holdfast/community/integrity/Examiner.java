package dev.holdfast.community.integrity;

import dev.holdfast.community.integrity.SeenStore.Noticed;
import dev.holdfast.community.integrity.SeenStore.ToExamine;
import dev.holdfast.community.integrity.SeenStore.Vote;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.member.Members;
import dev.holdfast.member.mail.Mails;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks once at each vote, a moment after it was cast, and writes down what is noticed. Where the last of a
/// crowd makes it one, all of the crowd is noticed.
final class Examiner {
    /// Longer than it takes to note a vote's device, or a new member.
    static final Duration SETTLED = Duration.ofSeconds(10);
    /// Of devices and networks nothing is kept for longer.
    static final Duration KEPT = Duration.ofDays(90);

    private static final int PAGE = 200;
    /// How far is looked back for a burst; a larger one has its size up to there.
    private static final int LOOK_BACK = 5_000;

    private final SeenStore seen;
    private final EvidenceStore evidence;
    private final MovedStore moved;
    private final WeightStore weights;
    private final Members members;
    private final Mails mails;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Examiner(
            SeenStore seen,
            EvidenceStore evidence,
            MovedStore moved,
            WeightStore weights,
            Members members,
            Mails mails,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.seen = seen;
        this.evidence = evidence;
        this.moved = moved;
        this.weights = weights;
        this.members = members;
        this.mails = mails;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// One page of one wish.
    ///
    /// @return false: there is nothing to look at
    boolean examine() {
        return examine(clock.instant().minus(SETTLED));
    }

    /// @param before when what is looked at was cast
    boolean examine(Instant before) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            seen.beAlone();
            Optional<ToExamine> next = seen.toExamine(before);
            next.ifPresent(one -> examine(one, seen.votes(one, before, PAGE)));
            return next.isPresent();
        }));
    }

    private void examine(ToExamine next, List<Vote> page) {
        WishId wish = next.wish();
        int upTo = page.getLast().position();
        VoteWeights now = weights.latest(1).getFirst();
        moved.lock(wish);
        int known = evidence.length(wish);
        newAccounts(wish, page, now);
        int from = next.examined();
        append(wish, VoteSignal.DEVICE, seen.sameDevice(wish, from, upTo, now.deviceVoters()));
        append(wish, VoteSignal.NETWORK, seen.sameNetwork(wish, from, upTo, now.networkVoters()));
        append(wish, VoteSignal.BURST, seen.bursts(wish, from, upTo, now.burstVotes(), LOOK_BACK));
        seen.examined(wish, upTo);
        tell(wish, known);
        carry(wish, from, upTo, known);
    }

    /// A vote that a merge moved was cast elsewhere, and what was noticed of it there goes with it, and on from there.
    /// It ends, as each step leads to a later row.
    private void carry(WishId wish, int from, int upTo, int known) {
        Map<WishId, Integer> reached = new LinkedHashMap<>();
        for (MovedStore.Carried one : moved.toCarry(wish, from, upTo, known)) {
            reached.computeIfAbsent(one.wish(), evidence::length);
            append(one.wish(), one.signal(), List.of(new Noticed(one.position(), one.together())));
        }
        reached.forEach((next, before) -> {
            tell(next, before);
            carry(next, 0, 0, before);
        });
    }

    private void tell(WishId wish, int known) {
        mails.queue(
                NoticedLetter.KIND,
                moved.toTell(wish, known).stream()
                        .map(voter -> NoticedLetter.item(wish, voter))
                        .toList());
    }

    private void newAccounts(WishId wish, List<Vote> page, VoteWeights now) {
        List<Vote> cast = page.stream().filter(Vote::cast).toList();
        Map<String, Instant> known =
                members.knownSince(cast.stream().map(Vote::member).toList());
        for (Vote vote : cast) {
            Instant since = known.get(vote.member());
            if (since != null) {
                long hours = Math.max(0, Duration.between(since, vote.at()).toHours());
                if (hours < now.newAccountHours() && !evidence.known(wish, vote.position(), VoteSignal.NEW_ACCOUNT)) {
                    append(wish, VoteSignal.NEW_ACCOUNT, List.of(new Noticed(vote.position(), (int) hours)));
                }
            }
        }
    }

    private void append(WishId wish, VoteSignal signal, List<Noticed> noticed) {
        for (Noticed one : noticed) {
            evidence.append(wish, one.position(), signal, one.together(), 1, clock.instant());
        }
    }

    /// @return how many were forgotten
    int forget() {
        return seen.forget(clock.instant().minus(KEPT));
    }
}
