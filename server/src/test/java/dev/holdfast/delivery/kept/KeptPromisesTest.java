package dev.holdfast.delivery.kept;

import static dev.holdfast.delivery.kept.Promise.CURRENT;
import static dev.holdfast.delivery.kept.Promise.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.HandClock;
import dev.holdfast.delivery.kept.Figure.By;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.OrderId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of promises, and what is said of it.
class KeptPromisesTest {
    private static final KeptWorld WORLD = new KeptWorld();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void noon() {
        WORLD.delivery.world.clock.set(HandClock.NOON);
    }

    @Test
    void aPromiseIsDueOnceItsWeekIsOverAndMissedForEverIfItWasNotKept() {
        WORLD.open("fates", 1, 2, 2, 2);
        OrderId kept = WORLD.locked("fates", "fan-1");
        OrderId missed = WORLD.locked("fates", "fan-2");
        OrderId early = WORLD.locked("fates", "fan-3");
        OrderId withdrawn = WORLD.placed("fates", "fan-4");
        OrderId left = WORLD.placed("fates", "fan-5");
        OrderId late = WORLD.locked("fates", "fan-6");
        WORLD.at(1, 3);
        List.of(kept, early).forEach(WORLD::handOver);
        WORLD.withdraw(withdrawn);
        WORLD.leave(left, "fan-5");
        WORLD.at(2, 1);
        // The early one is not due before its own week is over.
        assertThat(WORLD.sums(WORLD.publish("fates"), FIRST)).containsExactly(2L, 1L, 2L, 1L, 1L, 0L, 1L);
        WORLD.at(3, 1);
        assertThat(WORLD.sums(WORLD.publish("fates"), FIRST)).containsExactly(3L, 2L, 2L, 1L, 1L, 0L, 1L);
        WORLD.leave(missed, "fan-2");
        WORLD.at(4, 2);
        WORLD.handOver(late);
        WORLD.at(5, 1);
        Publication last = WORLD.publish("fates");
        assertThat(WORLD.sums(last, FIRST)).containsExactly(4L, 2L, 3L, 1L, 1L, 0L, 1L);
        Figure all = WORLD.figure(last, By.LAUNCH, "", FIRST);
        assertThat(all.orders()).isEqualTo(6);
        assertThat(all.medianWeeks()).isEqualTo(0);
        assertThat(WORLD.figure(last, By.WEEK, KeptWorld.week(1).toString(), FIRST)
                        .handedOver())
                .isEqualTo(2);
        assertThat(WORLD.figure(last, By.WEEK, KeptWorld.week(3).toString(), FIRST)
                        .medianWeeks())
                .isEqualTo(1);
    }

    @Test
    void bothPromisesAreCountedSoThatAMovedDateHidesNothing() {
        WORLD.open("moved", 1, 1);
        OrderId order = WORLD.locked("moved", "fan-1");
        WORLD.resupply("moved", 0, 0, 1);
        WORLD.at(2, 1);
        Publication first = WORLD.publish("moved");
        assertThat(WORLD.sums(first, FIRST)).containsExactly(1L, 0L, 0L, 0L, 0L, 0L, 0L);
        assertThat(WORLD.sums(first, CURRENT).getFirst()).isZero();
        WORLD.at(3, 2);
        WORLD.handOver(order);
        WORLD.at(4, 1);
        Publication then = WORLD.publish("moved");
        assertThat(WORLD.sums(then, FIRST)).containsExactly(1L, 0L, 1L, 0L, 0L, 0L, 0L);
        assertThat(WORLD.sums(then, CURRENT)).containsExactly(1L, 1L, 1L, 1L, 0L, 0L, 0L);
        assertThat(WORLD.figure(then, By.LAUNCH, "", FIRST).medianWeeks()).isEqualTo(2);
    }

    @Test
    void anotherConfigurationByItsMembersHandBeginsAnewAndByAnotherIsNotInFull() {
        WORLD.open("changed", 2, 0, 9);
        OrderId own = WORLD.placed("changed", "fan-1");
        OrderId altered = WORLD.placed("changed", "fan-2");
        WORLD.launch.change(own, new Asker("fan-1", false), "offer-2");
        WORLD.launch.change(altered, new Asker("operator", true), "offer-2");
        WORLD.launch.lock(own, new Asker("fan-1", false));
        WORLD.launch.lock(altered, new Asker("fan-2", false));
        WORLD.at(2, 5);
        List.of(own, altered).forEach(WORLD::handOver);
        WORLD.at(3, 1);
        Publication publication = WORLD.publish("changed");
        assertThat(WORLD.sums(publication, FIRST)).startsWith(2L, 1L, 2L, 2L);
        assertThat(WORLD.file(publication)).contains(",handed_over,2026-11-30,0\n", ",handed_over,2026-11-30,1\n");
    }

    @Test
    void aPublicationIsNeverChangedAndTheSameOnceMoreIsNone() {
        WORLD.open("stands", 1, 1, 1, 1);
        OrderId first = WORLD.locked("stands", "fan-1");
        OrderId second = WORLD.locked("stands", "fan-2");
        OrderId left = WORLD.placed("stands", "fan-3");
        assertThatThrownBy(() -> WORLD.publish("stands")).hasMessageContaining("nothing to count");
        WORLD.leave(left, "fan-3");
        WORLD.at(2, 1);
        Publication one = WORLD.publish("stands");
        String file = WORLD.file(one);
        List<Figure> figures = WORLD.kept.figures(one, null);
        assertThat(WORLD.kept.publish("stands", "operator").replayed()).isTrue();
        List.of(first, second).forEach(WORLD::handOver);
        WORLD.at(3, 1);
        Publication two = WORLD.publish("stands");
        assertThat(two.number()).isEqualTo(2);
        assertThat(two.checksum()).isNotEqualTo(one.checksum());
        assertThat(WORLD.file(one)).isEqualTo(file).hasSize((int) one.bytes());
        assertThat(WORLD.kept.figures(one, null)).isEqualTo(figures);
        // Who was erased goes by another name from then on; what had ended stands.
        WORLD.delivery
                .world
                .jdbc
                .sql("update launch.orders set member = 'erased' where id = :id")
                .param("id", left.value())
                .update();
        assertThat(WORLD.kept.publish("stands", "operator").replayed()).isTrue();
        assertThat(WORLD.delivery
                        .world
                        .jdbc
                        .sql("select count(*) from member.audit where act = 'publish_kept_promises'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void aUnitThatWasHandedOverOnASundayCountsOnThatSundayWheneverItIsTold() {
        WORLD.open("sunday", 1, 1);
        OrderId order = WORLD.locked("sunday", "fan-1");
        WORLD.delivery.tell(
                "sunday", "S-1,offer-1,built,2026-11-18T08:00:00Z,,", "S-1,offer-1,ready,2026-11-19T08:00:00Z,north,");
        WORLD.delivery.allocate("sunday");
        WORLD.at(2, 1);
        WORLD.delivery.tell("sunday", "S-1,offer-1,delivered,2026-11-29T20:00:00Z,north,");
        Publication publication = WORLD.publish("sunday");
        assertThat(WORLD.sums(publication, FIRST)).startsWith(1L, 1L, 1L, 1L);
        assertThat(WORLD.file(publication)).contains(",2026-11-23,2026-11-23,handed_over,2026-11-23,1\n");
        assertThat(WORLD.delivery.state(order)).isNotNull();
    }

    @Test
    void whoIsOneOfFewIsNotNamedAndNobodyIsKnownByTheFile() {
        WORLD.open("few", 2, 20);
        List<OrderId> orders = new ArrayList<>();
        for (int fan = 0; fan < OutcomeFile.MIN_GROUP; fan++) {
            orders.add(WORLD.locked("few", "fan-" + fan));
        }
        orders.add(WORLD.delivery.locked("few", "fan-rare", "offer-2", "south"));
        WORLD.at(4, 1);
        Publication publication = WORLD.publish("few");
        String file = WORLD.file(publication);
        assertThat(file).contains(",offer-1,north,", ",-,-,").doesNotContain("offer-2", "south", "fan");
        orders.forEach(order -> assertThat(file).doesNotContain(order.toString()));
        assertThat(WORLD.kept.figures(publication, By.CONFIGURATION))
                .extracting(Figure::name)
                .containsExactly("-", "-", "offer-1", "offer-1");
        KeptPromises.Own own = WORLD.kept.own(orders.getFirst(), new Asker("fan-0", false));
        assertThat(file).contains("\n" + own.name() + ",offer-1,north,2026-11-23,2026-11-23,open,,1\n");
        assertThatThrownBy(() -> WORLD.kept.own(orders.getFirst(), new Asker("fan-1", false)))
                .hasMessageContaining("no order");
    }

    @Test
    void theClockPublishesEachWeekOnceADayAfterItIsOver() {
        WORLD.open("weekly", 1, 1);
        OrderId order = WORLD.locked("weekly", "fan-1");
        WORLD.at(1, 7);
        WORLD.handOver(order);
        WORLD.at(2, 1);
        WORLD.kept.round();
        assertThat(WORLD.kept.of("weekly", Integer.MAX_VALUE, 10)).isEmpty();
        WORLD.forward(Duration.ofDays(1));
        WORLD.kept.round();
        WORLD.kept.round();
        assertThat(WORLD.kept.of("weekly", Integer.MAX_VALUE, 10))
                .extracting(Publication::until)
                .containsExactly(KeptWorld.week(2));
        // Nothing happened in the week after, so nothing is said of it.
        WORLD.at(3, 3);
        WORLD.kept.round();
        assertThat(WORLD.kept.of("weekly", Integer.MAX_VALUE, 10)).hasSize(1);
    }
}
