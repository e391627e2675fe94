package dev.holdfast.community.wish;

import dev.holdfast.kernel.Problem;
import dev.holdfast.member.Members;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;

/// What is said about wishes, and who wants to hear of them.
public final class WishTalk {
    public static final int MAX_PAGE = 200;
    public static final int MAX_COMMENTS = 100;

    private final WishStore wishes;
    private final TalkStore store;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    WishTalk(
            WishStore wishes, TalkStore store, Members members, TransactionTemplate transactions, InstantSource clock) {
        this.wishes = wishes;
        this.store = store;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @return the comment's number
    /// @throws Problem UNKNOWN; INVALID when the text does not fit; CONFLICT `too_many_comments` or `wish_closed`
    public int say(WishId id, String member, String text) {
        Texts.hold("text", text, Texts.MAX_COMMENT);
        return Objects.requireNonNull(transactions.execute(status -> {
            Wish wish = wishes.lock(id).orElseThrow(() -> WishProblems.unknown(id));
            if (store.said(id, member) >= MAX_COMMENTS) {
                throw WishProblems.tooManyComments(MAX_COMMENTS);
            }
            return store.say(id, member, text, clock.instant()).orElseThrow(() -> WishProblems.closed(wish));
        }));
    }

    /// In the order in which they were said.
    ///
    /// @param after the number of the last one seen; 0: from the first
    public List<Comment> comments(WishId id, int after, int limit) {
        return store.page(id, after, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// Takes one's own words back.
    ///
    /// @throws Problem UNKNOWN when there is no such comment of theirs
    public void remove(WishId id, int number, String member) {
        removed(store.remove(id, number, member, clock.instant()), number);
    }

    /// An operator takes down what somebody said.
    ///
    /// @throws Problem UNKNOWN
    public void takeDown(WishId id, int number, String operator) {
        transactions.executeWithoutResult(status -> {
            removed(store.remove(id, number, null, clock.instant()), number);
            members.audit(operator, "remove_comment", id.toString(), "comment " + number);
        });
    }

    /// @throws Problem UNKNOWN
    public void follow(WishId id, String member) {
        known(id);
        store.follow(id, member, clock.instant());
    }

    /// Whoever proposed or supports it hears no more of it either.
    ///
    /// @throws Problem UNKNOWN
    public void unfollow(WishId id, String member) {
        known(id);
        store.unfollow(id, member, clock.instant());
    }

    /// Who wants to hear of it, by name: whoever proposed it, supports it or follows it, and did not unfollow it.
    ///
    /// @param after the last of those before; empty: from the start
    public List<String> followers(WishId id, String after, int limit) {
        return store.followers(id, after, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// Whether a member is one of them.
    public boolean follows(WishId id, String member) {
        return store.follows(id, member);
    }

    private static void removed(boolean removed, int number) {
        if (!removed) {
            throw WishProblems.unknownComment(number);
        }
    }

    private void known(WishId id) {
        if (wishes.find(id).isEmpty()) {
            throw WishProblems.unknown(id);
        }
    }
}
