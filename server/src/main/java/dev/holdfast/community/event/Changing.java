package dev.holdfast.community.event;

import java.time.Instant;
import java.util.Map;

/// What of an event may still be changed.
final class Changing {
    private Changing() {}

    /// Before applications begin everything; then name and text. One exception: where nobody froze the list
    /// before the figure could be known, another figure has to be named, because whoever knows the old one
    /// could bend the draw.
    static boolean allowed(EventRow event, EventDefinition wanted, Instant now) {
        EventDefinition kept = event.definition();
        if (now.isBefore(kept.opensAt())) {
            return true;
        }
        boolean missed = event.freeze() == null && !now.isBefore(kept.figureAt());
        if (missed && !wanted.figureAt().isAfter(now.plus(EventCheck.MIN_BEFORE_FIGURE))) {
            return false;
        }
        return decisive(kept, missed).equals(decisive(wanted, missed));
    }

    /// The definition without what may change.
    private static EventDefinition decisive(EventDefinition event, boolean anotherFigure) {
        return new EventDefinition(
                Map.of(),
                Map.of(),
                event.places(),
                event.cities(),
                event.quotas(),
                event.opensAt(),
                event.closesAt(),
                anotherFigure ? "" : event.figure(),
                anotherFigure ? Instant.EPOCH : event.figureAt(),
                event.confirmWithin(),
                event.startsAt(),
                event.releaseAt(),
                event.endsAt(),
                event.timeZone(),
                event.duties(),
                event.warningDays(),
                event.holidayDays());
    }

    /// What the trail keeps of it.
    static String summary(EventDefinition event) {
        return event.places() + " places, " + event.quotas().size() + " quotas, applications " + event.opensAt()
                + " to " + event.closesAt() + ", figure at " + event.figureAt();
    }
}
