package dev.holdfast.community.event;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.draw.Hashes;
import dev.holdfast.launch.draw.PlacesText;
import dev.holdfast.member.Members;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of events: what operators set up, what members ask for, and what everybody may see.
public final class Events {
    /// Events in the list that everybody sees: the latest.
    public static final int MAX_LISTED = 200;

    public static final int MAX_PAGE = 500;
    private static final int SECRET_BYTES = 32;
    private static final int TICKET_BYTES = 16;

    private final EventStore events;
    private final ApplicantStore applicants;
    private final Belongings belongings;
    private final Draws draws;
    private final Turns turns;
    private final Duties duties;
    private final Attendance attendance;
    private final Members members;
    private final TransactionTemplate transactions;
    private final SecureRandom random;
    private final InstantSource clock;

    Events(
            EventStore events,
            ApplicantStore applicants,
            Belongings belongings,
            Draws draws,
            Turns turns,
            Duties duties,
            Attendance attendance,
            Members members,
            TransactionTemplate transactions,
            SecureRandom random,
            InstantSource clock) {
        this.events = events;
        this.applicants = applicants;
        this.belongings = belongings;
        this.draws = draws;
        this.turns = turns;
        this.duties = duties;
        this.attendance = attendance;
        this.members = members;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    /// What the screen at the door shows.
    ///
    /// @param until when the next one is shown
    public record Code(String code, Instant until) {}

    /// Sets an event up or changes it; the same again changes nothing.
    ///
    /// @return true when it is new
    /// @throws Problem INVALID with every fault; CONFLICT `event_fixed` for what members rely on by now
    public boolean define(String slug, EventDefinition definition, String operator) {
        EventCheck.check(slug, definition);
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean made =
                    events.make(slug, definition, HexFormat.of().formatHex(bytes(SECRET_BYTES)), bytes(SECRET_BYTES));
            EventRow event = events.lock(slug);
            if (!made && event.definition().equals(definition)) {
                return false;
            }
            if (!made && !Changing.allowed(event, definition, clock.instant())) {
                throw Refused.fixed(slug);
            }
            events.change(event.number(), definition);
            members.audit(operator, made ? "make_event" : "change_event", slug, Changing.summary(definition));
            return made;
        }));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /// The latest events, the newest first.
    public List<EventView> all() {
        return events.all(MAX_LISTED).stream().map(this::view).toList();
    }

    /// @throws Problem UNKNOWN, as everything here that names an event
    public EventView look(String slug) {
        return view(events.read(slug));
    }

    private EventView view(EventRow event) {
        return new EventView(
                event.slug(),
                event.definition(),
                event.state(clock.instant()),
                applicants.count(event.number()),
                applicants.counts(event.number()),
                event.commitment(),
                event.statement().orElse(null));
    }

    /// Asks for a place, once; the same again gives the same ticket.
    ///
    /// @param city one of the event's, or empty where it has none
    public OwnPlace apply(String slug, String member, String city) {
        Instant now = clock.instant();
        transactions.executeWithoutResult(status -> {
            EventRow event = events.lock(slug);
            EventDefinition definition = event.definition();
            if (event.state(now) != EventState.OPEN) {
                throw Refused.notOpen(definition);
            }
            boolean known = definition.cities().isEmpty()
                    ? city.isEmpty()
                    : definition.cities().stream().anyMatch(one -> one.id().equals(city));
            if (!known) {
                throw Refused.invalid("city", city, "must be one of the event's cities");
            }
            byte[] ticket = bytes(TICKET_BYTES);
            int fits = Belongings.fits(definition.quotas(), city, belongings.of(member), now);
            boolean applied =
                    applicants.apply(event.number(), member, ticket, Hashes.ofTicket(ticket), city, fits, now);
            String before = applied ? city : applicant(event, member).city();
            if (!before.equals(city)) {
                throw Refused.appliedOtherwise(before);
            }
        });
        return own(slug, member);
    }

    /// Where a member stands.
    ///
    /// @throws Problem UNKNOWN `not_applied`
    public OwnPlace own(String slug, String member) {
        return find(slug, member).orElseThrow(() -> Refused.notApplied(slug));
    }

    /// The same; empty for whoever did not apply.
    public Optional<OwnPlace> find(String slug, String member) {
        EventRow event = events.read(slug);
        return applicants.find(event.number(), member).map(applicant -> {
            Integer drawn = applicant.state() == PlaceState.RESERVE ? applicant.drawn() : null;
            return new OwnPlace(
                    applicant,
                    drawn == null ? 0 : applicants.ahead(event.number(), drawn),
                    duties.of(event, applicant),
                    duties.pauses(event, member));
        });
    }

    private Applicant applicant(EventRow event, String member) {
        return applicants.find(event.number(), member).orElseThrow(() -> Refused.notApplied(event.slug()));
    }

    /// Runs an act on one applicant under the event's lock, and gives how they stand then.
    private OwnPlace act(String slug, String member, BiConsumer<EventRow, Applicant> act) {
        transactions.executeWithoutResult(status -> {
            EventRow event = events.lock(slug);
            act.accept(event, applicant(event, member));
        });
        return own(slug, member);
    }

    /// Confirms a place that was won; again changes nothing.
    public OwnPlace confirm(String slug, String member) {
        return act(slug, member, (event, applicant) -> {
            if (!applicant.state().holds()) {
                throw Refused.noPlace(applicant.state(), "confirm a place");
            }
            if (applicant.state() == PlaceState.WON) {
                applicants.stand(event.number(), List.of(member), PlaceState.CONFIRMED, clock.instant(), null);
            }
        });
    }

    /// Gives a place back, or the wait for one. Before the list is frozen the application is gone as if it
    /// had never been; after, its ticket stays in the list.
    public void giveBack(String slug, String member) {
        Instant now = clock.instant();
        transactions.executeWithoutResult(status -> {
            EventRow event = events.lock(slug);
            Applicant applicant = applicant(event, member);
            if (event.freeze() == null) {
                applicants.withdraw(event.number(), member);
                return;
            }
            boolean waits = applicant.state() == PlaceState.APPLIED || applicant.state() == PlaceState.RESERVE;
            if (!waits && !applicant.state().holds()) {
                throw Refused.noPlace(applicant.state(), "give a place back");
            }
            if (applicant.state() == PlaceState.ATTENDED && event.releasedAt() != null) {
                throw Refused.noPlace(applicant.state(), "give a place back");
            }
            turns.leave(event, List.of(applicant), PlaceState.GIVEN_BACK, now);
        });
    }

    /// Enters the code on the screen.
    public OwnPlace attend(String slug, String member, String code) {
        attendance.enter(slug, member, code, clock.instant());
        return own(slug, member);
    }

    /// Says that a duty is done.
    public OwnPlace done(String slug, String member, String duty, String said) {
        String kept = Refused.unlessSaid("said", said, true);
        return act(slug, member, (event, applicant) -> duties.done(event, applicant, duty, kept, clock.instant()));
    }

    /// Takes days of the holder's own holiday.
    public OwnPlace pause(String slug, String member, LocalDate from, LocalDate to) {
        return act(slug, member, (event, applicant) -> duties.pause(event, applicant, from, to, clock.instant()));
    }

    /// The draw as anybody may have it.
    public PlacesText.Read draw(String slug) {
        return draws.published(slug);
    }

    public void figure(String slug, String figure, String operator) {
        draws.figure(slug, figure, operator, clock.instant());
    }

    /// Applicants by name.
    ///
    /// @param state null: all
    /// @param limit at most [#MAX_PAGE]
    public List<Applicant> applicants(String slug, @Nullable PlaceState state, String after, int limit) {
        return applicants.page(events.read(slug).number(), state, after, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// What the screen at the door shows now.
    public Code code(String slug) {
        RotatingCode.Shown shown = attendance.code(slug, clock.instant());
        return new Code(shown.code(), shown.until());
    }

    /// Writes down by hand that somebody came.
    public OwnPlace admit(String slug, String member, String operator) {
        return act(slug, member, (event, applicant) -> {
            attendance.admit(event, member, clock.instant());
            members.audit(operator, "admit_to_event", member, slug);
        });
    }

    /// A holiday for everybody.
    public void pauseAll(String slug, LocalDate from, LocalDate to, String said, String operator) {
        String kept = Refused.unlessSaid("said", said, true);
        transactions.executeWithoutResult(status -> {
            duties.pauseAll(events.lock(slug), from, to, kept, clock.instant());
            members.audit(operator, "pause_event", slug, from + " to " + to + ": " + kept);
        });
    }

    /// Pauses for everybody.
    public List<Pause> pauses(String slug) {
        return duties.pauses(events.read(slug), "");
    }

    public OwnPlace warn(String slug, String member, String duty, String reason, String operator) {
        String kept = Refused.unlessSaid("reason", reason, true);
        return act(slug, member, (event, applicant) -> {
            duties.warn(event, applicant, duty, kept, operator, clock.instant());
            members.audit(operator, "warn_holder", member, slug + ", " + duty + ": " + kept);
        });
    }

    public OwnPlace remove(String slug, String member, String duty, String reason, String operator) {
        String kept = Refused.unlessSaid("reason", reason, true);
        return act(slug, member, (event, applicant) -> {
            duties.remove(event, applicant, duty, kept, clock.instant());
            members.audit(operator, "remove_holder", member, slug + ", " + duty + ": " + kept);
        });
    }

    /// One round of the clock.
    long round() {
        return draws.round(clock.instant());
    }
}
