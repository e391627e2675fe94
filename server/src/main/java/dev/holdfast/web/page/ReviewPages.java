package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.review.Act;
import dev.holdfast.launch.review.Reviews;
import dev.holdfast.launch.review.Reviews.Which;
import dev.holdfast.launch.review.Step;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Orders under review, for the operators who decide about them.
@Controller
class ReviewPages {
    private static final int SHOWN = 100;

    private final Launch launch;
    private final Reviews reviews;
    private final Templates templates;

    ReviewPages(Launch launch, Reviews reviews, Templates templates) {
        this.launch = launch;
        this.reviews = reviews;
        this.templates = templates;
    }

    @GetMapping("/operator/launches/{slug}/reviews")
    Page list(
            Frame frame,
            @PathVariable String slug,
            @RequestParam(defaultValue = "waiting") String show,
            @RequestParam(defaultValue = "0") long after) {
        frame.operating();
        var which = which(show);
        var found = reviews.of(slug, which, after, SHOWN);
        return templates.page("staffReviews", new StaffReviewsPage(frame, launch.look(slug), which, found, SHOWN));
    }

    @GetMapping("/operator/reviews/{id}")
    Page look(Frame frame, @PathVariable String id) {
        frame.operating();
        return templates.page("staffReview", page(frame, OrderPages.order(id), null));
    }

    /// @param act of the button that was pressed
    @PostMapping("/operator/reviews/{id}/decide")
    View decide(
            Frame frame,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String reason) {
        frame.operating();
        var decision = switch (act) {
            case "keep" -> Act.KEPT;
            case "release" -> Act.RELEASED;
            default ->
                throw new Problem(Problem.Kind.INVALID, "invalid_request", "A review is decided by keep or release.");
        };
        return step(frame, OrderPages.order(id), decision, reason);
    }

    @PostMapping("/operator/reviews/{id}/answer")
    View answer(Frame frame, @PathVariable String id, @RequestParam(defaultValue = "") String text) {
        frame.operating();
        return step(frame, OrderPages.order(id), Act.ANSWERED, text);
    }

    private View step(Frame frame, OrderId order, Act act, String typed) {
        var here = frame.at("/operator/reviews/" + order);
        var said = said(typed);
        if (!Step.fits(said)) {
            return templates.refusal("staffReview", page(here, order, unfit(frame.words())), 422);
        }
        if (reviews.decide(order, act, said, frame.asker()) instanceof Outcome.Refused refused) {
            var view = launch.look(launch.order(order, frame.asker()).order().launch());
            var notice = RefusalNotice.of(refused.refusal(), view, frame.words());
            return templates.refusal("staffReview", page(here, order, notice), 409);
        }
        return SeeOther.to("/operator/reviews/" + order);
    }

    private StaffReviewPage page(Frame frame, OrderId id, @Nullable Notice notice) {
        var review = reviews.find(id, frame.asker())
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNKNOWN, "unknown_order", "The order '" + id + "' is not under review."));
        var order = launch.order(id, frame.asker()).order();
        return new StaffReviewPage(frame, launch.look(order.launch()), order, review, reviews.beside(id), notice);
    }

    /// Forms send their lines with two characters at the end of each.
    static String said(String typed) {
        return typed.replace("\r\n", "\n").strip();
    }

    static Notice unfit(Words words) {
        return Notice.of(words.say("review.unfit"), words.say("review.unfit.text", words.number(Step.MAX_SAID)));
    }

    private static Which which(String show) {
        return switch (show.toLowerCase(Locale.ROOT)) {
            case "all" -> Which.ALL;
            case "released" -> Which.RELEASED;
            default -> Which.WAITING;
        };
    }
}
