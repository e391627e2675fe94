package dev.holdfast.community.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.kernel.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointsTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final PointsWorld world = new PointsWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void an_activity_earns_once_however_often_it_is_told() {
        assertThat(world.earn("ann", "drive-1").replayed()).isFalse();
        assertThat(world.earn("ann", "drive-1").replayed()).isTrue();
        assertThat(world.in("ann", Account.ACTIVE)).isEqualTo(100);
        assertThatThrownBy(() -> world.earn("bob", "drive-1"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("activity_of_another"));
    }

    @Test
    void the_days_cap_cuts_what_goes_beyond_it_and_ends_with_the_day_of_the_rules_zone() {
        world.rule("check-in", 10, 25L, Duration.ZERO);
        // Noon in London is eight in the evening in Shanghai.
        assertThat(checkIn("1")).isEqualTo(10);
        assertThat(checkIn("2")).isEqualTo(10);
        assertThat(checkIn("3")).isEqualTo(5);
        assertThat(checkIn("4")).isZero();
        world.clock.forward(Duration.ofHours(3).plusMinutes(59));
        assertThat(checkIn("5")).isZero();
        world.clock.forward(Duration.ofMinutes(1));
        assertThat(checkIn("6")).isEqualTo(10);
        assertThat(checkIn("4")).as("the same activity is answered as it was").isZero();
    }

    private long checkIn(String activity) {
        return world.points
                .earn(new Earning.Activity("ann", "check-in", activity, null))
                .earned()
                .amount();
    }

    @Test
    void points_become_active_and_expire_by_the_clock_alone() {
        world.rule("purchase", 50, null, DAY);
        world.points.earn(new Earning.Activity("ann", "purchase", "p", 30L));
        assertThat(world.in("ann", Account.PENDING)).isEqualTo(30);
        world.tick(DAY);
        assertThat(world.in("ann", Account.ACTIVE)).isEqualTo(30);
        world.tick(DAY.multipliedBy(364));
        assertThat(world.in("ann", Account.EXPIRED)).isEqualTo(30);
        assertThat(world.jdbc
                        .sql("select count(*) from community.points_due")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_reservation_nobody_confirms_ends_by_its_clock_and_gives_everything_back() {
        world.earn("ann", "drive-1");
        Reservation cup = world.reserved("ann", "cup");
        world.tick(Duration.ofDays(7).minusSeconds(1));
        assertThat(world.in("ann", Account.RESERVED)).isEqualTo(100);
        world.tick(Duration.ofSeconds(1));
        assertThat(world.in("ann", Account.ACTIVE)).isEqualTo(100);
        assertThat(world.rewards.of("ann").getFirst().state()).isEqualTo(Reservation.State.LAPSED);
        assertThat(world.rewards.all(true).getFirst().left()).isEqualTo(1_000);
        assertThatThrownBy(() -> confirm(cup)).isInstanceOf(Problem.class);
    }

    @Test
    void a_reservation_whose_time_is_over_is_not_confirmed_before_the_clock_came_round() {
        world.earn("ann", "drive-1");
        Reservation cup = world.reserved("ann", "cup");
        world.clock.forward(Duration.ofDays(7));
        assertThatThrownBy(() -> confirm(cup))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("reservation_over"));
        assertThat(world.rewards.reserve("ann", "again", "cup")).isInstanceOf(Spending.Reserved.class);
    }

    private Reservation confirm(Reservation reservation) {
        return world.rewards.decide(reservation.number(), Reservation.State.CONFIRMED, "", PointsWorld.OPERATOR);
    }

    @Test
    void a_reward_comes_back_in_time_and_not_after() {
        world.earn("ann", "drive-1");
        Reservation cup = confirm(world.reserved("ann", "cup"));
        assertThat(world.in("ann", Account.SPENT)).isEqualTo(100);
        world.clock.forward(Duration.ofDays(15));
        assertThatThrownBy(() -> giveBack(cup)).isInstanceOf(Problem.class);
        world.clock.forward(DAY.negated());
        giveBack(cup);
        assertThat(world.in("ann", Account.ACTIVE)).isEqualTo(100);
        assertThatThrownBy(() -> giveBack(cup)).isInstanceOf(Problem.class);
    }

    private void giveBack(Reservation reservation) {
        world.rewards.decide(reservation.number(), Reservation.State.RETURNED, "", PointsWorld.OPERATOR);
    }

    @Test
    void a_reward_that_comes_back_after_its_points_expired_gives_as_many_for_thirty_days() {
        world.earn("ann", "drive-1");
        world.clock.forward(Duration.ofDays(360));
        Reservation cup = confirm(world.reserved("ann", "cup"));
        world.tick(Duration.ofDays(10));
        giveBack(cup);
        assertThat(world.in("ann", Account.ACTIVE)).isEqualTo(100);
        assertThat(world.points.statement("ann", null, 1).ends())
                .containsExactly(new Statement.End(world.clock.instant().plus(Purse.RETURNED_LIFE), 100));
    }

    @Test
    void what_is_taken_back_after_it_was_spent_is_owed_once() {
        world.earn("ann", "drive-1");
        confirm(world.reserved("ann", "cup"));
        for (int time = 0; time < 2; time++) {
            Earned taken = world.points.clawBack("test-drive", "drive-1", "Nobody came", PointsWorld.OPERATOR);
            assertThat(taken.clawedBack()).isTrue();
            assertThat(world.in("ann", Account.OWED)).isEqualTo(-100);
        }
        world.earn("ann", "drive-2");
        assertThat(world.in("ann", Account.OWED)).isZero();
        assertThat(world.in("ann", Account.ACTIVE)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update community.points_entry set amount = amount + 1",
                "update community.points_entry set member = 'bob'",
                "update community.points_entry set member = 'erased-x', amount = 1",
                "delete from community.points_entry",
                "truncate community.points_entry",
                "update community.points_lot set amount = 0",
                "delete from community.points_lot",
                "update community.points_rule set points = 1",
                "delete from community.points_rule",
            })
    void rows_of_the_ledger_are_appended_and_never_overwritten(String rewriting) {
        world.earn("ann", "drive-1");
        assertThatThrownBy(() -> world.jdbc.sql(rewriting).update()).hasMessageContaining("Points only grow");
    }

    @Test
    void a_report_is_the_same_however_much_of_it_was_folded() {
        for (int member = 0; member < 40; member++) {
            world.earn("m" + member, "drive-" + member);
            if (member % 3 == 0) {
                confirm(world.reserved("m" + member, "cup"));
            }
            if (member % 10 == 0) {
                assertThat(world.ticking.fold()).isTrue();
            }
            world.clock.forward(DAY);
        }
        List<PointsReport.Sum> again = new ReportStore(world.jdbc).addedAgain();
        PointsReport report = world.points.report();
        assertThat(report.sums()).containsExactlyElementsOf(again);
        assertThat(report.total()).isEqualTo(26 * 100);
        assertThat(report.accounts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isZero();
        assertThat(report.months()).hasSizeGreaterThan(1);
        assertThat(report.months().stream().mapToLong(PointsReport.Month::all).sum())
                .isEqualTo(report.total());
    }

    /// A fold that did not wait for a row with a lower number would lose it for ever.
    @Test
    void a_row_that_is_committed_late_is_not_lost_by_the_fold() {
        world.earn("ann", "drive-1");
        world.transactions.executeWithoutResult(status -> {
            world.points.earn(new Earning.Activity("bob", "test-drive", "drive-2", null));
            assertThat(foldElsewhere())
                    .as("it waits for whoever writes, and comes back later")
                    .isFalse();
        });
        assertThat(world.ticking.fold()).isTrue();
        assertThat(world.points.report().total()).isEqualTo(200);
    }

    private boolean foldElsewhere() {
        boolean[] folded = new boolean[1];
        try {
            Thread.ofVirtual().start(() -> folded[0] = world.ticking.fold()).join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return folded[0];
    }

    @Test
    void whoever_is_erased_is_gone_and_every_sum_stays_true() {
        world.earn("ann", "drive-1");
        world.earn("ann", "drive-2");
        world.earn("ann", "drive-3");
        confirm(world.reserved("ann", "cup"));
        world.clock.forward(Duration.ofSeconds(1));
        world.reserved("ann", "cup");
        world.earn("bob", "drive-4");
        world.transactions.executeWithoutResult(status -> world.kept.erase("ann", "erased-1"));
        assertThat(everything()).doesNotContain("ann");
        PointsReport report = world.points.report();
        assertThat(report.sums()).containsExactlyElementsOf(new ReportStore(world.jdbc).addedAgain());
        assertThat(report.total()).as("what bob has").isEqualTo(100);
        assertThat(report.accounts()).containsEntry(Account.SPENT, 100L).containsEntry(Account.WITHDRAWN, 200L);
        assertThat(world.rewards.all(true).getFirst().left()).isEqualTo(999);
        world.earn("ann", "drive-5");
        assertThat(world.points.statement("ann", null, 9).lines()).hasSize(2);
    }

    /// Every row of every table of the module, as text, but for the words of rules and rewards.
    private String everything() {
        return List.of("points_lot", "points_entry", "points_reservation", "points_due", "points_clawback").stream()
                .map(table -> world.jdbc
                        .sql("select string_agg(t::text, ' ') from community." + table + " t")
                        .query(String.class)
                        .optional()
                        .orElse(""))
                .toList()
                .toString();
    }

    @Test
    void a_new_version_of_a_rule_leaves_what_was_earned_as_it_was() {
        Instant before = world.earn("ann", "drive-1").earned().expiresAt();
        world.rule("test-drive", 500, null, DAY);
        assertThat(world.earn("ann", "drive-1").earned().expiresAt()).isEqualTo(before);
        assertThat(world.earn("ann", "drive-2").earned().version()).isEqualTo(2);
        assertThat(world.in("ann", Account.ACTIVE)).isEqualTo(100);
        assertThat(world.in("ann", Account.PENDING)).isEqualTo(500);
    }
}
