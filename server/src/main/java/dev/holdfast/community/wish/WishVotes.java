package dev.holdfast.community.wish;

import dev.holdfast.kernel.Problem;
import java.time.InstantSource;
import org.springframework.transaction.support.TransactionTemplate;

/// The votes for wishes: each member has a budget of them, and each comes back when its wish is decided.
public final class WishVotes {
    public static final int MAX_LISTED = 200;

    private final WishStore wishes;
    private final VoteStore store;
    private final RuleStore rules;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    WishVotes(
            WishStore wishes, VoteStore store, RuleStore rules, TransactionTemplate transactions, InstantSource clock) {
        this.wishes = wishes;
        this.store = store;
        this.rules = rules;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// One vote for a wish; the same again changes nothing.
    ///
    /// @throws Problem UNKNOWN; CONFLICT `wish_closed` or `votes_spent`
    public void vote(WishId id, String member) {
        transactions.executeWithoutResult(status -> {
            Wish wish = wishes.lock(id).orElseThrow(() -> WishProblems.unknown(id));
            if (!store.support(id, member, clock.instant())) {
                return;
            }
            if (!store.append(id, member, 1, clock.instant())) {
                throw WishProblems.closed(wish);
            }
            if (!store.spend(member)) {
                throw WishProblems.spent(rules.rules());
            }
        });
    }

    /// Takes a vote back, and with it the place in the budget; where there is none nothing is changed.
    ///
    /// @throws Problem UNKNOWN; CONFLICT `wish_closed`: what was decided was decided with this vote
    public void withdraw(WishId id, String member) {
        transactions.executeWithoutResult(status -> {
            Wish wish = wishes.lock(id).orElseThrow(() -> WishProblems.unknown(id));
            if (!store.supports(id, member)) {
                return;
            }
            if (!store.append(id, member, -1, clock.instant())) {
                throw WishProblems.closed(wish);
            }
            store.leave(id, member);
        });
    }

    public boolean supports(WishId id, String member) {
        return store.supports(id, member);
    }

    /// What a member has going.
    public Standing standing(String member) {
        VoteStore.Budget budget = store.budget(member);
        return new Standing(
                rules.rules(),
                budget.liveVotes(),
                budget.openWishes(),
                store.supported(member, MAX_LISTED),
                store.followed(member, MAX_LISTED));
    }
}
