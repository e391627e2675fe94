package dev.holdfast.web.page;

import dev.holdfast.community.event.Applicant;
import dev.holdfast.community.event.EventState;
import dev.holdfast.community.event.EventView;
import dev.holdfast.community.event.Pause;
import dev.holdfast.community.event.PlaceState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One event for those who run it: how its draw stands, and everybody who asked for a place.
///
/// @param state of those who are shown; null: all
/// @param size of a full page
/// @param typed what the form that was refused holds
record StaffEventPage(
        Frame frame,
        EventView event,
        List<Applicant> applicants,
        List<Pause> pauses,
        @Nullable PlaceState state,
        int size,
        Instant now,
        Typed typed,
        @Nullable Notice notice) {
    StaffEventPage {
        applicants = List.copyOf(applicants);
        pauses = List.copyOf(pauses);
    }

    Words words() {
        return frame.words();
    }

    String address() {
        return "/operator/events/" + event.slug();
    }

    String name() {
        return words().name(event.definition().name());
    }

    String when() {
        return EventsPage.when(words(), event);
    }

    String at(Instant instant) {
        return words().instant(instant, event.definition().timeZone());
    }

    String atOrNone(@Nullable Instant instant) {
        return instant == null ? "" : at(instant);
    }

    /// Whether the public figure is what the draw waits for now.
    boolean waitsForFigure() {
        return event.state() == EventState.CLOSED
                && event.statement() != null
                && !now.isBefore(event.definition().figureAt());
    }

    /// The list was not frozen before the figure could be known: another has to be named.
    boolean missed() {
        return event.state() == EventState.CLOSED
                && event.statement() == null
                && !now.isBefore(event.definition().figureAt());
    }

    /// Those where anybody stands.
    List<PlaceState> states() {
        return Arrays.stream(PlaceState.values())
                .filter(one -> standing(one) > 0 || one == state)
                .toList();
    }

    int standing(PlaceState one) {
        return event.standing().getOrDefault(one, 0);
    }

    String tab(PlaceState one) {
        return words().say("desk.events.tab", words().say("desk.place." + one), words().number(standing(one)));
    }

    String address(@Nullable PlaceState one) {
        return one == null ? address() : address() + "?state=" + one;
    }

    static String address(String slug, String member) {
        return "/operator/events/" + slug + "/applicant?member=" + URLEncoder.encode(member, StandardCharsets.UTF_8);
    }

    String number(Applicant applicant) {
        var drawn = applicant.drawn();
        return drawn == null ? "" : words().number(drawn);
    }

    @Nullable
    String next() {
        if (applicants.size() < size) {
            return null;
        }
        var after = URLEncoder.encode(applicants.getLast().member(), StandardCharsets.UTF_8);
        return address() + "?after=" + after + (state == null ? "" : "&state=" + state);
    }
}
