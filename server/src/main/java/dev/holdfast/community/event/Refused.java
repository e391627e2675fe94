package dev.holdfast.community.event;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.kernel.Problem.Kind;
import dev.holdfast.kernel.Storable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What is refused around an event, each with its cure.
final class Refused {
    static final int MAX_SAID = 2_000;
    private static final int MAX_QUOTED = 64;

    private Refused() {}

    static Problem fixed(String slug) {
        return new Problem(
                Kind.CONFLICT,
                "event_fixed",
                "Applications for '" + slug + "' have begun, so nothing that decides its draw or its duties can be"
                        + " changed. Name and text still can.");
    }

    static Problem notOpen(EventDefinition event) {
        return new Problem(
                Kind.CONFLICT,
                "applications_not_open",
                "Applications are taken from " + event.opensAt() + " to " + event.closesAt() + ".");
    }

    static Problem notApplied(String slug) {
        return new Problem(
                Kind.UNKNOWN, "not_applied", "This member did not apply for '" + slug + "', or withdrew again.");
    }

    static Problem appliedOtherwise(String city) {
        return new Problem(
                Kind.CONFLICT,
                "applied_otherwise",
                "You applied with the city '" + city + "'. Withdraw first, and apply again while applications are"
                        + " taken.");
    }

    static Problem noPlace(PlaceState state, String act) {
        return new Problem(Kind.CONFLICT, "no_place", "Nobody can " + act + " who stands as " + state + ".");
    }

    static Problem notFrozen() {
        return new Problem(
                Kind.CONFLICT,
                "draw_not_frozen",
                "The list of this draw is not frozen yet. It is published when it is.");
    }

    static Problem figureTooEarly(Instant from) {
        return new Problem(
                Kind.CONFLICT, "figure_too_early", "The figure is known from " + from + " on. Enter it then.");
    }

    static Problem figureEntered() {
        return new Problem(
                Kind.CONFLICT,
                "figure_entered",
                "The figure of this draw was entered before, and can be entered once only.");
    }

    static Problem doorClosed(EventDefinition event) {
        return new Problem(
                Kind.CONFLICT,
                "door_closed",
                "Who came is written down from " + Attendance.doorOpens(event) + " to " + event.endsAt()
                        + ", for holders and for reserves who wait.");
    }

    static Problem wrongCode() {
        return new Problem(
                Kind.CONFLICT,
                "code_wrong",
                "This is not the code on the screen now. It changes every 30 seconds: read it again.");
    }

    static Problem tooManyCodes() {
        return new Problem(
                Kind.CONFLICT,
                "codes_exhausted",
                "Too many wrong codes were typed. Go to somebody of the house: they can write down that you came.");
    }

    static Problem attended(Instant at) {
        return new Problem(
                Kind.CONFLICT,
                "already_attended",
                "It was written down at " + at + " that you came. A code is used once.");
    }

    static Problem unknownDuty(String duty) {
        return new Problem(Kind.UNKNOWN, "unknown_duty", "This event has no duty '" + duty + "'.");
    }

    static Problem notOverdue(LocalDate due) {
        return new Problem(
                Kind.CONFLICT,
                "duty_not_overdue",
                "The duty is done, or in time until " + due + " with its pauses. Nobody is warned for that.");
    }

    static Problem warnedBefore() {
        return new Problem(
                Kind.CONFLICT, "warned_before", "This member was warned of this duty before; the warning runs on.");
    }

    static Problem warningRequired() {
        return new Problem(
                Kind.CONFLICT,
                "warning_required",
                "Nobody is removed without a warning of the same duty before. Warn first.");
    }

    static Problem warningRuns(LocalDate until) {
        return new Problem(
                Kind.CONFLICT,
                "warning_running",
                "The warning runs to the end of " + until + ". Nobody is removed before.");
    }

    static Problem holidaysUsedUp(int days, long used) {
        return new Problem(
                Kind.CONFLICT,
                "holidays_used_up",
                "Each holder may pause " + days + " days, and " + used + " of yours are taken. Ask for fewer.");
    }

    /// @throws Problem INVALID when a text cannot be kept
    static String unlessSaid(String where, String typed, boolean required) {
        String said = typed.strip();
        boolean kept = said.codePoints().allMatch(point -> point == '\n' || Storable.character(point));
        if ((required && said.isEmpty()) || said.length() > MAX_SAID || !kept) {
            throw invalid(where, said, "must have " + (required ? 1 : 0) + " to " + MAX_SAID + " characters");
        }
        return said;
    }

    static Problem invalid(String where, String value, String reason) {
        return new Problem(
                Kind.INVALID,
                "invalid_request",
                "'" + where + "' " + reason + ".",
                List.of(new Fault(where, value.substring(0, Math.min(value.length(), MAX_QUOTED)), reason)));
    }
}
