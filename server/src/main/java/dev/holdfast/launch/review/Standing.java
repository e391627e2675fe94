package dev.holdfast.launch.review;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where the review of an order stands; pure, so that a simulation can play it.
///
/// @param openedAt   since when somebody should look at it
/// @param decided    KEPT or RELEASED; null: nobody has decided
/// @param decidedAt  when
/// @param appealed   its member has objected
/// @param answered   and was answered
public record Standing(
        Instant openedAt, @Nullable Act decided, @Nullable Instant decidedAt, boolean appealed, boolean answered) {

    public static Standing opened(Instant at) {
        return new Standing(at, null, null, false, false);
    }

    public boolean open() {
        return decided == null;
    }

    /// Whether the act can be taken now.
    ///
    /// @param appealWithin how long a member may object, from when they were told
    public boolean lets(Act act, Duration appealWithin, Instant now) {
        return switch (act) {
            case OPENED -> false;
            case KEPT, RELEASED -> open();
            case APPEALED -> !appealed && decided != Act.KEPT && now.isBefore(appealBefore(appealWithin));
            case ANSWERED -> appealed && !answered;
        };
    }

    /// Told anew when it was released, so the time begins anew.
    public Instant appealBefore(Duration appealWithin) {
        return (decidedAt == null ? openedAt : decidedAt).plus(appealWithin);
    }

    public Standing then(Act act, Instant at) {
        return switch (act) {
            case OPENED -> this;
            case KEPT, RELEASED -> new Standing(openedAt, act, at, appealed, answered);
            case APPEALED -> new Standing(openedAt, decided, decidedAt, true, answered);
            case ANSWERED -> new Standing(openedAt, decided, decidedAt, appealed, true);
        };
    }
}
