package dev.holdfast.launch.intake;

import dev.holdfast.launch.BentSupplies;
import dev.holdfast.launch.Supplies;
import dev.holdfast.launch.SupplyLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A fault planted in a simulated launch. The simulation has to notice each of them.
enum Breach {
    NONE,
    /// A supply that quotes by rank alone: a release lets a newcomer overtake.
    FORGETS_THE_LAST_WEEK,
    /// A supply that frees nothing.
    FORGETS_A_RELEASE,
    /// A supply that does not count who came in.
    FORGETS_WHO_ENTERED,
    /// A supply whose quote is a week better than what it gives.
    PROMISES_TOO_MUCH,
    /// A supply that turns buyers away while a unit is free.
    KEEPS_THE_LAST_UNIT,
    /// A book that finds no order by its key.
    FORGETS_A_KEY,
    /// A book that knows no payment again.
    FORGETS_A_PAYMENT,
    /// A row that lags behind by one position.
    FORGETS_A_POSITION,
    /// A sweep that takes every hold for ended.
    ENDS_HOLDS_EARLY,
    /// A book that knows of nothing a member was asked.
    FORGETS_AN_ANSWER,
    /// An instance that overlooks a batch of the other one.
    MISSES_A_BATCH,
    /// A server that answers before its batch is durable.
    ANSWERS_TOO_SOON,
    /// A commit that loses an order now and then.
    LOSES_AN_ORDER,
    /// A promise that is written over.
    OVERWRITES_A_PROMISE,
    /// A journal whose rows are put right afterwards.
    REWRITES_THE_JOURNAL,
    /// Money that is taken from one account and put on none.
    FORGETS_A_TRANSFER,
    /// A limit that counts one order too few.
    FORGETS_ONE_OF_A_MEMBERS_ORDERS,
    /// A plan that is another one each time.
    PLANS_BY_CHANCE,
    /// A publication that overlooks who came since the plan was made.
    PLANS_WITHOUT_WHO_CAME,
    /// A publication that overlooks who left since.
    PLANS_WITH_WHO_LEFT,
    /// A publication that gives windows to those who left, or changed.
    PUBLISHES_WHAT_WAS_TAKEN_BACK;

    /// The supplies as this breach bends them.
    Supplies bend(Supplies straight) {
        return switch (this) {
            case FORGETS_THE_LAST_WEEK,
                    FORGETS_A_RELEASE,
                    FORGETS_WHO_ENTERED,
                    PROMISES_TOO_MUCH,
                    KEEPS_THE_LAST_UNIT -> new BentSupplies(straight, line -> new Bent(this, straight, line));
            case NONE,
                    ANSWERS_TOO_SOON,
                    LOSES_AN_ORDER,
                    OVERWRITES_A_PROMISE,
                    REWRITES_THE_JOURNAL,
                    FORGETS_A_TRANSFER,
                    FORGETS_ONE_OF_A_MEMBERS_ORDERS,
                    PLANS_BY_CHANCE,
                    FORGETS_A_KEY,
                    FORGETS_A_PAYMENT,
                    FORGETS_A_POSITION,
                    ENDS_HOLDS_EARLY,
                    FORGETS_AN_ANSWER,
                    MISSES_A_BATCH,
                    PLANS_WITHOUT_WHO_CAME,
                    PLANS_WITH_WHO_LEFT,
                    PUBLISHES_WHAT_WAS_TAKEN_BACK -> straight;
        };
    }

    private record Bent(Breach breach, Supplies straight, SupplyLine line) implements SupplyLine {
        @Override
        public Optional<LocalDate> quote(String offer, LocalDate thisWeek) {
            Optional<LocalDate> quoted = line.quote(offer, thisWeek);
            return switch (breach) {
                case FORGETS_THE_LAST_WEEK -> byRankAlone(offer, thisWeek);
                case PROMISES_TOO_MUCH -> quoted.map(week -> week.minusWeeks(1));
                case KEEPS_THE_LAST_UNIT -> line.remaining(offer) == 1 ? Optional.empty() : quoted;
                default -> quoted;
            };
        }

        private Optional<LocalDate> byRankAlone(String offer, LocalDate thisWeek) {
            var forgotten = new Supplies.Checkpoint(offer, line.live(offer), Optional.empty(), "");
            return straight.line(PaperBook.LAUNCH, List.of(forgotten)).quote(offer, thisWeek);
        }

        @Override
        public Optional<LocalDate> take(String offer, LocalDate thisWeek) {
            Optional<LocalDate> given =
                    breach == PROMISES_TOO_MUCH ? line.quote(offer, thisWeek) : quote(offer, thisWeek);
            taken(offer, given.orElse(null));
            return given;
        }

        @Override
        public void taken(String offer, @Nullable LocalDate week) {
            line.taken(offer, week);
            if (breach == FORGETS_WHO_ENTERED) {
                line.release(offer, week);
            }
        }

        @Override
        public Optional<LocalDate> keep(String offer, @Nullable LocalDate week, LocalDate thisWeek) {
            return line.keep(offer, week, thisWeek);
        }

        @Override
        public void release(String offer, @Nullable LocalDate week) {
            if (breach != FORGETS_A_RELEASE && breach != FORGETS_WHO_ENTERED) {
                line.release(offer, week);
            }
        }

        @Override
        public long remaining(String offer) {
            return line.remaining(offer);
        }

        @Override
        public long live(String offer) {
            return line.live(offer);
        }

        @Override
        public Supplies.Checkpoint checkpoint(String offer) {
            return line.checkpoint(offer);
        }

        @Override
        public SupplyLine copy() {
            return new Bent(breach, straight, line.copy());
        }
    }
}
