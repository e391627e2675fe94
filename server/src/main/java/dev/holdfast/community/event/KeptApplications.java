package dev.holdfast.community.event;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What events keep about a member. Where the list is frozen the hash and its quotas stay, so that the draw
/// can still be replayed; the ticket that leads to the hash is gone, and so is everything the member said.
final class KeptApplications implements Keeper {
    private static final String APPLICATIONS = """
            select e.slug as event, encode(a.ticket, 'hex') as ticket, encode(a.hash, 'hex') as hash, a.city, a.state,
              a.drawn, a.applied_at as "appliedAt", a.since, a.attended_at as "attendedAt"
            from community.applicant a join community.event e on e.number = a.event
            where a.member = :member order by a.applied_at limit :max""";

    private static final String DONE = """
            select e.slug as event, d.duty, d.said, d.at
            from community.duty_done d join community.event e on e.number = d.event
            where d.member = :member order by d.at limit :max""";

    private static final String WARNINGS = """
            select e.slug as event, w.duty, w.reason, w.at
            from community.event_warning w join community.event e on e.number = w.event
            where w.member = :member order by w.at limit :max""";

    private static final String PAUSES = """
            select e.slug as event, p.from_day as "firstDay", p.to_day as "lastDay"
            from community.event_pause p join community.event e on e.number = p.event
            where p.member = :member order by p.from_day limit :max""";

    private static final String EVENTS = """
            select e.slug from community.applicant a join community.event e on e.number = a.event
            where a.member = :member order by e.number""";

    private static final String RENAME = """
            update community.applicant set member = :pseudonym, ticket = null, city = '' where member = :member""";

    private static final String FORGET_DONE = "delete from community.duty_done where member = :member";
    private static final String FORGET_WARNINGS = "delete from community.event_warning where member = :member";
    private static final String FORGET_PAUSES = "delete from community.event_pause where member = :member";

    private final JdbcClient jdbc;
    private final EventStore events;
    private final ApplicantStore applicants;
    private final Turns turns;
    private final InstantSource clock;

    KeptApplications(JdbcClient jdbc, EventStore events, ApplicantStore applicants, Turns turns, InstantSource clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.applicants = applicants;
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(
                new KeptTable("eventApplications", APPLICATIONS),
                new KeptTable("eventDuties", DONE),
                new KeptTable("eventWarnings", WARNINGS),
                new KeptTable("eventPauses", PAUSES));
    }

    /// A place that the member has goes to whose turn it is; an application before the freeze is withdrawn.
    @Override
    public void erase(String member, String pseudonym) {
        jdbc.sql(EVENTS).param("member", member).query(String.class).list().forEach(slug -> leave(slug, member));
        jdbc.sql(RENAME).param("member", member).param("pseudonym", pseudonym).update();
        for (String forget : List.of(FORGET_DONE, FORGET_WARNINGS, FORGET_PAUSES)) {
            jdbc.sql(forget).param("member", member).update();
        }
    }

    private void leave(String slug, String member) {
        EventRow event = events.lock(slug);
        applicants.find(event.number(), member).ifPresent(applicant -> {
            if (event.freeze() == null) {
                applicants.withdraw(event.number(), member);
            } else if (applicant.state() == PlaceState.APPLIED
                    || applicant.state() == PlaceState.RESERVE
                    || applicant.state() == PlaceState.WON
                    || applicant.state() == PlaceState.CONFIRMED) {
                turns.leave(event, List.of(applicant), PlaceState.GIVEN_BACK, clock.instant());
            }
        });
    }
}
