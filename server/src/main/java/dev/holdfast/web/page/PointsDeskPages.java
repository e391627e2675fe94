package dev.holdfast.web.page;

import dev.holdfast.community.points.Points;
import dev.holdfast.community.points.Reservation;
import dev.holdfast.community.points.Rewards;
import dev.holdfast.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What the brand owes in points, and the rewards that wait to be handed over.
@Controller
class PointsDeskPages {
    private static final int SHOWN = 100;
    private static final String HERE = "/operator/points";

    private final Points points;
    private final Rewards rewards;
    private final Templates templates;

    PointsDeskPages(Points points, Rewards rewards, Templates templates) {
        this.points = points;
        this.rewards = rewards;
        this.templates = templates;
    }

    @GetMapping(HERE)
    Page look(
            Frame frame,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable String done) {
        frame.operating();
        return templates.page("staffPoints", page(frame, after, done != null, null));
    }

    @PostMapping(HERE + "/reservations/{number}/confirm")
    View confirm(Frame frame, @PathVariable long number) {
        return decide(frame, number, Reservation.State.CONFIRMED);
    }

    @PostMapping(HERE + "/reservations/{number}/release")
    View release(Frame frame, @PathVariable long number) {
        return decide(frame, number, Reservation.State.RELEASED);
    }

    private View decide(Frame frame, long number, Reservation.State to) {
        var operator = frame.operating();
        try {
            rewards.decide(number, to, "", operator);
            return SeeOther.to(HERE + "?done=1");
        } catch (Problem over) {
            if (over.kind() != Problem.Kind.CONFLICT) {
                throw over;
            }
            var why = frame.words().say("points.desk.over");
            return templates.refusal("staffPoints", page(frame.at(HERE), 0, false, why), 409);
        }
    }

    private StaffPointsPage page(Frame frame, long after, boolean done, @Nullable String refused) {
        return new StaffPointsPage(
                frame,
                points.report(),
                rewards.all(true),
                rewards.in(Reservation.State.RESERVED, after, SHOWN),
                SHOWN,
                done,
                refused);
    }
}
