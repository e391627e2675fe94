package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.review.Act;
import dev.holdfast.launch.review.Beside;
import dev.holdfast.launch.review.Evidence;
import dev.holdfast.launch.review.Review;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One review with all its evidence, and where an operator decides it.
///
/// @param beside other members' orders that share a card, a device or an address with it
/// @param notice why what was just sent was not taken
record StaffReviewPage(
        Frame frame,
        LaunchView launch,
        Order order,
        Review review,
        List<Beside> beside,
        @Nullable Notice notice) {
    StaffReviewPage {
        beside = List.copyOf(beside);
    }

    Words words() {
        return frame.words();
    }

    String address() {
        return "/operator/reviews/" + order.id();
    }

    String list() {
        return "/operator/launches/" + launch.slug() + "/reviews";
    }

    String standing() {
        return words().say("desk.review.standing." + StaffReviewsPage.standingWord(review));
    }

    String evidence(Evidence one) {
        return ReviewPart.evidence(one, words());
    }

    /// What it adds up to, beside what holds an order in this launch today.
    String sum() {
        var rules = launch.definition().entry().screening();
        var points = words().number(review.points());
        return rules == null
                ? words().say("desk.review.sum", points)
                : words().say("desk.review.sum.of", points, words().number(rules.threshold()));
    }

    String shared(Beside other) {
        return Stream.of(
                        other.sameInstrument() ? "desk.review.same.INSTRUMENT" : "",
                        other.sameDevice() ? "desk.review.same.DEVICE" : "",
                        other.sameAddress() ? "desk.review.same.ADDRESS" : "")
                .filter(key -> !key.isEmpty())
                .map(key -> words().say(key))
                .reduce((first, next) -> words().say("desk.review.both", first, next))
                .orElse("");
    }

    String stepText(Review.Said step) {
        return step.act() == Act.OPENED ? sum() : step.text();
    }

    String at(Review.Said step) {
        return words().instant(step.at(), launch.definition().timeZone());
    }

    boolean open() {
        return review.standing().open();
    }

    boolean waitsForAnswer() {
        return review.standing().appealed() && !review.standing().answered();
    }
}
