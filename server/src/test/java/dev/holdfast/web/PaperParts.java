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

    /// All that was known at one moment.
    record Known(Map<String, Word> words, Map<String, Long> lots, int cellsOfPro, Map<String, Long> onHand) {
        Known {
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
            for (Map.Entry<LocalDate, Long> units : inHand.entrySet()) {
                long taken = Math.min(stopped, units.getValue());
                units.setValue(units.getValue() - taken);
                stopped -= taken;
            }
            inHand.forEach((week, units) -> toCome.merge(week, units, Long::sum));
            return toCome;
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
    int cellsOfPro = 1;

    /// Units that the hall lets through in a week; null: it holds nobody up.
    final @Nullable Integer hall;

    PaperParts(@Nullable Integer hall) {
        this.hall = hall;
    }

    Known known() {
        return new Known(words, lots, cellsOfPro, onHand);
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
                left.merge(week, (long) hall, Long::sum);
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
