package dev.holdfast.community.wish;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import java.util.List;

/// What stands in the way of an act on a wish, with the cure.
final class WishProblems {
    private WishProblems() {}

    static Problem unknown(WishId id) {
        return new Problem(Problem.Kind.UNKNOWN, "unknown_wish", "There is no wish " + id + ".");
    }

    static Problem unknown(long number) {
        return new Problem(Problem.Kind.UNKNOWN, "unknown_wish", "There is no wish number " + number + ".");
    }

    static Problem unknownClass(String name) {
        return new Problem(
                Problem.Kind.INVALID,
                "unknown_wish_class",
                "There is no class '" + name + "'. Choose one that GET /wish-classes lists.",
                List.of(new Fault("class", name, "is no class of wishes")));
    }

    static Problem closed(Wish wish) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "wish_closed",
                "Wish " + wish.number() + " is " + wish.state()
                        + ". Its votes stand and went back to those who gave them;"
                        + " propose a new wish if something is missing.");
    }

    static Problem spent(WishRules rules) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "votes_spent",
                "All " + rules.liveVotes() + " of your votes are with wishes that wait for an answer. Take one back, or"
                        + " wait: each returns when its wish is decided.");
    }

    static Problem tooManyWishes(WishRules rules) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "too_many_wishes",
                rules.openWishes() + " of your own wishes wait for an answer, which is as many as one member may have."
                        + " Take one back, or wait for an answer.");
    }

    static Problem supported(Wish wish) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "wish_supported",
                "Wish " + wish.number() + " has supporters besides you, so it stays. It is theirs now, too.");
    }

    static Problem notYours(Wish wish) {
        return new Problem(
                Problem.Kind.FORBIDDEN, "not_your_wish", "Wish " + wish.number() + " was proposed by somebody else.");
    }

    static Problem tooManyComments(int max) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "too_many_comments",
                "You said " + max + " things about this wish, which is as much as one member may.");
    }

    static Problem unknownComment(int number) {
        return new Problem(
                Problem.Kind.UNKNOWN,
                "unknown_comment",
                "There is no comment " + number + " here that you could remove.");
    }

    static Problem invalid(String where, String reason) {
        return new Problem(
                Problem.Kind.INVALID,
                "invalid_request",
                "'" + where + "' " + reason + ".",
                List.of(new Fault(where, null, reason)));
    }
}
