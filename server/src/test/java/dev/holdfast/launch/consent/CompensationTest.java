package dev.holdfast.launch.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.launch.AtFault;
import dev.holdfast.launch.BrokenPromise;
import dev.holdfast.launch.CompensationRule;
import dev.holdfast.launch.CompensationRule.Amount;
import dev.holdfast.launch.CompensationRule.By;
import dev.holdfast.launch.Liability;
import dev.holdfast.launch.Showroom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Each condition and each amount of a rule, with a promise that it is for and one that it is not for.
class CompensationTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-12-07");
    private static final Instant LOCKED = Instant.parse("2026-11-27T12:00:00Z");
    private static final long PRICE = 27_990_000;

    /// So and so many weeks after the first promise.
    private static BrokenPromise late(int weeks) {
        return new BrokenPromise(FIRST, FIRST.plusWeeks(weeks), PRICE, LOCKED, Map.of());
    }

    private static CompensationRule rule(@Nullable Integer slipWeeks, Amount amount, @Nullable Long cap) {
        return new CompensationRule("late", slipWeeks, List.of(), null, null, amount, cap, true);
    }

    private static CompensationRule fixed() {
        return rule(null, new Amount(By.FIXED, 100_000), null);
    }

    private static long due(CompensationRule rule, AtFault atFault, BrokenPromise broken) {
        return Compensation.due(List.of(rule), atFault, broken).stream()
                .mapToLong(Compensation.Due::amount)
                .sum();
    }

    private static long due(CompensationRule rule, BrokenPromise broken) {
        return due(rule, AtFault.SELLER, broken);
    }

    @Test
    void slipped_by_the_weeks_of_the_rule_or_not() {
        CompensationRule fourWeeks = rule(4, new Amount(By.FIXED, 100_000), null);
        assertEquals(100_000, due(fourWeeks, late(4)));
        assertEquals(0, due(fourWeeks, late(3)));
    }

    @Test
    void at_fault_is_whom_the_rule_names_or_another() {
        CompensationRule ours = new CompensationRule(
                "ours",
                null,
                List.of(AtFault.SELLER, AtFault.SUPPLIER),
                null,
                null,
                new Amount(By.FIXED, 7),
                null,
                true);
        assertEquals(7, due(ours, AtFault.SUPPLIER, late(1)));
        assertEquals(0, due(ours, AtFault.FORCE_MAJEURE, late(1)));
    }

    @Test
    void locked_before_the_instant_of_the_rule_or_not() {
        CompensationRule early = new CompensationRule(
                "early", null, List.of(), LOCKED.plusMillis(1), null, new Amount(By.FIXED, 7), null, true);
        assertEquals(7, due(early, late(1)));
        CompensationRule tooEarly =
                new CompensationRule("early", null, List.of(), LOCKED, null, new Amount(By.FIXED, 7), null, true);
        assertEquals(0, due(tooEarly, late(1)));
        assertEquals(0, due(early, new BrokenPromise(FIRST, FIRST.plusWeeks(1), PRICE, null, Map.of())));
    }

    @Test
    void across_the_day_of_the_rule_or_not() {
        CompensationRule acrossTheYear = new CompensationRule(
                "year", null, List.of(), null, LocalDate.parse("2026-12-31"), new Amount(By.FIXED, 7), null, true);
        assertEquals(7, due(acrossTheYear, late(4)));
        assertEquals(0, due(acrossTheYear, late(3)));
        BrokenPromise nextYearAnyway = new BrokenPromise(FIRST.plusWeeks(4), FIRST.plusWeeks(9), PRICE, null, Map.of());
        assertEquals(0, due(acrossTheYear, nextYearAnyway));
        LocalDate day = FIRST.plusWeeks(1);
        CompensationRule after =
                new CompensationRule("after", null, List.of(), null, day, new Amount(By.FIXED, 7), null, true);
        assertEquals(0, due(after, late(1)), "on the day itself");
        assertEquals(7, due(after, new BrokenPromise(day, day.plusWeeks(1), PRICE, null, Map.of())), "from the day on");
    }

    @Test
    void owed_by_the_week_up_to_the_cap() {
        CompensationRule weekly = rule(2, new Amount(By.WEEK, 20_000), 100_000L);
        assertEquals(60_000, due(weekly, late(3)));
        assertEquals(100_000, due(weekly, late(30)));
    }

    @Test
    void owed_as_a_share_of_the_price_rounded_down() {
        CompensationRule share = rule(null, new Amount(By.SHARE, 125), null);
        assertEquals(349_875, due(share, late(1)));
        assertEquals(12, Compensation.owed(share, 1, 999));
    }

    @Test
    void what_was_granted_is_set_off_and_never_taken_back() {
        CompensationRule weekly = rule(null, new Amount(By.WEEK, 20_000), 100_000L);
        BrokenPromise again = new BrokenPromise(FIRST, FIRST.plusWeeks(3), PRICE, LOCKED, Map.of("late", 40_000L));
        assertEquals(20_000, due(weekly, again));
        BrokenPromise better = new BrokenPromise(FIRST, FIRST.plusWeeks(1), PRICE, LOCKED, Map.of("late", 40_000L));
        assertEquals(0, due(weekly, better));
        BrokenPromise other = new BrokenPromise(FIRST, FIRST.plusWeeks(1), PRICE, LOCKED, Map.of("other", 40_000L));
        assertEquals(20_000, due(weekly, other));
    }

    @Test
    void nothing_for_whom_no_window_was_promised_or_is_known_or_who_is_served_in_time() {
        CompensationRule fixed = fixed();
        assertEquals(100_000, due(fixed, late(1)));
        assertEquals(0, due(fixed, late(0)));
        assertEquals(0, due(fixed, late(-1)));
        assertEquals(0, due(fixed, new BrokenPromise(null, FIRST, PRICE, LOCKED, Map.of())));
        assertEquals(0, due(fixed, new BrokenPromise(FIRST, null, PRICE, LOCKED, Map.of())));
    }

    @Test
    void liability_adds_up_each_rule_with_those_that_cost_nothing() {
        CompensationRule never =
                new CompensationRule("never", 100, List.of(), null, null, new Amount(By.FIXED, 1), null, true);
        CompensationRule weekly = rule(2, new Amount(By.WEEK, 20_000), 100_000L);
        var definition = Showroom.SMALL.definition().under("strict", List.of(never, weekly));
        var broken = List.of(late(1), late(2), late(9)).iterator();
        Liability liability = Liability.of(definition, AtFault.SELLER, broken);
        assertEquals("CNY", liability.total().currency());
        assertEquals(140_000, liability.total().amount());
        assertEquals(
                List.of(0L, 2L),
                liability.rules().stream().map(Liability.Rule::orders).toList());
    }
}
