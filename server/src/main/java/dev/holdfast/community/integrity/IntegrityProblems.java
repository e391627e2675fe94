package dev.holdfast.community.integrity;

import dev.holdfast.community.wish.WishId;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.kernel.Storable;
import java.util.List;

/// What stands in the way of an objection or a weight, with the cure.
final class IntegrityProblems {
    private IntegrityProblems() {}

    static Problem nothingNoticed(WishId wish) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "nothing_noticed",
                "Nothing is noticed of a vote of yours for wish " + wish + ", so it weighs as much as any.");
    }

    static Problem appealedAlready(WishId wish) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "appealed_already",
                "You objected to what is noticed of your vote for wish " + wish
                        + " before. Wait for the answer, or read" + " it.");
    }

    static Problem unknownAppeal(long number) {
        return new Problem(Problem.Kind.UNKNOWN, "unknown_vote_appeal", "There is no objection " + number + ".");
    }

    static Problem decided(Appeal appeal) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "vote_appeal_decided",
                "Objection " + appeal.number() + " was decided at " + appeal.decidedAt() + ". It is decided once.");
    }

    static Problem invalid(String where, String reason) {
        return new Problem(
                Problem.Kind.INVALID,
                "invalid_request",
                "'" + where + "' " + reason + ".",
                List.of(new Fault(where, null, reason)));
    }

    static void hold(String where, String text) {
        boolean fits = !text.isBlank()
                && text.length() <= Appeal.MAX_TEXT
                && text.codePoints().allMatch(character -> character == '\n' || Storable.character(character));
        if (!fits) {
            throw invalid(
                    where,
                    "must have 1 to " + Appeal.MAX_TEXT + " characters and no control characters but line breaks");
        }
    }

    static void within(String where, int value, int min, int max) {
        if (value < min || value > max) {
            throw invalid(where, "must be a whole number from " + min + " to " + max);
        }
    }
}
