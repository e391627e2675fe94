package dev.holdfast.community.wish;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Moves votes from one wish to another because their members agreed to it, and back. Every move is a row of
/// both journals that names its merge; nobody's budget is asked for more.
///
/// Each act joins the running transaction, which holds both wishes by [#lock].
public final class VoteMoves {
    private final WishStore wishes;
    private final VoteStore votes;
    private final JournalStore journal;
    private final InstantSource clock;

    VoteMoves(WishStore wishes, VoteStore votes, JournalStore journal, InstantSource clock) {
        this.wishes = wishes;
        this.votes = votes;
        this.journal = journal;
        this.clock = clock;
    }

    /// How a vote went over.
    public enum Way {
        MOVED,
        /// Its member supported both: the one came back to them.
        JOINED
    }

    /// Until the running transaction ends nobody votes for either.
    ///
    /// @return those that there are, in the order of their ids
    public List<Wish> lock(WishId one, WishId other) {
        return wishes.lock(List.of(one, other));
    }

    public boolean supports(WishId wish, String member) {
        return votes.supports(wish, member);
    }

    /// @return empty: they do not support the source, and nothing was done
    public Optional<Way> move(WishId source, WishId target, String member, long merge) {
        Optional<Boolean> live = votes.remove(source, member);
        if (live.isEmpty()) {
            return Optional.empty();
        }
        votes.append(source, member, -1, clock.instant(), merge);
        if (votes.support(target, member, live.get(), clock.instant())) {
            votes.append(target, member, 1, clock.instant(), merge);
            return Optional.of(Way.MOVED);
        }
        if (live.get()) {
            votes.giveOneBack(member);
        }
        return Optional.of(Way.JOINED);
    }

    /// @return false: it could not, for its member took it back themselves, or has no vote left for both
    public boolean moveBack(WishId source, WishId target, String member, Way way, long merge) {
        return switch (way) {
            case MOVED -> comeBack(source, target, member, merge);
            case JOINED -> supportBoth(source, member, merge);
        };
    }

    private boolean comeBack(WishId source, WishId target, String member, long merge) {
        Optional<Boolean> live = votes.remove(target, member);
        if (live.isEmpty()) {
            return false;
        }
        votes.append(target, member, -1, clock.instant(), merge);
        if (votes.support(source, member, live.get(), clock.instant())) {
            votes.append(source, member, 1, clock.instant(), merge);
        } else if (live.get()) {
            // They voted for it again meanwhile, with another of their votes.
            votes.giveOneBack(member);
        }
        return true;
    }

    private boolean supportBoth(WishId source, String member, long merge) {
        if (votes.supports(source, member)) {
            return true;
        }
        if (!votes.spend(member)) {
            return false;
        }
        votes.support(source, member, clock.instant());
        votes.append(source, member, 1, clock.instant(), merge);
        return true;
    }

    /// Who supports a wish, by the number of their first row.
    ///
    /// @param after of the last one seen; 0: from the first
    public List<Supporter> supporters(WishId wish, int after, int limit) {
        return journal.supporters(wish, after, limit);
    }
}
