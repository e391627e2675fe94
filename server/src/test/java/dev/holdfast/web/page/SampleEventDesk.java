package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.community.event.EventState;
import dev.holdfast.community.event.Events;
import dev.holdfast.community.event.Pause;
import dev.holdfast.community.event.PlaceState;
import dev.holdfast.member.Session;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Trials and events as those who run them see them, from the sample world.
final class SampleEventDesk {
    private static final Assets ASSETS = new Assets();

    private final Words words;

    SampleEventDesk(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        var open = SampleEvents.view(EventState.OPEN);
        var drawn = SampleEvents.view(EventState.DRAWN);
        var won = SampleEvents.own(PlaceState.WON, SampleEvents.duties());
        var reserve = SampleEvents.own(PlaceState.RESERVE, List.of());
        var holiday = new Pause(false, LocalDate.parse("2027-02-05"), LocalDate.parse("2027-02-12"), "Spring Festival");
        pages.put("desk-events", render("staffEvents", new StaffEventsPage(frame(), List.of(open, drawn))));
        pages.put(
                "desk-event-form",
                render("staffEventForm", new StaffEventFormPage(frame(), EventForm.of(open), true, null)));
        pages.put(
                "desk-event",
                render(
                        "staffEvent",
                        new StaffEventPage(
                                frame(),
                                drawn,
                                List.of(won.applicant(), reserve.applicant()),
                                List.of(holiday),
                                null,
                                100,
                                NOW,
                                Typed.NOTHING,
                                null)));
        pages.put("desk-applicant", render("staffApplicant", new StaffApplicantPage(frame(), drawn, won, NOW, null)));
        var code = new Events.Code("048213", NOW.plus(Duration.ofSeconds(17)));
        pages.put("desk-event-code", render("staffEventCode", new StaffEventCodePage(frame(), drawn, code, NOW)));
        return pages;
    }

    private Frame frame() {
        var session = new Session("operator-1", Set.of("operator"), NOW, NOW.plus(Duration.ofHours(12)));
        return new Frame(words, "/operator/events", session, () -> "token", ASSETS);
    }

    private static String render(String template, Object page) {
        return SamplePages.render(template, page);
    }
}
