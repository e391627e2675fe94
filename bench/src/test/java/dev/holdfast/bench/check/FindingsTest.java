package dev.holdfast.bench.check;

import static dev.holdfast.bench.check.SmallRush.WEEK_1;
import static dev.holdfast.bench.check.SmallRush.WEEK_2;
import static dev.holdfast.bench.check.SmallRush.WEEK_3;
import static dev.holdfast.bench.check.SmallRush.window;
import static dev.holdfast.bench.check.SmallRush.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Plants each fault a rehearsal must catch into a clean small rush, and names exactly the counts it raises.
class FindingsTest {
    private final SmallRush rush = new SmallRush();

    @Test
    void aCleanBookPasses() {
        assertThat(breaches()).isEmpty();
        assertThat(rush.check().clean()).isTrue();
    }

    @Test
    void aLostOrderIsCaught() {
        rush.orders.removeIf(order -> order.member().equals("eve"));
        assertThat(breaches()).containsExactly(Map.entry("lostAcknowledged", 1L));
        assertThat(rush.check().lostAcknowledged().examples().getFirst()).contains("order-eve", "not in the book");
    }

    @Test
    void aLostPaymentIsCaught() {
        rush.book("ann", order -> with(order, 1, 1, "HELD", order.promise()));
        assertThat(breaches()).containsExactly(Map.entry("lostAcknowledged", 1L));
    }

    @Test
    void aLostCancellationIsCaught() {
        rush.book("bob", order -> with(order, 2, 2, "PLACED", order.promise()));
        assertThat(breaches()).containsKey("lostAcknowledged");
    }

    @Test
    void aDoublePositionIsCaught() {
        rush.book("dan", order -> with(order, 3, 1, "PLACED", order.promise()));
        assertThat(breaches()).containsEntry("positionGaps", 2L).containsKey("promiseMismatches");
        assertThat(rush.check().positionGaps().examples()).anyMatch(example -> example.contains("given twice"));
    }

    @Test
    void aGapInTheLineIsCaught() {
        rush.taken("gus", "green", "north", 8, 4, WEEK_2, 80);
        assertThat(breaches()).containsExactly(Map.entry("positionGaps", 2L));
        assertThat(rush.check().positionGaps().examples()).containsExactly("positions 6 to 7 are missing");
    }

    @Test
    void anOversoldUnitIsCaught() {
        rush.taken("gus", "blue", "north", 6, 2, WEEK_1, 80);
        assertThat(breaches()).containsEntry("oversold", 1L);
    }

    @Test
    void anOrderWithoutAWindowCountsAsSoldToo() {
        rush.taken("gus", "blue", "north", 6, 2, WEEK_1, 80);
        rush.book("gus", order -> with(order, 6, 2, "PLACED", null));
        assertThat(breaches()).containsEntry("oversold", 1L);
    }

    @Test
    void aWeekPromisedBeyondItsCurveIsCaughtEvenWhenUnitsAreLeftLater() {
        rush.book("cid", order -> with(order, 3, 3, "PLACED", window(WEEK_1, "north")));
        rush.book("eve", order -> with(order, 5, 3, "PLACED", window(WEEK_1, "south")));
        assertThat(breaches()).containsEntry("oversold", 1L);
    }

    @Test
    void aFanTurnedAwayFromAFreeUnitIsCaught() {
        rush.attempts.add(new Attempt(
                "gus",
                "key-gus",
                "green",
                "north",
                new Span(80, 0),
                List.of(),
                List.of(new Span(80, 85)),
                false,
                null));
        assertThat(breaches()).containsExactly(Map.entry("undersold", 1L));
        assertThat(rush.check().undersold().examples().getFirst()).contains("gus", "at most 3 of its 4");
    }

    @Test
    void aRefusalThatMayHaveComeBeforeTheReleaseIsNotCounted() {
        rush.taken("gus", "green", "north", 6, 4, WEEK_2, 40);
        rush.attempts.add(new Attempt(
                "hal",
                "key-hal",
                "green",
                "north",
                new Span(50, 0),
                List.of(),
                List.of(new Span(50, 58)),
                false,
                null));
        assertThat(breaches()).doesNotContainKey("undersold");
    }

    @Test
    void aWrongWindowIsCaught() {
        rush.book("eve", order -> with(order, 5, 3, "PLACED", window(WEEK_3, "south")));
        assertThat(breaches()).containsExactly(Map.entry("promiseMismatches", 1L));
    }

    @Test
    void aWindowOtherThanTheOneToldIsCaught() {
        rush.attempts.removeFirst();
        rush.attempts.add(new Attempt(
                "ann",
                "key-ann",
                "green",
                "north",
                new Span(10, 15),
                List.of(new Told("order-ann", 1, 1, window(WEEK_2, "north"))),
                List.of(),
                true,
                null));
        assertThat(breaches()).containsExactly(Map.entry("promiseMismatches", 1L));
    }

    @Test
    void aWindowBeforeOneAlreadyGivenIsCaught() {
        // With Cid and Eve gone rank 2 reaches week 1, but week 2 has been given already.
        rush.cancel("cid", 70);
        rush.cancel("eve", 72);
        rush.taken("gus", "green", "north", 6, 2, WEEK_2, 80);
        assertThat(breaches()).isEmpty();
        rush.book("gus", order -> with(order, 6, 2, "PLACED", window(WEEK_1, "north")));
        assertThat(breaches()).containsEntry("promiseMismatches", 1L);
    }

    @Test
    void aWindowBeforeTheCurrentWeekIsCaught() {
        rush.terms = SmallRush.terms(WEEK_2);
        assertThat(breaches()).containsExactly(Map.entry("promiseMismatches", 3L));
    }

    @Test
    void aRankThatCountsAReleasedOrderIsCaught() {
        rush.book("eve", order -> with(order, 5, 4, "PLACED", order.promise()));
        assertThat(breaches()).containsEntry("promiseMismatches", 1L);
        assertThat(rush.check().promiseMismatches().examples().getFirst()).contains("rank 4 is not within 3 to 3");
    }

    @Test
    void aSecondOrderForOneKeyIsCaught() {
        rush.orders.add(new BookOrder("order-ann-2", "ann", "green", "north", 6, 4, "HELD", window(WEEK_2, "north")));
        assertThat(breaches()).containsExactly(Map.entry("duplicateOrders", 1L));
    }

    @Test
    void anOrderOfAFanWhoWasTurnedAwayIsCaught() {
        rush.orders.add(new BookOrder("order-fay", "fay", "green", "north", 6, 4, "HELD", window(WEEK_2, "north")));
        assertThat(breaches()).containsExactly(Map.entry("duplicateOrders", 1L));
    }

    @Test
    void anUnmatchedPaymentIsCaught() {
        rush.unmatched.add("pay-7");
        assertThat(breaches()).containsExactly(Map.entry("unmatchedPayments", 1L));
    }

    private Map<String, Long> breaches() {
        var breaches = new TreeMap<String, Long>();
        rush.check().byName().forEach((name, finding) -> {
            if (finding.count() > 0) {
                breaches.put(name, finding.count());
            }
        });
        return breaches;
    }
}
