package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.review.Act;
import dev.holdfast.launch.review.Review;
import dev.holdfast.launch.review.Reviews.Which;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The orders of a launch that somebody has to look at, or has looked at.
///
/// @param size of a full page
record StaffReviewsPage(Frame frame, LaunchView launch, Which which, List<Review> reviews, int size) {
    StaffReviewsPage {
        reviews = List.copyOf(reviews);
    }

    Words words() {
        return frame.words();
    }

    String address(Which other) {
        return "/operator/launches/" + launch.slug() + "/reviews?show="
                + other.name().toLowerCase(Locale.ROOT);
    }

    boolean screened() {
        return launch.definition().entry().screening() != null;
    }

    int threshold() {
        var rules = launch.definition().entry().screening();
        return rules == null ? 0 : rules.threshold();
    }

    String evidence(Review review) {
        return review.evidence().stream()
                .map(one -> ReviewPart.evidence(one, words()))
                .reduce((first, next) -> words().say("desk.review.both", first, next))
                .orElse("");
    }

    /// What it waits for, or what came of it.
    String standing(Review review) {
        return words().say("desk.review.standing." + standingWord(review));
    }

    static String standingWord(Review review) {
        var standing = review.standing();
        var decided = standing.decided();
        if (decided == null) {
            return "OPEN";
        }
        return standing.appealed() && !standing.answered() ? "APPEALED" : decided.name();
    }

    String since(Review review) {
        return at(review.steps().getFirst());
    }

    /// Who decided when; empty where nobody has.
    String decided(Review review) {
        return review.steps().stream()
                .filter(step -> step.act() == Act.KEPT || step.act() == Act.RELEASED)
                .map(step -> step.actor() + ", " + at(step))
                .findFirst()
                .orElse("");
    }

    private String at(Review.Said step) {
        return words().instant(step.at(), launch.definition().timeZone());
    }

    @Nullable
    String next() {
        return reviews.size() < size
                ? null
                : address(which) + "&after=" + reviews.getLast().number();
    }
}
