package dev.holdfast.community.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PurseTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final Purse purse = new Purse(List.of());
    private long lots;

    private Lot lot(Duration activeAfter, Duration life, boolean owesSpent) {
        lots++;
        return new Lot(lots, "a" + lots, NOON.plus(activeAfter), NOON.plus(life), owesSpent, false);
    }

    private Lot earn(long amount, Duration activeAfter, Duration life, boolean owesSpent) {
        Lot lot = lot(activeAfter, life, owesSpent);
        purse.earn(lot, amount, NOON);
        return lot;
    }

    private Map<Long, Long> parts(String subject) {
        Map<Long, Long> parts = new LinkedHashMap<>();
        purse.entries().stream()
                .filter(entry -> entry.subject().equals(subject) && entry.cause() == Cause.RESERVED)
                .forEach(entry -> parts.merge(entry.lot(), entry.amount(), Long::sum));
        return parts;
    }

    @Test
    void points_wait_for_their_delay_and_cannot_be_spent_before() {
        earn(100, DAY, DAY.multipliedBy(9), true);
        assertThat(purse.reserve(100, "r", NOON.plus(DAY).minusSeconds(1))).isFalse();
        assertThat(purse.in(Account.PENDING)).isEqualTo(100);
        assertThat(purse.reserve(100, "r", NOON.plus(DAY))).isTrue();
        assertThat(purse.in(Account.RESERVED)).isEqualTo(100);
    }

    @Test
    void what_was_not_spent_expires_at_its_time_and_not_before() {
        earn(100, Duration.ZERO, DAY, true);
        purse.settle(NOON.plus(DAY).minusSeconds(1));
        assertThat(purse.in(Account.ACTIVE)).isEqualTo(100);
        purse.settle(NOON.plus(DAY));
        assertThat(purse.in(Account.EXPIRED)).isEqualTo(100);
    }

    @Test
    void the_first_to_expire_are_spent_first() {
        Lot late = earn(100, Duration.ZERO, DAY.multipliedBy(9), true);
        Lot early = earn(30, Duration.ZERO, DAY, true);
        assertThat(purse.reserve(50, "r", NOON)).isTrue();
        assertThat(early.in(Account.RESERVED)).isEqualTo(30);
        assertThat(late.in(Account.RESERVED)).isEqualTo(20);
    }

    @Test
    void what_is_reserved_outlives_its_expiry_and_expires_when_it_is_released() {
        earn(100, Duration.ZERO, DAY, true);
        purse.reserve(60, "r", NOON);
        purse.settle(NOON.plus(DAY));
        assertThat(purse.in(Account.RESERVED)).isEqualTo(60);
        assertThat(purse.in(Account.EXPIRED)).isEqualTo(40);
        purse.release(parts("r"), "r", NOON.plus(DAY));
        assertThat(purse.in(Account.EXPIRED)).isEqualTo(100);
    }

    @Test
    void a_clawback_takes_what_is_there_and_what_was_spent_is_owed_and_set_off() {
        Lot lot = earn(100, Duration.ZERO, DAY, true);
        purse.reserve(70, "r", NOON);
        purse.confirm(parts("r"), "r");
        purse.clawBack(lot.id(), NOON);
        assertThat(purse.in(Account.WITHDRAWN)).isEqualTo(100);
        assertThat(purse.in(Account.OWED)).isEqualTo(-70);
        earn(50, Duration.ZERO, DAY, true);
        assertThat(purse.in(Account.OWED)).isEqualTo(-20);
        assertThat(purse.in(Account.ACTIVE)).isZero();
        earn(50, Duration.ZERO, DAY, true);
        assertThat(purse.in(Account.OWED)).isZero();
        assertThat(purse.in(Account.ACTIVE)).isEqualTo(30);
    }

    @Test
    void a_clawback_of_what_was_spent_is_forgiven_where_the_rule_says_so() {
        Lot lot = earn(100, Duration.ZERO, DAY, false);
        purse.reserve(70, "r", NOON);
        purse.confirm(parts("r"), "r");
        purse.clawBack(lot.id(), NOON);
        assertThat(purse.in(Account.WITHDRAWN)).isEqualTo(30);
        assertThat(purse.in(Account.OWED)).isZero();
    }

    @Test
    void what_comes_back_to_a_forgiven_lot_goes_the_way_of_the_lot() {
        Lot lot = earn(100, Duration.ZERO, DAY, false);
        purse.reserve(70, "r", NOON);
        purse.clawBack(lot.id(), NOON);
        purse.release(parts("r"), "r", NOON);
        assertThat(purse.in(Account.WITHDRAWN)).isEqualTo(100);
        assertThat(purse.in(Account.ACTIVE)).isZero();
    }

    @Test
    void a_reward_that_comes_back_late_gives_its_points_a_new_life() {
        earn(100, Duration.ZERO, DAY, true);
        purse.reserve(70, "r", NOON);
        purse.confirm(parts("r"), "r");
        assertThat(purse.giveBack(parts("r"), "r", NOON)).isZero();
        assertThat(purse.in(Account.ACTIVE)).isEqualTo(100);
        purse.reserve(70, "s", NOON);
        purse.confirm(parts("s"), "s");
        assertThat(purse.giveBack(parts("s"), "s", NOON.plus(DAY))).isEqualTo(70);
        assertThat(purse.in(Account.ISSUED)).isEqualTo(-30);
    }

    @Test
    void an_account_below_zero_is_stopped_at_once() {
        Lot lot = lot(Duration.ZERO, DAY, true);
        assertThatThrownBy(() -> lot.apply(new Entry(1, Account.ACTIVE, Account.SPENT, 1, Cause.SPENT, "r")))
                .isInstanceOf(IllegalStateException.class);
    }

    /// Any order of acts, from a thousand seeds: nothing is below zero but the brand's side and what is owed, and all
    /// of it adds up to zero.
    @Test
    void whatever_happens_every_account_stays_in_bounds_and_the_sum_is_zero() {
        for (long seed = 1; seed <= 1_000; seed++) {
            new Play(seed).run();
        }
    }

    private static final class Play {
        private final Random random;
        private final Purse purse = new Purse(List.of());
        private final List<String> reserved = new ArrayList<>();
        private final List<String> spent = new ArrayList<>();
        private final List<Long> earned = new ArrayList<>();
        private Instant now = NOON;
        private int acts;

        Play(long seed) {
            random = new Random(seed);
        }

        void run() {
            for (acts = 1; acts <= 60; acts++) {
                now = now.plus(Duration.ofHours(random.nextInt(30)));
                act(random.nextInt(7));
                for (Account account : Account.values()) {
                    boolean debt = account == Account.ISSUED || account == Account.OWED;
                    assertThat(purse.in(account) * (debt ? -1 : 1)).isNotNegative();
                }
                long sum = 0;
                for (Account account : Account.values()) {
                    sum += purse.in(account);
                }
                assertThat(sum).isZero();
                assertThat(purse.in(Account.OWED) < 0 && purse.in(Account.ACTIVE) > 0)
                        .as("whoever owes has nothing to spend")
                        .isFalse();
            }
        }

        private void act(int which) {
            switch (which) {
                case 0, 1 -> earn();
                case 2 -> {
                    if (purse.reserve(1 + random.nextInt(150), "r" + acts, now)) {
                        reserved.add("r" + acts);
                    }
                }
                case 3 ->
                    take(reserved).ifPresent(subject -> {
                        purse.confirm(parts(subject), subject);
                        spent.add(subject);
                    });
                case 4 -> take(reserved).ifPresent(subject -> purse.release(parts(subject), subject, now));
                case 5 -> take(spent).ifPresent(subject -> purse.giveBack(parts(subject), subject, now));
                default -> take(earned).ifPresent(lot -> purse.clawBack(lot, now));
            }
            purse.settle(now);
        }

        private void earn() {
            Instant active = now.plus(Duration.ofHours(random.nextInt(48)));
            Lot lot = new Lot(
                    acts,
                    "a" + acts,
                    active,
                    active.plus(Duration.ofHours(1 + random.nextInt(200))),
                    random.nextBoolean(),
                    false);
            purse.earn(lot, random.nextInt(200), now);
            earned.add(lot.id());
        }

        private <T> Optional<T> take(List<T> from) {
            return from.isEmpty() ? Optional.empty() : Optional.of(from.remove(random.nextInt(from.size())));
        }

        private Map<Long, Long> parts(String subject) {
            Map<Long, Long> parts = new LinkedHashMap<>();
            purse.entries().stream()
                    .filter(entry -> entry.subject().equals(subject) && entry.cause() == Cause.RESERVED)
                    .forEach(entry -> parts.merge(entry.lot(), entry.amount(), Long::sum));
            return parts;
        }
    }
}
