package dev.holdfast.web.page;

import dev.holdfast.community.event.Applicant;
import dev.holdfast.community.event.DutyStanding;
import dev.holdfast.community.event.EventDefinition;
import dev.holdfast.community.event.EventDefinition.City;
import dev.holdfast.community.event.EventDefinition.Share;
import dev.holdfast.community.event.EventState;
import dev.holdfast.community.event.EventView;
import dev.holdfast.community.event.OwnPlace;
import dev.holdfast.community.event.PlaceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One event: its places, its rules, its draw, and where the reader stands.
///
/// @param own null: nobody is signed in, or did not apply
/// @param notice why something was not done
record EventPage(
        Frame frame,
        EventView event,
        @Nullable OwnPlace own,
        Instant now,
        @Nullable Notice notice) {
    private static final Duration DOOR_BEFORE = Duration.ofHours(2);

    String address() {
        return "/events/" + event.slug();
    }

    String name(Map<String, String> names) {
        return frame.words().name(names);
    }

    String when() {
        return EventsPage.when(frame.words(), event);
    }

    String at(Instant instant) {
        return frame.words().instant(instant, event.definition().timeZone());
    }

    boolean mayApply() {
        return event.state() == EventState.OPEN && own == null;
    }

    List<City> cities() {
        return event.definition().cities();
    }

    String share(Share share) {
        var words = frame.words();
        var city = cities().stream()
                .filter(one -> one.id().equals(share.city()))
                .findFirst()
                .map(one -> words.say("event.fits.city", name(one.name())))
                .orElse("");
        var launch = share.launch() == null
                ? ""
                : words.say(share.delivered() ? "event.fits.owner" : "event.fits.order", share.launch());
        var months = share.months() == 0 ? "" : words.say("event.fits.months", words.number(share.months()));
        return String.join(
                words.say("event.and"),
                List.of(city, launch, months).stream()
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    String bounds(Share share) {
        var words = frame.words();
        var most = share.most();
        return most == null
                ? words.say("event.least", words.number(share.least()))
                : words.say("event.leastMost", words.number(share.least()), words.number(most));
    }

    /// The quotas that the reader fits.
    List<String> fits(Applicant applicant) {
        var quotas = event.definition().quotas();
        return IntStream.range(0, quotas.size())
                .filter(quota -> ((applicant.fits() >>> quota) & 1) == 1)
                .mapToObj(quota -> share(quotas.get(quota)))
                .toList();
    }

    boolean mayGiveBack(Applicant applicant) {
        return applicant.state() == PlaceState.APPLIED
                || applicant.state() == PlaceState.RESERVE
                || applicant.state() == PlaceState.WON
                || applicant.state() == PlaceState.CONFIRMED;
    }

    /// Whether there is a screen to read a code from.
    boolean mayAttend(Applicant applicant) {
        var definition = event.definition();
        boolean may = applicant.state().holds() || applicant.state() == PlaceState.RESERVE;
        return doorIsOpen(definition, now)
                && may
                && applicant.attendedAt() == null
                && event.state() == EventState.DRAWN;
    }

    /// Whether who comes is written down.
    static boolean doorIsOpen(EventDefinition event, Instant now) {
        return !now.isBefore(event.startsAt().minus(DOOR_BEFORE)) && now.isBefore(event.endsAt());
    }

    String due(DutyStanding duty) {
        var words = frame.words();
        var doneAt = duty.doneAt();
        return doneAt == null
                ? words.say("event.duty.due", words.day(duty.due()))
                : words.say("event.duty.done", at(doneAt));
    }

    int standing(PlaceState state) {
        return event.standing().getOrDefault(state, 0);
    }
}
