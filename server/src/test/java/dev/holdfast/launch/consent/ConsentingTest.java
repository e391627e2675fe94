package dev.holdfast.launch.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.launch.AtFault;
import dev.holdfast.launch.Consent.State;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.consent.Consenting.Asking;
import dev.holdfast.launch.consent.Consenting.Move;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each rule of consent, with a case it is for and one it is not for.
class ConsentingTest {
    private static final RuleSet STRICT = RuleSets.of("strict");
    private static final RuleSet MAINLAND = RuleSets.of("mainland");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /// A Friday, eight in the evening in Shanghai.
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static final LocalDate AGREED = LocalDate.parse("2027-03-01");

    private static Asking strictly(Instant now) {
        return new Asking(STRICT, SHANGHAI, now);
    }

    private static Move move(@Nullable LocalDate was, @Nullable LocalDate from, OrderState state) {
        return new Move(was, from, state, "supply_changed", AtFault.SUPPLIER);
    }

    private static Move late(int weeks) {
        return move(AGREED, AGREED.plusWeeks(weeks), OrderState.PLACED);
    }

    private static Standing asked(Standing standing, Move move) {
        Standing next = Consenting.moved(strictly(NOW), standing, move).orElseThrow();
        assertEquals(State.ASKED, next.state());
        return next;
    }

    private static Question question(Standing standing) {
        return Objects.requireNonNull(standing.question());
    }

    private static Question question(Move move) {
        return question(asked(Standing.UNTOUCHED, move));
    }

    private static Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(SHANGHAI).toInstant();
    }

    private static boolean touches(Standing standing, Move move) {
        return Consenting.moved(strictly(NOW), standing, move).isPresent();
    }

    @Test
    void a_later_window_is_asked_about_and_an_earlier_or_equal_one_is_not() {
        Question question = question(late(1));
        assertEquals(AGREED, question.agreed());
        assertEquals(AGREED.plusWeeks(1), question.window());
        assertEquals("supply_changed", question.reason());
        assertFalse(touches(Standing.UNTOUCHED, late(0)));
        assertFalse(touches(Standing.UNTOUCHED, late(-1)));
    }

    @Test
    void an_order_that_waited_for_a_window_is_asked_nothing_when_it_gets_one() {
        assertFalse(touches(Standing.UNTOUCHED, move(null, AGREED, OrderState.PLACED)));
        assertTrue(touches(Standing.UNTOUCHED, move(AGREED, null, OrderState.PLACED)));
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void only_who_has_paid_and_not_received_is_asked(OrderState state) {
        boolean asked = switch (state) {
            case PLACED, LOCKED, SCHEDULED, BUILT, READY -> true;
            case HELD, DELIVERED, EXPIRED, CANCELLED -> false;
        };
        assertEquals(asked, touches(Standing.UNTOUCHED, move(AGREED, AGREED.plusWeeks(1), state)));
    }

    @Test
    void silence_keeps_an_order_that_slips_for_the_first_time_by_thirty_days_or_less() {
        assertTrue(question(late(4)).silenceKeeps());
        assertFalse(question(late(5)).silenceKeeps());
        assertTrue(Consenting.silenceKeeps(STRICT, AGREED, AGREED.plusDays(30), 1));
        assertFalse(Consenting.silenceKeeps(STRICT, AGREED, AGREED.plusDays(31), 1));
    }

    @Test
    void silence_does_not_keep_an_order_whose_window_is_lost() {
        Question question = question(move(AGREED, null, OrderState.PLACED));
        assertTrue(question.indefinite());
        assertFalse(question.silenceKeeps());
    }

    @Test
    void silence_does_not_keep_an_order_that_slips_again() {
        Standing kept = Consenting.answered(asked(Standing.UNTOUCHED, late(1)), true, NOW)
                .orElseThrow();
        Standing again = asked(kept, move(AGREED.plusWeeks(1), AGREED.plusWeeks(2), OrderState.PLACED));
        assertEquals(2, again.slips());
        assertEquals(AGREED.plusWeeks(1), question(again).agreed());
        assertFalse(question(again).silenceKeeps());
    }

    @Test
    void a_second_slip_before_the_answer_is_measured_against_what_was_agreed_to() {
        Standing again = asked(
                asked(Standing.UNTOUCHED, late(1)), move(AGREED.plusWeeks(1), AGREED.plusWeeks(2), OrderState.PLACED));
        assertEquals(AGREED, question(again).agreed());
        assertFalse(question(again).silenceKeeps());
    }

    @Test
    void a_better_plan_withdraws_the_question_or_asks_for_less() {
        Standing five = asked(Standing.UNTOUCHED, late(5));
        LocalDate was = AGREED.plusWeeks(5);
        Standing back = Consenting.moved(strictly(NOW), five, move(was, AGREED, OrderState.PLACED))
                .orElseThrow();
        assertEquals(State.WITHDRAWN, back.state());
        Standing less = asked(five, move(was, AGREED.plusWeeks(2), OrderState.PLACED));
        assertEquals(1, less.slips());
        assertTrue(question(less).silenceKeeps());
    }

    @Test
    void a_better_plan_after_the_answer_asks_nothing() {
        Standing kept = Consenting.answered(asked(Standing.UNTOUCHED, late(5)), true, NOW)
                .orElseThrow();
        assertFalse(touches(kept, move(AGREED.plusWeeks(5), AGREED.plusWeeks(2), OrderState.PLACED)));
    }

    @Test
    void who_agreed_to_wait_without_a_window_may_leave_until_one_is_known_and_is_then_asked() {
        Standing waits = Consenting.answered(
                        asked(Standing.UNTOUCHED, move(AGREED, null, OrderState.LOCKED)), true, NOW)
                .orElseThrow();
        assertTrue(waits.mayLeave(NOW.plus(Duration.ofDays(300))));
        assertTrue(Consenting.answered(waits, true, NOW).isEmpty(), "there is nothing more to agree to");
        Standing known = asked(waits, move(null, AGREED.plusWeeks(20), OrderState.LOCKED));
        assertEquals(AGREED, question(known).agreed());
        assertFalse(question(known).silenceKeeps());
        Standing better = Consenting.moved(strictly(NOW), waits, move(null, AGREED, OrderState.LOCKED))
                .orElseThrow();
        assertEquals(State.WITHDRAWN, better.state());
        Standing keptWindow = Consenting.answered(asked(Standing.UNTOUCHED, late(1)), true, NOW)
                .orElseThrow();
        assertFalse(keptWindow.mayLeave(NOW));
    }

    @Test
    void where_silence_keeps_the_answer_is_due_before_the_new_window_begins() {
        assertEquals(midnight("2027-03-15"), question(late(2)).answerBy());
    }

    @Test
    void where_silence_does_not_keep_the_answer_is_due_in_thirty_days() {
        assertEquals(midnight("2026-12-21"), question(late(9)).answerBy());
    }

    @Test
    void nobody_is_left_in_doubt_for_longer_than_thirty_days_after_the_agreed_window() {
        LocalDate longPast = LocalDate.parse("2026-11-02");
        assertEquals(
                midnight("2026-12-09"),
                question(move(longPast, longPast.plusWeeks(9), OrderState.PLACED))
                        .answerBy());
    }

    @Test
    void everybody_has_seven_days_to_answer_however_late_they_are_asked() {
        LocalDate thisWeek = LocalDate.parse("2026-11-16");
        assertEquals(
                midnight("2026-11-28"),
                question(move(thisWeek, thisWeek.plusWeeks(1), OrderState.PLACED))
                        .answerBy());
        LocalDate longPast = LocalDate.parse("2026-10-05");
        assertEquals(
                midnight("2026-11-28"),
                question(move(longPast, longPast.plusWeeks(30), OrderState.PLACED))
                        .answerBy());
    }

    @Test
    void the_days_to_answer_begin_on_the_day_it_is_where_the_launch_is() {
        // Saturday already in Shanghai, Friday still in London.
        Instant night = Instant.parse("2026-11-20T17:00:00Z");
        Standing asked =
                Consenting.moved(strictly(night), Standing.UNTOUCHED, late(9)).orElseThrow();
        assertEquals(midnight("2026-12-22"), question(asked).answerBy());
    }

    @Test
    void an_answer_counts_once_and_in_time() {
        Standing asked = asked(Standing.UNTOUCHED, late(9));
        Instant last = question(asked).answerBy().minusMillis(1);
        assertEquals(
                State.KEPT, Consenting.answered(asked, true, last).orElseThrow().state());
        Standing left = Consenting.answered(asked, false, last).orElseThrow();
        assertEquals(State.LEFT, left.state());
        assertTrue(Consenting.answered(left, true, last).isEmpty());
        assertTrue(Consenting.answered(asked, true, last.plusMillis(1)).isEmpty());
        assertTrue(Consenting.answered(Standing.UNTOUCHED, false, last).isEmpty());
    }

    @Test
    void time_alone_keeps_or_cancels_and_never_before_its_date() {
        Standing mild = asked(Standing.UNTOUCHED, late(2));
        Standing grave = asked(Standing.UNTOUCHED, late(9));
        Instant mildEnds = question(mild).answerBy();
        Instant graveEnds = question(grave).answerBy();
        assertEquals(
                State.KEPT_BY_SILENCE,
                Consenting.timePassed(mild, mildEnds).orElseThrow().state());
        assertEquals(
                State.LEFT_BY_SILENCE,
                Consenting.timePassed(grave, graveEnds).orElseThrow().state());
        assertTrue(Consenting.timePassed(grave, graveEnds.minusMillis(1)).isEmpty());
        Standing answered = Consenting.answered(grave, true, NOW).orElseThrow();
        assertTrue(Consenting.timePassed(answered, graveEnds).isEmpty());
    }

    @Test
    void a_window_chosen_anew_forgets_what_slipped_before() {
        Standing asked = asked(Standing.UNTOUCHED, late(1));
        Standing chosen = Consenting.chosenAnew(asked).orElseThrow();
        assertEquals(State.WITHDRAWN, chosen.state());
        assertEquals(0, chosen.slips());
        assertTrue(question(asked(chosen, late(1))).silenceKeeps());
        assertTrue(Consenting.chosenAnew(Standing.UNTOUCHED).isEmpty());
        Standing kept = Consenting.answered(asked, true, NOW).orElseThrow();
        assertEquals(0, Consenting.chosenAnew(kept).orElseThrow().slips());
    }

    @Test
    void a_binding_deposit_comes_back_double_when_the_seller_fails() {
        assertEquals(2, payback(MAINLAND, OrderState.LOCKED, 9, AtFault.SUPPLIER));
        assertEquals(1, payback(MAINLAND, OrderState.PLACED, 9, AtFault.SUPPLIER));
        assertEquals(1, payback(STRICT, OrderState.LOCKED, 9, AtFault.SUPPLIER));
    }

    @Test
    void a_short_first_delay_and_what_nobody_could_avoid_are_no_failure() {
        assertEquals(1, payback(MAINLAND, OrderState.LOCKED, 4, AtFault.SELLER));
        assertEquals(1, payback(MAINLAND, OrderState.LOCKED, 9, AtFault.FORCE_MAJEURE));
        assertEquals(2, payback(MAINLAND, OrderState.LOCKED, 9, AtFault.SELLER));
        assertEquals(2, payback(excusingNothing(), OrderState.LOCKED, 9, AtFault.FORCE_MAJEURE));
    }

    private static RuleSet excusingNothing() {
        return new RuleSet(
                "hard",
                MAINLAND.name(),
                MAINLAND.silenceMaxSlips(),
                MAINLAND.silenceMaxDays(),
                MAINLAND.answerDays(),
                MAINLAND.answerMinDays(),
                MAINLAND.answerAfterWindowDays(),
                MAINLAND.maxDepositBasisPoints(),
                MAINLAND.bindingPayback(),
                false,
                MAINLAND.lockByTime(),
                MAINLAND.sources());
    }

    private static int payback(RuleSet rules, OrderState state, int weeks, AtFault atFault) {
        Move move = new Move(AGREED, AGREED.plusWeeks(weeks), state, "supply_changed", atFault);
        Standing asked = Consenting.moved(new Asking(rules, SHANGHAI, NOW), Standing.UNTOUCHED, move)
                .orElseThrow();
        return question(asked).payback();
    }
}
