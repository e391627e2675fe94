package dev.holdfast.web.page;

import dev.holdfast.community.event.DutyStanding;
import dev.holdfast.community.event.EventState;
import dev.holdfast.community.event.EventView;
import dev.holdfast.community.event.OwnPlace;
import dev.holdfast.community.event.PlaceState;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One applicant of an event: how they stand, and what of their duties is due.
record StaffApplicantPage(
        Frame frame,
        EventView event,
        OwnPlace own,
        Instant now,
        @Nullable Notice notice) {
    Words words() {
        return frame.words();
    }

    String name() {
        return words().name(event.definition().name());
    }

    String base() {
        return "/operator/events/" + event.slug();
    }

    String at(Instant instant) {
        return words().instant(instant, event.definition().timeZone());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, event.definition().timeZone());
    }

    String due(DutyStanding duty) {
        var done = duty.doneAt();
        return done == null
                ? words().say("event.duty.due", words().day(duty.due()))
                : words().say("event.duty.done", at(done));
    }

    boolean mayWarn(DutyStanding duty) {
        return duty.overdue(today()) && duty.warning() == null;
    }

    /// After a warning whose time is over, and not before.
    boolean mayRemove(DutyStanding duty) {
        var warning = duty.warning();
        return duty.overdue(today()) && warning != null && today().isAfter(warning.runsUntil());
    }

    boolean mayAdmit() {
        var applicant = own.applicant();
        boolean may = applicant.state().holds() || applicant.state() == PlaceState.RESERVE;
        return event.state() == EventState.DRAWN
                && EventPage.doorIsOpen(event.definition(), now)
                && may
                && applicant.attendedAt() == null;
    }
}
