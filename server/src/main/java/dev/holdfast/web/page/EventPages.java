package dev.holdfast.web.page;

import dev.holdfast.community.event.Events;
import dev.holdfast.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Trials and events for everybody, and what a member does about their own place.
@Controller
class EventPages {
    private static final String PLACE = "/events/{slug}/place";

    private final Events events;
    private final Templates templates;
    private final Clock clock;

    EventPages(Events events, Templates templates, Clock clock) {
        this.events = events;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/events")
    Page all(Frame frame) {
        return templates.page("events", new EventsPage(frame, events.all()));
    }

    @GetMapping("/events/{slug}")
    Page look(Frame frame, @PathVariable String slug) {
        return templates.page("event", page(frame, slug, null));
    }

    @PostMapping(PLACE)
    View apply(Frame frame, @PathVariable String slug, @RequestParam(defaultValue = "") String city) {
        var member = frame.asker().member();
        return after(frame, slug, () -> events.apply(slug, member, city));
    }

    @PostMapping(PLACE + "/confirm")
    View confirm(Frame frame, @PathVariable String slug) {
        var member = frame.asker().member();
        return after(frame, slug, () -> events.confirm(slug, member));
    }

    @PostMapping(PLACE + "/give-back")
    View giveBack(Frame frame, @PathVariable String slug) {
        var member = frame.asker().member();
        return after(frame, slug, () -> events.giveBack(slug, member));
    }

    @PostMapping(PLACE + "/attend")
    View attend(Frame frame, @PathVariable String slug, @RequestParam(defaultValue = "") String code) {
        var member = frame.asker().member();
        return after(frame, slug, () -> events.attend(slug, member, code));
    }

    @PostMapping(PLACE + "/pauses")
    View pause(
            Frame frame,
            @PathVariable String slug,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        var member = frame.asker().member();
        return after(frame, slug, () -> events.pause(slug, member, from, to));
    }

    @PostMapping(PLACE + "/duties/{duty}")
    View done(
            Frame frame,
            @PathVariable String slug,
            @PathVariable String duty,
            @RequestParam(defaultValue = "") String said) {
        var member = frame.asker().member();
        return after(frame, slug, () -> events.done(slug, member, duty, said));
    }

    /// Back to the event's page, which then says how things stand, or why nothing was done.
    private View after(Frame frame, String slug, Runnable act) {
        try {
            act.run();
            return SeeOther.to("/events/" + slug);
        } catch (Problem refused) {
            return switch (refused.kind()) {
                case CONFLICT, INVALID -> refused(frame, slug, refused);
                case MALFORMED, UNAUTHENTICATED, FORBIDDEN, UNKNOWN, TOO_LARGE, TOO_OFTEN, CAPACITY -> throw refused;
            };
        }
    }

    private Page refused(Frame frame, String slug, Problem refused) {
        var words = frame.words();
        var notice = Notice.of(words.say("event.refused"), words.sayOrQuote("event.refused.", refused.code()));
        int status = refused.kind() == Problem.Kind.INVALID ? 422 : 409;
        return templates.refusal("event", page(frame.at("/events/" + slug), slug, notice), status);
    }

    private EventPage page(Frame frame, String slug, @Nullable Notice notice) {
        var member = frame.member();
        var own = member == null ? null : events.find(slug, member).orElse(null);
        return new EventPage(frame, events.look(slug), own, clock.instant(), notice);
    }
}
