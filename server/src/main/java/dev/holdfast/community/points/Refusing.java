package dev.holdfast.community.points;

import dev.holdfast.kernel.Problem;
import java.util.Locale;

/// Why something about points cannot be done.
final class Refusing {
    private Refusing() {}

    static Problem unknownRule(String name) {
        return new Problem(
                Problem.Kind.UNKNOWN,
                "unknown_points_rule",
                "There is no rule '" + name + "' by which points are earned.");
    }

    static Problem unknownActivity(String rule, String activity) {
        return new Problem(
                Problem.Kind.UNKNOWN,
                "unknown_activity",
                "Nothing was ever earned by '" + rule + "' for the activity '" + activity + "'.");
    }

    static Problem unknownReward(String name) {
        return new Problem(Problem.Kind.UNKNOWN, "unknown_reward", "There is no reward '" + name + "'.");
    }

    static Problem unknownReservation(long number) {
        return new Problem(
                Problem.Kind.UNKNOWN,
                "unknown_reservation",
                "There is no reservation " + number + " that you may see. Maybe it is another member's.");
    }

    static Problem ruleClosed(String name) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "points_rule_closed",
                "Nothing is earned by the rule '" + name + "' any more. Open it again.");
    }

    static Problem ofAnother(String activity) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "activity_of_another",
                "The activity '" + activity + "' earned for another member before. Name each activity once.");
    }

    static Problem stockTaken(String name) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "stock_taken",
                "More pieces of '" + name + "' are reserved or handed over than there would be.");
    }

    static Problem wrongState(Reservation reservation) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "reservation_over",
                "Reservation " + reservation.number() + " is "
                        + reservation.state().name().toLowerCase(Locale.ROOT) + " since " + reservation.changedAt()
                        + ", and was open until " + reservation.until() + ". This act is not possible any more.");
    }

    static Problem keyReused(Reservation before) {
        return new Problem(
                Problem.Kind.INVALID,
                "idempotency_key_reused",
                "This key reserved '" + before.reward() + "' before. Send a new key with a new wish.");
    }
}
