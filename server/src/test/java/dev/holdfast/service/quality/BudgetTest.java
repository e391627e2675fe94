package dev.holdfast.service.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// No more false alarms than the budget says, and a bad lot is found: many years of a plant, played from
/// seeds.
class BudgetTest {
    private static final int LOT = 0;
    private static final int WEEK = 1;
    private static final int CONFIGURATION = 2;
    private static final int LOTS = 60;
    private static final int WEEKS = 12;
    private static final int CONFIGURATIONS = 4;
    private static final int UNITS = 6_000;
    private static final double FAULTS_A_WEEK = 12;
    private static final int YEARS = 60;
    private static final Duration LOOK = Duration.ofDays(7);

    @Test
    void in_many_years_without_anything_bad_there_are_no_more_alarms_than_budgeted() {
        int alarms = 0;
        int unsplit = 0;
        for (int seed = 0; seed < YEARS; seed++) {
            alarms += new Plant(seed, -1).year(true);
            unsplit += new Plant(seed, -1).year(false);
        }
        assertThat(alarms).isLessThanOrEqualTo(YEARS);
        assertThat(unsplit).as("looked at as if there were one cell alone").isGreaterThan(2 * YEARS);
    }

    @Test
    void a_lot_that_is_eight_times_as_bad_is_found_within_a_quarter() {
        int found = 0;
        for (int seed = 0; seed < YEARS; seed++) {
            Plant plant = new Plant(1_000 + seed, 7);
            for (int week = 1; week <= 13; week++) {
                plant.live(week);
                plant.alarms(true);
            }
            found += plant.alarmed[LOT][7] ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(YEARS * 95 / 100);
    }

    @Test
    void the_chance_is_that_of_the_binomial_tail_and_what_is_not_too_many_is_no_alarm() {
        Cell all = new Cell(By.LOT, "", 10, 1_000, 10_000);
        assertThat(Budget.chance(new Cell(By.LOT, "a", 10, 500, 5_000), all)).isCloseTo(1 / 1_024.0, within(1e-12));
        assertThat(Budget.chance(new Cell(By.LOT, "a", 5, 500, 5_000), all)).isEqualTo(1);
    }

    @Test
    void what_a_look_may_spend_is_its_part_of_the_year_split_over_all_that_is_looked_at() {
        double day = new Budget(2).allowed(Duration.ofDays(1), 5, 100);
        assertThat(day).isCloseTo(2.0 / 365 / 3 / 5 / 100, within(1e-15));
        assertThat(new Budget(2).allowed(Duration.ofDays(10_000), 1, 1)).isCloseTo(1.0 / 3, within(1e-15));
    }

    /// A year of units that fail at random, one lot of them perhaps more often.
    private static final class Plant {
        private final Random random;
        private final int[][] of = new int[UNITS][3];
        private final int[][] faults = new int[3][LOTS];
        private final int[][] units = new int[3][LOTS];
        private final boolean[][] alarmed = new boolean[3][LOTS];
        private final int bad;
        private int week;
        private int all;

        Plant(int seed, int bad) {
            this.random = new Random(seed);
            this.bad = bad;
            for (int[] unit : of) {
                unit[LOT] = random.nextInt(LOTS);
                unit[WEEK] = random.nextInt(WEEKS);
                unit[CONFIGURATION] = random.nextInt(CONFIGURATIONS);
                for (int by = 0; by < 3; by++) {
                    units[by][unit[by]]++;
                }
            }
        }

        /// One more week: each fault hits some unit, and eight times as likely one of the bad lot.
        void live(int number) {
            week = number;
            for (double left = FAULTS_A_WEEK - gap(); left > 0; left -= gap()) {
                hit(of[random.nextInt(UNITS)]);
            }
            for (int unit = 0; bad >= 0 && unit < UNITS; unit++) {
                if (of[unit][LOT] == bad && random.nextDouble() < 7 * FAULTS_A_WEEK / UNITS) {
                    hit(of[unit]);
                }
            }
        }

        private double gap() {
            return -Math.log(1 - random.nextDouble());
        }

        private void hit(int[] unit) {
            all++;
            for (int by = 0; by < 3; by++) {
                faults[by][unit[by]]++;
            }
        }

        int year(boolean split) {
            int alarms = 0;
            for (int number = 1; number <= 52; number++) {
                live(number);
                alarms += alarms(split);
            }
            return alarms;
        }

        /// @return cells that raise an alarm and did not before
        int alarms(boolean split) {
            int alarms = 0;
            Cell whole = new Cell(By.LOT, "", all, UNITS, UNITS * 7.0 * week);
            for (int by = LOT; by <= CONFIGURATION; by++) {
                int cells = new int[] {LOTS, WEEKS, CONFIGURATIONS}[by];
                double allowed = new Budget(1).allowed(LOOK, 1, cells) * (split ? 1 : 3 * cells);
                for (int at = 0; at < cells; at++) {
                    int count = faults[by][at];
                    int built = units[by][at];
                    double chance = Budget.chance(new Cell(By.LOT, "", count, built, built * 7.0 * week), whole);
                    if (chance <= allowed && !alarmed[by][at]) {
                        alarmed[by][at] = true;
                        alarms++;
                    }
                }
            }
            return alarms;
        }
    }
}
