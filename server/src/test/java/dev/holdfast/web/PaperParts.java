package dev.holdfast.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What suppliers and planners said of the parts of a launch, worked out on paper by the words of
/// `docs/planning.md`; and whether what was promised can be built of them. It shares nothing with what promises.
///
/// A `pro` is a pack, built a week before, of cells, and a seat; a `max` is a cell two weeks before and a seat; both
/// are delivered the week after they are built, and go through the hall. A `bike` is a frame, and shares nothing.
final class PaperParts {
    static final List<String> OFFERS = List.of("pro", "max", "bike");
    static final List<String> PARTS = List.of("cell", "seat", "frame");
    private static final LocalDate ALWAYS = LocalDate.EPOCH;

    /// One unit needs so many of a part, so many weeks before it is delivered.
    record Need(String part, int units, int weeksBefore) {}

    /// The last word on an order of parts.
    record Word(String part, long quantity, LocalDate week, String status, long said) {}

    /// A unit that was built, whoever's it is.
    record Built(String offer, LocalDate day) {}

    /// All that was known at one moment.
    record Known(
            Map<String, Word> words,
            Map<String, Long> lots,
            int cellsOfPro,
            Map<String, Long> onHand,
            List<Built> built) {
        Known {
            built = List.copyOf(built);
            words = Map.copyOf(words);
            lots = Map.copyOf(lots);
            onHand = Map.copyOf(onHand);
        }

        List<Need> needs(String offer) {
            return switch (offer) {
                case "pro" -> List.of(new Need("cell", cellsOfPro, 2), new Need("seat", 1, 1));
                case "max" -> List.of(new Need("cell", 1, 3), new Need("seat", 1, 1));
                default -> List.of(new Need("frame", 1, 0));
            };
        }

        /// Units of a part by the week from which they can be used, in a plan that starts in this week.
        NavigableMap<LocalDate, Long> usable(String part, LocalDate start) {
            NavigableMap<LocalDate, Long> inHand = new TreeMap<>();
            NavigableMap<LocalDate, Long> toCome = new TreeMap<>();
            inHand.merge(ALWAYS, onHand.getOrDefault(part, 0L), Long::sum);
            for (Word word : words.values()) {
                if (word.part.equals(part) && word.status.equals("received")) {
                    inHand.merge(word.week, word.quantity, Long::sum);
                } else if (word.part.equals(part) && word.status.equals("committed")) {
                    toCome.merge(latest(word.week, start), word.quantity, Long::sum);
                }
            }
            long stopped = lots.entrySet().stream()
                    .filter(lot -> lot.getKey().startsWith(part))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            takeEarliest(inHand, stopped);
            inHand.forEach((week, units) -> toCome.merge(week, units, Long::sum));
            takeEarliest(toCome, builtIn(part));
            return toCome;
        }

        private static void takeEarliest(NavigableMap<LocalDate, Long> from, long gone) {
            long left = gone;
            for (Map.Entry<LocalDate, Long> units : from.entrySet()) {
                long taken = Math.min(left, units.getValue());
                units.setValue(units.getValue() - taken);
                left -= taken;
            }
        }

        /// Parts that are in units: everything was counted before the first of them was built.
        private long builtIn(String part) {
            return built.stream()
                    .flatMap(unit -> needs(unit.offer).stream())
                    .filter(need -> need.part.equals(part))
                    .mapToLong(Need::units)
                    .sum();
        }

        /// Units of an offer.
        long built(String offer) {
            return built.stream().filter(unit -> unit.offer.equals(offer)).count();
        }

        /// Units that went through the hall in the week of a Monday.
        long throughHall(LocalDate week) {
            return built.stream()
                    .filter(unit -> !unit.offer.equals("bike")
                            && !unit.day.isBefore(week)
                            && unit.day.isBefore(week.plusWeeks(1)))
                    .count();
        }
    }

    /// A unit that somebody was promised.
    ///
    /// @param delivery the Monday of its week, before transit
    record Unit(String offer, LocalDate delivery) {
        LocalDate built() {
            return offer.equals("bike") ? delivery : delivery.minusWeeks(1);
        }
    }

    final Map<String, Word> words = new HashMap<>();
    final Map<String, Long> lots = new HashMap<>();
    final Map<String, Long> onHand = new HashMap<>();
    final List<Built> built = new ArrayList<>();
    int cellsOfPro = 1;
    private List<Built> told = List.of();

    /// Units that the hall lets through in a week; null: it holds nobody up.
    final @Nullable Integer hall;

    PaperParts(@Nullable Integer hall) {
        this.hall = hall;
    }

    Known known() {
        return new Known(words, lots, cellsOfPro, onHand, told);
    }

    /// What was built so far is known from now on.
    void tellBuilt() {
        told = List.copyOf(built);
    }

    /// What is wrong with these promises by what was known; nothing when nothing is.
    ///
    /// @param start of the plan
    /// @param floor the week in which the plan was published: what was due before is built in it at the soonest
    List<String> wrong(Known known, Collection<Unit> units, LocalDate start, LocalDate floor) {
        List<String> wrong = new ArrayList<>();
        for (String part : PARTS) {
            NavigableMap<LocalDate, Long> left = known.usable(part, start);
            for (Unit unit : units) {
                for (Need need : known.needs(unit.offer)) {
                    if (need.part.equals(part)) {
                        LocalDate due = latest(unit.built(), floor).plusWeeks(unit.offer.equals("bike") ? 0 : 1);
                        left.merge(due.minusWeeks(need.weeksBefore), (long) -need.units, Long::sum);
                    }
                }
            }
            below(left, part, wrong);
        }
        if (hall != null) {
            NavigableMap<LocalDate, Long> left = new TreeMap<>();
            units.stream()
                    .filter(unit -> !unit.offer.equals("bike"))
                    .forEach(unit -> left.merge(latest(unit.built(), floor), -1L, Long::sum));
            for (LocalDate week = floor; !left.isEmpty() && !week.isAfter(left.lastKey()); week = week.plusWeeks(1)) {
                long gone = week.equals(start) ? Math.min(hall, known.throughHall(week)) : 0;
                left.merge(week, hall - gone, Long::sum);
            }
            below(left, "hall", wrong);
        }
        return wrong;
    }

    private static void below(NavigableMap<LocalDate, Long> left, String name, List<String> wrong) {
        long sum = 0;
        for (Map.Entry<LocalDate, Long> week : left.entrySet()) {
            sum += week.getValue();
            if (sum < 0) {
                wrong.add(-sum + " of " + name + " too many are promised by " + week.getKey());
            }
        }
    }

    static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
