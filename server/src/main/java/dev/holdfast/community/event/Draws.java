package dev.holdfast.community.event;

import dev.holdfast.community.event.EventNews.Kind;
import dev.holdfast.launch.draw.Entrant;
import dev.holdfast.launch.draw.Figure;
import dev.holdfast.launch.draw.PlacesStatement;
import dev.holdfast.launch.draw.PlacesText;
import dev.holdfast.member.Members;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens to an event by the clock and by the figure: its list is frozen, its draw is made, silence
/// costs a place, and places of those who did not come are released.
final class Draws {
    /// Applicants in one transaction of the clock; the next round takes the rest.
    private static final int AT_ONCE = 500;

    /// Under way at one time. The clock looks at each of them once a second.
    private static final int MAX_UNDER_WAY = 1_000;

    private final EventStore events;
    private final ApplicantStore applicants;
    private final Turns turns;
    private final EventNews news;
    private final Members members;
    private final TransactionTemplate transactions;

    Draws(
            EventStore events,
            ApplicantStore applicants,
            Turns turns,
            EventNews news,
            Members members,
            TransactionTemplate transactions) {
        this.events = events;
        this.applicants = applicants;
        this.turns = turns;
        this.news = news;
        this.members = members;
        this.transactions = transactions;
    }

    /// One round of the clock.
    ///
    /// @return how much there was to do
    long round(Instant now) {
        return events.underWay(MAX_UNDER_WAY).stream()
                .filter(event -> isDue(event, now))
                .mapToLong(event -> round(event.slug(), now))
                .sum();
    }

    private boolean isDue(EventRow event, Instant now) {
        return mayFreeze(event, now)
                || mayRelease(event, now)
                || !now.isBefore(event.definition().endsAt())
                || (event.figure() != null
                        && !applicants.toConfirm(event.number(), now, 1).isEmpty());
    }

    private long round(String slug, Instant now) {
        Long done = transactions.execute(status -> {
            EventRow event = events.lock(slug);
            if (mayFreeze(event, now)) {
                freeze(event, now);
                return 1L;
            }
            if (mayRelease(event, now)) {
                turns.release(event, now);
                events.released(event.number(), now);
                return 1L;
            }
            if (!now.isBefore(event.definition().endsAt())) {
                events.over(event.number());
                return 1L;
            }
            return confirmations(event, now);
        });
        return done == null ? 0 : done;
    }

    /// A list that would be frozen after its figure can be known is not: another figure has to be named first.
    private static boolean mayFreeze(EventRow event, Instant now) {
        return event.freeze() == null
                && !now.isBefore(event.definition().closesAt())
                && now.isBefore(event.definition().figureAt());
    }

    private static boolean mayRelease(EventRow event, Instant now) {
        Instant at = event.definition().releaseAt();
        return at != null && event.figure() != null && event.releasedAt() == null && !now.isBefore(at);
    }

    private void freeze(EventRow event, Instant now) {
        List<Entrant> list = applicants.list(event.number());
        EventDefinition definition = event.definition();
        String root = PlacesStatement.root(definition.places(), definition.drawnQuotas(), list);
        events.freeze(event.number(), now, root, list.size());
    }

    /// Reminds at half time, and takes back a place whose time is over. A reminder that comes late, because
    /// nobody was there to send it, leaves half of the time from then on: without a warning nobody loses
    /// anything.
    private long confirmations(EventRow event, Instant now) {
        List<Applicant> silent = applicants.toConfirm(event.number(), now, AT_ONCE);
        for (Applicant one : silent) {
            Instant until = one.until() == null ? now : one.until();
            if (one.remindedAt() == null) {
                Instant half = now.plus(Duration.between(one.since(), until).dividedBy(2));
                Instant last = half.isAfter(until) ? half : until;
                applicants.remind(event.number(), one.member(), now, last);
                news.tell(Kind.REMINDED, event, Set.of(one.member()), now, Map.of("until", last.toString()));
            }
        }
        List<Applicant> lapsed =
                silent.stream().filter(one -> one.remindedAt() != null).toList();
        if (!lapsed.isEmpty()) {
            turns.leave(event, lapsed, PlaceState.LAPSED, now);
            news.tell(Kind.LAPSED, event, lapsed.stream().map(Applicant::member).toList(), now, Map.of());
        }
        return silent.size();
    }

    /// Enters the public figure, once, and makes the draw.
    void figure(String slug, String typed, String operator, Instant now) {
        String figure = Figure.checked(typed);
        transactions.executeWithoutResult(status -> {
            EventRow event = events.lock(slug);
            if (event.freeze() == null) {
                throw Refused.notFrozen();
            }
            if (now.isBefore(event.definition().figureAt())) {
                throw Refused.figureTooEarly(event.definition().figureAt());
            }
            if (!events.figure(event.number(), figure, now)) {
                throw Refused.figureEntered();
            }
            turns.draw(events.read(slug), figure, now);
            members.audit(operator, "enter_event_figure", slug, figure);
        });
    }

    /// The published text, with its moves.
    PlacesText.Read published(String slug) {
        EventRow event = events.read(slug);
        PlacesStatement statement = event.statement().orElseThrow(Refused::notFrozen);
        return new PlacesText.Read(statement, applicants.list(event.number()), applicants.moves(event.number()));
    }
}
