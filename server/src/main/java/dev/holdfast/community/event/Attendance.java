package dev.holdfast.community.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/// Who came: by the code on the screen, or by the word of somebody at the door.
final class Attendance {
    /// Twice the codes of an hour would be guessed through in years; ten wrong ones are no mistyping.
    static final int MAX_CODES = 10;

    private static final Duration DOOR_BEFORE = Duration.ofHours(2);

    private final EventStore events;
    private final ApplicantStore applicants;
    private final TransactionTemplate transactions;

    Attendance(EventStore events, ApplicantStore applicants, TransactionTemplate transactions) {
        this.events = events;
        this.applicants = applicants;
        this.transactions = transactions;
    }

    static Instant doorOpens(EventDefinition event) {
        return event.startsAt().minus(DOOR_BEFORE);
    }

    RotatingCode.Shown code(String slug, Instant now) {
        EventRow event = events.read(slug);
        unlessOpen(event, now);
        return code(event).at(now);
    }

    private RotatingCode code(EventRow event) {
        return new RotatingCode(events.codeSecret(event.number()));
    }

    private static void unlessOpen(EventRow event, Instant now) {
        EventDefinition definition = event.definition();
        boolean open = !now.isBefore(doorOpens(definition)) && now.isBefore(definition.endsAt());
        if (event.figure() == null || !open) {
            throw Refused.doorClosed(definition);
        }
    }

    /// Each attempt is counted before it is judged, so that nobody guesses with many hands at once.
    void enter(String slug, String member, String typed, Instant now) {
        EventRow event = events.read(slug);
        Applicant applicant = at(event, member, now);
        Instant before = applicant.attendedAt();
        if (before != null) {
            throw Refused.attended(before);
        }
        if (!applicants.attempt(event.number(), member, MAX_CODES)) {
            throw Refused.tooManyCodes();
        }
        if (!code(event).accepts(typed.strip(), now)) {
            throw Refused.wrongCode();
        }
        transactions.executeWithoutResult(status -> admit(events.lock(slug), member, now));
    }

    /// Joins the running transaction, which holds the event.
    void admit(EventRow event, String member, Instant now) {
        Applicant applicant = at(event, member, now);
        Instant before = applicant.attendedAt();
        if (before != null) {
            throw Refused.attended(before);
        }
        if (applicant.state().holds()) {
            applicants.stand(event.number(), Set.of(member), PlaceState.ATTENDED, now, null);
        }
        applicants.attend(event.number(), member, now);
    }

    private Applicant at(EventRow event, String member, Instant now) {
        Applicant applicant =
                applicants.find(event.number(), member).orElseThrow(() -> Refused.notApplied(event.slug()));
        unlessOpen(event, now);
        if (!applicant.state().holds() && applicant.state() != PlaceState.RESERVE) {
            throw Refused.noPlace(applicant.state(), "come in");
        }
        return applicant;
    }
}
