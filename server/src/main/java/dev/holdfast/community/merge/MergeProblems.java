package dev.holdfast.community.merge;

import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.kernel.Storable;
import java.util.List;

/// What stands in the way of a merge, with the cure.
final class MergeProblems {
    private MergeProblems() {}

    static Problem unknown(long number) {
        return new Problem(Problem.Kind.UNKNOWN, "unknown_merge", "There is no merge " + number + ".");
    }

    static Problem unknownWish(WishId id) {
        return new Problem(Problem.Kind.UNKNOWN, "unknown_wish", "There is no wish " + id + ".");
    }

    static Problem closed(Wish wish) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "wish_closed",
                "Wish " + wish.number() + " is " + wish.state()
                        + ", so its votes stand. Only votes for wishes that wait" + " for an answer can move.");
    }

    static Problem running(Wish wish) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "merge_running",
                "Supporters of wish " + wish.number() + " are being asked already. Wait for their answers, or undo that"
                        + " merge first.");
    }

    static Problem tooMany(int max) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "too_many_merges",
                max + " merges ask their supporters, which is as many as there may be at a time."
                        + " Wait until one is over.");
    }

    static Problem over(Merge merge) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "merge_over",
                "Merge " + merge.number() + " is over: answers were taken until " + merge.answerBefore()
                        + ", and it is " + merge.state() + ". Votes stay where they are.");
    }

    static Problem notASupporter(Merge merge) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "not_a_supporter",
                "You do not support wish " + merge.source() + ", so merge " + merge.number()
                        + " has nothing to ask you." + " Vote for the other wish, if you want it.");
    }

    static Problem spent(Merge merge) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "votes_spent",
                "Wish " + merge.source() + " cannot have your vote back: all of yours are with other wishes. Take one"
                        + " back first.");
    }

    static Problem invalid(String where, String reason) {
        return new Problem(
                Problem.Kind.INVALID,
                "invalid_request",
                "'" + where + "' " + reason + ".",
                List.of(new Fault(where, null, reason)));
    }

    static void hold(String text) {
        boolean fits = !text.isBlank()
                && text.length() <= MergeProposal.MAX_REASON
                && text.codePoints().allMatch(Storable::character);
        if (!fits) {
            throw invalid("reason", "must have 1 to " + MergeProposal.MAX_REASON + " characters on one line");
        }
    }
}
