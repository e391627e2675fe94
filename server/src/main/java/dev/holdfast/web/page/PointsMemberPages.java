package dev.holdfast.web.page;

import dev.holdfast.community.points.Earning;
import dev.holdfast.community.points.Points;
import dev.holdfast.kernel.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where an operator reads one member's points, and puts right what went wrong with them.
@Controller
class PointsMemberPages {
    private static final int SHOWN = 100;
    private static final String HERE = "/operator/points/members";

    private final Points points;
    private final Templates templates;

    PointsMemberPages(Points points, Templates templates) {
        this.points = points;
        this.templates = templates;
    }

    @GetMapping(HERE)
    View look(
            Frame frame,
            @RequestParam(defaultValue = "") String member,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable String done) {
        frame.operating();
        return member.isBlank()
                ? SeeOther.to("/operator/points")
                : templates.page("staffPointsMember", page(frame, member.strip(), before, done != null, null));
    }

    /// @param key of the form, which makes it one activity however often it is sent
    @PostMapping(HERE + "/give")
    View give(
            Frame frame,
            @RequestParam(defaultValue = "") String member,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "0") long points,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String key) {
        var operator = frame.operating();
        return correct(
                frame,
                member,
                () -> this.points.correct(
                        new Earning.Activity(member, rule, "correction." + key, points), reason.strip(), operator));
    }

    @PostMapping(HERE + "/take")
    View take(
            Frame frame,
            @RequestParam(defaultValue = "") String member,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String activity,
            @RequestParam(defaultValue = "") String reason) {
        var operator = frame.operating();
        return correct(frame, member, () -> points.clawBack(rule, activity, reason.strip(), operator));
    }

    private View correct(Frame frame, String member, Runnable act) {
        try {
            act.run();
            return SeeOther.to(StaffPointsMemberPage.address(member) + "&done=1");
        } catch (Problem refused) {
            var here = frame.at(StaffPointsMemberPage.address(member));
            var why = PointsRulePages.why(frame.words(), refused);
            return templates.refusal("staffPointsMember", page(here, member, null, false, why), 422);
        }
    }

    private StaffPointsMemberPage page(
            Frame frame, String member, @Nullable Long before, boolean done, @Nullable String refused) {
        return new StaffPointsMemberPage(
                frame,
                member,
                points.statement(member, before, SHOWN),
                points.rules(),
                UUID.randomUUID().toString(),
                done,
                refused);
    }
}
