package dev.holdfast.launch.consent;

import dev.holdfast.launch.AtFault;
import dev.holdfast.launch.Consent.State;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a move of the window, an answer and the passing of time do to the question whether a member agrees to wait:
/// each gives the next [Standing], or none when it changes nothing. No clock, no database.
///
/// A later window is always measured against the one the member last agreed to, never against one they were merely
/// told: so two short slips in a row are not two first ones, and a better plan that takes all of it back leaves nothing
/// to ask.
public final class Consenting {
    private Consenting() {}

    /// A window that moves.
    ///
    /// @param was first day before; null: none was known
    /// @param from first day now; null: none is known any more
    /// @param state of the order
    public record Move(
            @Nullable LocalDate was, @Nullable LocalDate from, OrderState state, String reason, AtFault atFault) {}

    /// Where and when a question is asked.
    public record Asking(RuleSet rules, ZoneId zone, Instant now) {}

    public static Optional<Standing> moved(Asking asking, Standing standing, Move move) {
        if (!paid(move.state())) {
            return Optional.empty();
        }
        Question open = standing.open() || standing.agreedToWait() ? standing.question() : null;
        LocalDate agreed = open == null ? move.was() : open.agreed();
        if (agreed == null || !later(agreed, move.from())) {
            // An order on the waiting list was promised nothing, and what is no later needs no consent.
            return open == null ? Optional.empty() : Optional.of(standing.then(State.WITHDRAWN));
        }
        int slips = standing.slips() + (move.was() != null && later(move.was(), move.from()) ? 1 : 0);
        boolean silenceKeeps = silenceKeeps(asking.rules(), agreed, move.from(), slips);
        Question question = new Question(
                agreed,
                move.from(),
                slips,
                silenceKeeps,
                payback(asking.rules(), silenceKeeps, move),
                move.reason(),
                asking.now(),
                answerBy(asking, agreed, move.from(), silenceKeeps));
        return Optional.of(new Standing(State.ASKED, slips, question));
    }

    /// The member says whether they keep the order. Only while they are asked, and to leave also while they may.
    public static Optional<Standing> answered(Standing standing, boolean keep, Instant now) {
        boolean mayAnswer = keep ? standing.open() && standing.mayLeave(now) : standing.mayLeave(now);
        return mayAnswer ? Optional.of(standing.then(keep ? State.KEPT : State.LEFT)) : Optional.empty();
    }

    /// The date has come: silence keeps the order or ends it.
    public static Optional<Standing> timePassed(Standing standing, Instant now) {
        Question question = standing.question();
        if (!standing.open() || question == null || now.isBefore(question.answerBy())) {
            return Optional.empty();
        }
        return Optional.of(standing.then(question.silenceKeeps() ? State.KEPT_BY_SILENCE : State.LEFT_BY_SILENCE));
    }

    /// The member chose another offer, and with it another window: what slipped before is over.
    public static Optional<Standing> chosenAnew(Standing standing) {
        boolean nothingToForget = !standing.open() && standing.slips() == 0;
        return nothingToForget ? Optional.empty() : Optional.of(new Standing(State.WITHDRAWN, 0, standing.question()));
    }

    /// Whoever has not paid is bound to nothing, and what was handed over is not late any more.
    static boolean paid(OrderState state) {
        return switch (state) {
            case PLACED, LOCKED, SCHEDULED, BUILT, READY -> true;
            case HELD, DELIVERED, EXPIRED, CANCELLED -> false;
        };
    }

    /// The deposit of a locked order is a binding one.
    static boolean binding(OrderState state) {
        return paid(state) && state != OrderState.PLACED;
    }

    static boolean later(LocalDate agreed, @Nullable LocalDate from) {
        return from == null || from.isAfter(agreed);
    }

    /// Silence counts as consent for a first slip, to a window that is known, and not far away.
    static boolean silenceKeeps(RuleSet rules, LocalDate agreed, @Nullable LocalDate from, int slips) {
        return from != null
                && slips <= rules.silenceMaxSlips()
                && ChronoUnit.DAYS.between(agreed, from) <= rules.silenceMaxDays();
    }

    /// The seller failed where silence is no consent any more; a short first delay breaks no contract yet.
    static int payback(RuleSet rules, boolean silenceKeeps, Move move) {
        boolean excused = rules.forceMajeureExcuses() && move.atFault() == AtFault.FORCE_MAJEURE;
        return binding(move.state()) && !silenceKeeps && !excused ? rules.bindingPayback() : 1;
    }

    /// Where silence keeps, a member may leave until the new window begins. Else they have the days of the rules,
    /// though not beyond those after the end of the window they agreed to; and always the fewest days of the rules.
    static Instant answerBy(Asking asking, LocalDate agreed, @Nullable LocalDate from, boolean silenceKeeps) {
        RuleSet rules = asking.rules();
        LocalDate today = LocalDate.ofInstant(asking.now(), asking.zone());
        LocalDate last;
        if (silenceKeeps && from != null) {
            last = from.minusDays(1);
        } else {
            LocalDate byRule = today.plusDays(rules.answerDays());
            LocalDate doubtEnds = Window.ofWeek(agreed).to().plusDays(rules.answerAfterWindowDays());
            last = byRule.isBefore(doubtEnds) ? byRule : doubtEnds;
        }
        LocalDate soonest = today.plusDays(rules.answerMinDays());
        LocalDate day = last.isBefore(soonest) ? soonest : last;
        return day.plusDays(1).atStartOfDay(asking.zone()).toInstant();
    }
}
