package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.launch.EntryRules;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.LaunchView.State;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderHistory;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Screening;
import dev.holdfast.launch.Screening.Signal;
import dev.holdfast.launch.review.Act;
import dev.holdfast.launch.review.Beside;
import dev.holdfast.launch.review.Evidence;
import dev.holdfast.launch.review.Review;
import dev.holdfast.launch.review.Reviews.Which;
import dev.holdfast.launch.review.Standing;
import dev.holdfast.member.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Orders under review, as their members and operators see them, from the sample world.
final class SampleReview {
    private static final Assets ASSETS = new Assets();
    private static final String REASON = "Four members, one card, one telephone, all within a second of the opening.";
    private static final String OBJECTION =
            "We are four sisters. Our father paid for all of us.\nHe can say so himself.";

    private final Words words;
    private final LaunchView launch = SampleWorld.launch(
            State.OPEN,
            SampleWorld.car()
                    .with(parts -> parts.entry(
                            new EntryRules(null, 1, null, new Screening(60, Map.of(), Duration.ofDays(7))))));

    SampleReview(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("order-review", order(SampleWorld.held(), review()));
        pages.put("order-released", order(SampleWorld.cancelled(), review(Act.RELEASED)));
        pages.put("order-objected", order(SampleWorld.cancelled(), review(Act.RELEASED, Act.APPEALED)));
        pages.put("desk-reviews", list(Which.WAITING));
        pages.put("desk-reviews-none", list(Which.RELEASED));
        pages.put("desk-review", file(review()));
        pages.put("desk-review-answer", file(review(Act.RELEASED, Act.APPEALED)));
        return pages;
    }

    private String order(OrderHistory history, Review review) {
        var part = new ReviewPart(review, true, NOW, launch.definition().timeZone(), words);
        return new SampleOrder(frame(SampleWorld.MEMBER, "fan"), history, launch)
                .review(part)
                .ways(List.of("sandbox"))
                .render();
    }

    private String list(Which which) {
        var found = which == Which.WAITING ? List.of(review(), review(Act.RELEASED, Act.APPEALED)) : List.<Review>of();
        return SamplePages.render("staffReviews", new StaffReviewsPage(operator(), launch, which, found, 100));
    }

    private String file(Review review) {
        var beside = List.of(
                new Beside(OrderId.of(1, 12_346, 7), "fan-000124", OrderState.PLACED, true, true, false, true),
                new Beside(OrderId.of(1, 12_351, 8), "fan-000125", OrderState.CANCELLED, true, false, true, false));
        return SamplePages.render(
                "staffReview", new StaffReviewPage(operator(), launch, order(), review, beside, null));
    }

    private static Order order() {
        return SampleWorld.cancelled().order();
    }

    private static Review review(Act... acts) {
        var evidence = List.of(
                new Evidence(Signal.INSTRUMENT, 3, 60),
                new Evidence(Signal.DEVICE, 1, 15),
                new Evidence(Signal.SPEED, 120, 10));
        var opened = NOW.minus(Duration.ofHours(5));
        var standing = Standing.opened(opened);
        var steps = new ArrayList<>(List.of(new Review.Said(Act.OPENED, opened, "screening", "")));
        for (var act : acts) {
            var at = opened.plus(Duration.ofHours(steps.size()));
            boolean own = act == Act.APPEALED;
            standing = standing.then(act, at);
            steps.add(new Review.Said(act, at, own ? SampleWorld.MEMBER : "operator-7", own ? OBJECTION : REASON));
        }
        var before = standing.appealed() ? null : standing.appealBefore(Duration.ofDays(7));
        return new Review(1, order().id(), "tern-one", SampleWorld.MEMBER, 85, evidence, steps, standing, before);
    }

    private Frame operator() {
        return frame("operator-7", "operator");
    }

    private Frame frame(String member, String role) {
        var session = new Session(member, Set.of(role), NOW, NOW.plus(Duration.ofDays(90)));
        return new Frame(words, "/", session, () -> "token", ASSETS);
    }
}
