package dev.holdfast.launch.news;

import java.util.Arrays;
import java.util.Optional;

/// What there can be news of.
public enum Kind {
    /// An order has another window than before.
    PROMISE_MOVED("promise.moved"),
    /// A member is asked whether they agree to a later window.
    CONSENT_ASKED("consent.asked"),
    /// The date to answer is near, and there is no answer.
    CONSENT_REMINDED("consent.reminded"),
    /// There is nothing to agree to any more.
    CONSENT_WITHDRAWN("consent.withdrawn"),
    /// The order is kept in its later window, by its member's word or by a silence that counts as one.
    CONSENT_KEPT("consent.kept"),
    /// The order ended because its window moved later, by its member's word or by silence; the deposit comes back.
    ORDER_CANCELLED_BY_DELAY("order.cancelled_by_delay"),
    /// A member is asked to lock the order.
    LOCK_ASKED("order.lock_asked"),
    /// A member is owed something for a broken promise.
    COMPENSATION_DUE("compensation.due"),
    /// What was owed was paid by hand, or went off the balance.
    COMPENSATION_SETTLED("compensation.settled"),
    /// The campaign a member pledged for has succeeded: the money is being taken.
    CAMPAIGN_SUCCEEDED("campaign.succeeded"),
    /// It has failed: nothing is taken, and what was charged comes back.
    CAMPAIGN_FAILED("campaign.failed"),
    /// The money of a pledge was taken.
    PLEDGE_CAPTURED("pledge.captured"),
    /// The bank refused the money of a pledge; there is time to mend it.
    PLEDGE_REFUSED("pledge.refused"),
    /// The pledge was not mended in time, and its place was given up.
    PLEDGE_DROPPED("pledge.dropped"),
    /// An order is held until somebody has looked at it.
    REVIEW_OPENED("review.opened"),
    /// Somebody looked at it, and it goes on.
    REVIEW_KEPT("review.kept"),
    /// Somebody took it out of the line; the deposit comes back.
    REVIEW_RELEASED("review.released"),
    /// Its member objects, and waits for an answer.
    REVIEW_APPEALED("review.appealed"),
    /// The objection is answered.
    REVIEW_ANSWERED("review.answered");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /// As it stands in messages, rows and requests.
    public String word() {
        return word;
    }

    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
