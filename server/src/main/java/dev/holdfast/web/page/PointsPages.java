package dev.holdfast.web.page;

import dev.holdfast.community.points.Points;
import dev.holdfast.community.points.Rewards;
import dev.holdfast.community.points.Spending;
import dev.holdfast.kernel.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A member's points and what they are spent on.
@Controller
class PointsPages {
    private static final int SHOWN = 50;
    private static final String HERE = "/account/points";

    private final Points points;
    private final Rewards rewards;
    private final Templates templates;

    PointsPages(Points points, Rewards rewards, Templates templates) {
        this.points = points;
        this.rewards = rewards;
        this.templates = templates;
    }

    @GetMapping(HERE)
    Page look(
            Frame frame,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable String done) {
        var words = frame.words();
        var notice = done == null
                ? null
                : Notice.of(
                        words.say(done.equals("released") ? "points.released" : "points.reserved"),
                        words.say(done.equals("released") ? "points.released.text" : "points.reserved.text"));
        return templates.page("points", page(frame, before, notice));
    }

    @PostMapping(HERE + "/reservations")
    View reserve(
            Frame frame, @RequestParam(defaultValue = "") String reward, @RequestParam(defaultValue = "") String key) {
        var words = frame.words();
        return switch (rewards.reserve(frame.asker().member(), key, reward)) {
            case Spending.Reserved reserved -> SeeOther.to(HERE + "?done=reserved");
            case Spending.TooFewPoints(long active, long price) ->
                refused(
                        frame,
                        Notice.of(
                                words.say("points.refused.few"),
                                words.say(
                                        "points.refused.few.text",
                                        words.count("points.many", price),
                                        words.count("points.many", active))));
            case Spending.OutOfStock gone ->
                refused(frame, Notice.of(words.say("points.refused.gone"), words.say("points.refused.gone.text")));
            case Spending.RewardClosed closed ->
                refused(frame, Notice.of(words.say("points.refused.closed"), words.say("points.refused.closed.text")));
        };
    }

    @PostMapping(HERE + "/reservations/{number}/release")
    View release(Frame frame, @PathVariable long number) {
        try {
            rewards.release(number, frame.asker().member());
            return SeeOther.to(HERE + "?done=released");
        } catch (Problem over) {
            if (over.kind() != Problem.Kind.CONFLICT) {
                throw over;
            }
            var words = frame.words();
            return refused(frame, Notice.of(words.say("points.refused.over"), words.say("points.refused.over.text")));
        }
    }

    private Page refused(Frame frame, Notice notice) {
        return templates.refusal("points", page(frame.at(HERE), null, notice), 409);
    }

    private PointsPage page(Frame frame, @Nullable Long before, @Nullable Notice notice) {
        var member = frame.asker().member();
        return new PointsPage(
                frame,
                points.statement(member, before, SHOWN),
                rewards.all(false),
                rewards.of(member),
                points.rules(),
                UUID.randomUUID().toString(),
                notice);
    }
}
