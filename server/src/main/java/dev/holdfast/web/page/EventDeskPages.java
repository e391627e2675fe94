package dev.holdfast.web.page;

import dev.holdfast.community.event.Events;
import dev.holdfast.community.event.PlaceState;
import dev.holdfast.kernel.Problem;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Trials and events for those who run them: set up, drawn, and looked after.
@Controller
class EventDeskPages {
    private static final String ALL = "/operator/events";
    private static final String ONE = ALL + "/{slug}";
    private static final int SHOWN = 100;

    private final Events events;
    private final Templates templates;
    private final Clock clock;

    EventDeskPages(Events events, Templates templates, Clock clock) {
        this.events = events;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping(ALL)
    Page all(Frame frame) {
        frame.operating();
        return templates.page("staffEvents", new StaffEventsPage(frame, events.all()));
    }

    @GetMapping(ALL + "/new")
    Page begin(Frame frame) {
        frame.operating();
        return templates.page("staffEventForm", new StaffEventFormPage(frame, EventForm.BLANK, false, null));
    }

    @GetMapping(ONE + "/edit")
    Page edit(Frame frame, @PathVariable String slug) {
        frame.operating();
        var typed = EventForm.of(events.look(slug));
        return templates.page("staffEventForm", new StaffEventFormPage(frame, typed, true, null));
    }

    @PostMapping(ALL)
    View define(Frame frame, @RequestParam Map<String, String> form) {
        var operator = frame.operating();
        var typed = Typed.of(form);
        try {
            events.define(typed.text("slug"), EventForm.read(typed), operator);
            return SeeOther.to(ALL + "/" + typed.text("slug"));
        } catch (Problem refused) {
            var notice = Typed.refused(frame.words(), "desk.events.refused", refused);
            var page = new StaffEventFormPage(frame.at(ALL + "/new"), typed, typed.is("known", "true"), notice);
            return templates.refusal("staffEventForm", page, Typed.status(refused));
        }
    }

    @GetMapping(ONE)
    Page look(
            Frame frame,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable PlaceState state,
            @RequestParam(defaultValue = "") String after) {
        frame.operating();
        return templates.page("staffEvent", page(frame, slug, state, after, Typed.NOTHING, null));
    }

    @PostMapping(ONE + "/figure")
    View figure(Frame frame, @PathVariable String slug, @RequestParam Map<String, String> form) {
        var operator = frame.operating();
        var typed = Typed.of(form);
        return after(frame, slug, typed, () -> events.figure(slug, typed.text("figure"), operator));
    }

    @PostMapping(ONE + "/pauses")
    View pause(Frame frame, @PathVariable String slug, @RequestParam Map<String, String> form) {
        var operator = frame.operating();
        var typed = Typed.of(form);
        return after(
                frame,
                slug,
                typed,
                () -> events.pauseAll(slug, typed.day("from"), typed.day("to"), typed.text("said"), operator));
    }

    private View after(Frame frame, String slug, Typed typed, Runnable act) {
        try {
            act.run();
            return SeeOther.to(ALL + "/" + slug);
        } catch (Problem refused) {
            var notice = Typed.refused(frame.words(), "desk.events.refused", refused);
            var here = frame.at(ALL + "/" + slug);
            return templates.refusal("staffEvent", page(here, slug, null, "", typed, notice), Typed.status(refused));
        }
    }

    private StaffEventPage page(
            Frame frame, String slug, @Nullable PlaceState state, String after, Typed typed, @Nullable Notice notice) {
        return new StaffEventPage(
                frame,
                events.look(slug),
                events.applicants(slug, state, after, SHOWN),
                events.pauses(slug),
                state,
                SHOWN,
                clock.instant(),
                typed,
                notice);
    }
}
