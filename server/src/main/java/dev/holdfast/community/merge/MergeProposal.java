package dev.holdfast.community.merge;

import dev.holdfast.community.wish.WishId;

/// What the product team proposes.
///
/// @param reason in its words, for the supporters who are asked
/// @param answerDays for how many days they are
public record MergeProposal(WishId source, WishId target, String reason, int answerDays) {
    public static final int MAX_REASON = 500;
    public static final int MAX_DAYS = 60;
}
