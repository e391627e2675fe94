package dev.holdfast.web.page;

import dev.holdfast.launch.Screening;
import dev.holdfast.launch.review.Act;
import dev.holdfast.launch.review.Evidence;
import dev.holdfast.launch.review.Review;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// What the page of an order says of its review: where it stands, what it was about and never how much each thing
/// weighs, every step with who wrote what, and room for the member's own words.
///
/// @param own whoever reads is its member: nobody else objects for them
/// @param now as of which the page is shown
record ReviewPart(Review review, boolean own, Instant now, ZoneId zone, Words words) {
    String title() {
        return words.say("review.title." + standing());
    }

    String text() {
        return words.say("review.text." + standing());
    }

    List<String> signals() {
        return review.evidence().stream()
                .map(one -> words.say("review.signal." + one.signal()))
                .toList();
    }

    List<Review.Said> steps() {
        return review.steps();
    }

    String stepName(Review.Said step) {
        return words.say("review.step." + step.act());
    }

    /// The evidence stands above, in words.
    String stepText(Review.Said step) {
        return step.act() == Act.OPENED ? "" : step.text();
    }

    String at(Review.Said step) {
        return words.instant(step.at(), zone);
    }

    boolean objects() {
        var before = review.appealBefore();
        return own && before != null && now.isBefore(before);
    }

    String objectsBefore() {
        var before = review.appealBefore();
        var key = review.standing().open() ? "review.explain.text" : "review.object.text";
        return before == null ? "" : words.say(key, words.instant(before, zone));
    }

    String objectTitle() {
        return words.say(review.standing().open() ? "review.explain" : "review.object");
    }

    boolean waitsForAnswer() {
        return review.standing().appealed() && !review.standing().answered();
    }

    /// For operators: a number says more than a word.
    static String evidence(Evidence one, Words words) {
        var key = "desk.review.evidence." + one.signal();
        return one.signal() == Screening.Signal.SPEED
                ? words.say(key, words.number(one.count()))
                : words.count(key, one.count());
    }

    private String standing() {
        var decided = review.standing().decided();
        return decided == null ? "OPEN" : decided.name();
    }
}
