package dev.holdfast.community.answer;

import org.jspecify.annotations.Nullable;

/// How the brand answers, in numbers that everybody sees.
///
/// @param wishes that stand for themselves: none that was withdrawn or merged
/// @param answered those whose last answer is more than a question back
/// @param overdueAnswers wishes that are due for an answer since before now
/// @param medianDaysToAnswer from a wish to its first answer; null: none was answered
/// @param medianDaysWaiting of wishes that were never answered; null: all were
/// @param answers all that were ever given
/// @param fromMold those of them that [Boilerplate] says are
public record Figures(
        long wishes,
        long answered,
        long overdueAnswers,
        @Nullable Double medianDaysToAnswer,
        @Nullable Double medianDaysWaiting,
        long answers,
        long fromMold,
        long promisesDue,
        long promisesOverdue,
        long promisesKept,
        long promisesKeptLate,
        long promisesWithdrawn) {

    /// The share of wishes that were answered; none were made: 1.
    public double coverage() {
        return share(answered, wishes, 1);
    }

    /// The share of answers that are from a mould.
    public double boilerplateShare() {
        return share(fromMold, answers, 0);
    }

    private static double share(long part, long whole, double otherwise) {
        return whole == 0 ? otherwise : (double) part / whole;
    }
}
