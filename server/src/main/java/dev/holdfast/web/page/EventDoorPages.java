package dev.holdfast.web.page;

import dev.holdfast.community.event.Events;
import dev.holdfast.kernel.Problem;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The door of an event: the code on its screen, and one applicant with what is done about them.
@Controller
class EventDoorPages {
    private static final String ONE = "/operator/events/{slug}";

    private final Events events;
    private final Templates templates;
    private final Clock clock;

    EventDoorPages(Events events, Templates templates, Clock clock) {
        this.events = events;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping(ONE + "/code")
    View code(Frame frame, @PathVariable String slug) {
        frame.operating();
        try {
            var page = new StaffEventCodePage(frame, events.look(slug), events.code(slug), clock.instant());
            return templates.page("staffEventCode", page);
        } catch (Problem closed) {
            var notice = Typed.refused(frame.words(), "desk.events.refused", closed);
            return templates.refusal("problem", new ProblemPage(frame, 409, notice), 409);
        }
    }

    /// Named in the query: a member's name may hold anything.
    @GetMapping(ONE + "/applicant")
    Page look(Frame frame, @PathVariable String slug, @RequestParam(defaultValue = "") String member) {
        frame.operating();
        return templates.page("staffApplicant", page(frame, slug, member, null));
    }

    @PostMapping(ONE + "/applicant/attendance")
    View admit(Frame frame, @PathVariable String slug, @RequestParam(defaultValue = "") String member) {
        var operator = frame.operating();
        return after(frame, slug, member, () -> events.admit(slug, member, operator));
    }

    @PostMapping(ONE + "/applicant/warning")
    View warn(
            Frame frame,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String member,
            @RequestParam(defaultValue = "") String duty,
            @RequestParam(defaultValue = "") String reason) {
        var operator = frame.operating();
        var said = ReviewPages.said(reason);
        return after(frame, slug, member, () -> events.warn(slug, member, duty, said, operator));
    }

    @PostMapping(ONE + "/applicant/removal")
    View remove(
            Frame frame,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String member,
            @RequestParam(defaultValue = "") String duty,
            @RequestParam(defaultValue = "") String reason) {
        var operator = frame.operating();
        var said = ReviewPages.said(reason);
        return after(frame, slug, member, () -> events.remove(slug, member, duty, said, operator));
    }

    private View after(Frame frame, String slug, String member, Runnable act) {
        var here = StaffEventPage.address(slug, member);
        try {
            act.run();
            return SeeOther.to(here);
        } catch (Problem refused) {
            var notice = Typed.refused(frame.words(), "desk.events.refused", refused);
            return templates.refusal(
                    "staffApplicant", page(frame.at(here), slug, member, notice), Typed.status(refused));
        }
    }

    private StaffApplicantPage page(Frame frame, String slug, String member, @Nullable Notice notice) {
        return new StaffApplicantPage(frame, events.look(slug), events.own(slug, member), clock.instant(), notice);
    }
}
