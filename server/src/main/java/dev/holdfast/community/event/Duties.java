package dev.holdfast.community.event;

import dev.holdfast.community.event.EventDefinition.Duty;
import dev.holdfast.community.event.EventNews.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What holders of a place have to do, when it is due, and what may follow when it is not done: a warning,
/// and after its time a removal.
///
/// Pauses stop both clocks. They are read when a day is asked for, so a holiday that is told later moves
/// what runs.
final class Duties {
    static final int MAX_PAUSES = 50;
    private static final String EVERYBODY = "";

    private final DutyStore store;
    private final Turns turns;
    private final EventNews news;

    Duties(DutyStore store, Turns turns, EventNews news) {
        this.store = store;
        this.turns = turns;
        this.news = news;
    }

    List<Pause> pauses(EventRow event, String member) {
        return store.pauses(event.number(), member);
    }

    /// Empty for whoever holds no place.
    List<DutyStanding> of(EventRow event, Applicant applicant) {
        if (!applicant.state().holds() || event.definition().duties().isEmpty()) {
            return List.of();
        }
        List<Pause> pauses = pauses(event, applicant.member());
        Map<String, DutyStore.Done> done = store.done(event.number(), applicant.member());
        Map<String, DutyStore.Warning> warnings = store.warnings(event.number(), applicant.member());
        return event.definition().duties().stream()
                .map(duty -> standing(event, applicant, duty, pauses, done.get(duty.id()), warnings.get(duty.id())))
                .toList();
    }

    private static DutyStanding standing(
            EventRow event,
            Applicant applicant,
            Duty duty,
            List<Pause> pauses,
            DutyStore.@Nullable Done done,
            DutyStore.@Nullable Warning warning) {
        EventDefinition definition = event.definition();
        Instant gotAt = applicant.gotAt();
        LocalDate joined = day(definition, gotAt == null ? applicant.since() : gotAt);
        LocalDate from = joined.isAfter(duty.from()) ? joined : duty.from();
        return new DutyStanding(
                duty,
                DueDay.of(from, duty.days(), pauses),
                done == null ? null : done.at(),
                done == null ? "" : done.said(),
                warning == null
                        ? null
                        : new DutyStanding.Warning(
                                warning.reason(),
                                warning.at(),
                                DueDay.of(
                                        day(definition, warning.at()).plusDays(1), definition.warningDays(), pauses)));
    }

    private static LocalDate day(EventDefinition event, Instant at) {
        return at.atZone(event.timeZone()).toLocalDate();
    }

    void done(EventRow event, Applicant applicant, String id, String said, Instant now) {
        DutyStanding standing = one(event, applicant, id);
        store.done(event.number(), applicant.member(), standing.duty().id(), said, now);
    }

    private DutyStanding one(EventRow event, Applicant applicant, String id) {
        if (event.definition().duty(id).isEmpty()) {
            throw Refused.unknownDuty(id);
        }
        return of(event, applicant).stream()
                .filter(standing -> standing.duty().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.noPlace(applicant.state(), "have a duty"));
    }

    /// A holder's own holiday, of the days that each may take.
    void pause(EventRow event, Applicant applicant, LocalDate from, LocalDate to, Instant now) {
        if (!applicant.state().holds()) {
            throw Refused.noPlace(applicant.state(), "pause duties");
        }
        EventDefinition definition = event.definition();
        Pause asked = new Pause(true, from, to, "");
        unlessPossible(definition, asked, now);
        long used = pauses(event, applicant.member()).stream()
                .filter(Pause::own)
                .mapToLong(Pause::days)
                .sum();
        if (used + asked.days() > definition.holidayDays()) {
            throw Refused.holidaysUsedUp(definition.holidayDays(), used);
        }
        store.pause(event.number(), applicant.member(), from, to, "");
    }

    /// A holiday for everybody.
    void pauseAll(EventRow event, LocalDate from, LocalDate to, String said, Instant now) {
        unlessPossible(event.definition(), new Pause(false, from, to, said), now);
        if (pauses(event, EVERYBODY).size() >= MAX_PAUSES) {
            throw Refused.invalid("from", from.toString(), "is one pause too many: there may be " + MAX_PAUSES);
        }
        store.pause(event.number(), EVERYBODY, from, to, said);
    }

    /// What is past was due when it was due.
    private static void unlessPossible(EventDefinition event, Pause pause, Instant now) {
        LocalDate today = day(event, now);
        if (pause.from().isBefore(today)) {
            throw Refused.invalid("from", pause.from().toString(), "must not come before today, " + today);
        }
        if (pause.to().isBefore(pause.from()) || pause.days() > EventCheck.MAX_DAYS) {
            throw Refused.invalid(
                    "to",
                    pause.to().toString(),
                    "must not come before 'from', nor " + EventCheck.MAX_DAYS + " days after");
        }
    }

    void warn(EventRow event, Applicant applicant, String id, String reason, String operator, Instant now) {
        DutyStanding standing = one(event, applicant, id);
        if (!standing.overdue(day(event.definition(), now))) {
            throw Refused.notOverdue(standing.due());
        }
        if (!store.warn(event.number(), applicant.member(), id, reason, operator, now)) {
            throw Refused.warnedBefore();
        }
        LocalDate until = DueDay.of(
                day(event.definition(), now).plusDays(1),
                event.definition().warningDays(),
                pauses(event, applicant.member()));
        Instant end =
                until.plusDays(1).atStartOfDay(event.definition().timeZone()).toInstant();
        news.tell(
                Kind.WARNED,
                event,
                Set.of(applicant.member()),
                now,
                Map.of("duty", id, "reason", reason, "until", end.toString()));
    }

    /// Takes a place away, after a warning of the same duty whose time is over and which nothing came of.
    void remove(EventRow event, Applicant applicant, String id, String reason, Instant now) {
        DutyStanding standing = one(event, applicant, id);
        LocalDate today = day(event.definition(), now);
        DutyStanding.Warning warning = standing.warning();
        if (!standing.overdue(today)) {
            throw Refused.notOverdue(standing.due());
        }
        if (warning == null) {
            throw Refused.warningRequired();
        }
        if (!today.isAfter(warning.runsUntil())) {
            throw Refused.warningRuns(warning.runsUntil());
        }
        turns.leave(event, List.of(applicant), PlaceState.REMOVED, now);
        news.tell(Kind.REMOVED, event, Set.of(applicant.member()), now, Map.of("duty", id, "reason", reason));
    }
}
