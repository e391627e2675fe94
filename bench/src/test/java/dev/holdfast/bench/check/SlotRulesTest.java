package dev.holdfast.bench.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Plants each fault into a small rush for slots, in which Ann and Bob have slot 1, Cid has slot 2 after he asked for
/// both, and it is not Dan's turn; and names exactly the rules that notice.
class SlotRulesTest {
    private final List<Seeker> seekers = new ArrayList<>(
            List.of(seeker("ann", true, 1), seeker("bob", true, 1), seeker("cid", true, 1, 2), seeker("dan", false)));
    private final List<SlotBook.Counter> counters = new ArrayList<>(List.of(counter(1, 2, 2), counter(2, 1, 1)));
    private final Map<String, Long> booked = new HashMap<>(Map.of("ann", 1L, "bob", 1L, "cid", 2L));

    @Test
    void a_rush_without_a_fault_passes() {
        assertThat(breaches()).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "one place is given twice",
                        rush -> {
                            rush.tell("dan", false, 1);
                            rush.booked.put("dan", 1L);
                            rush.counters.set(0, counter(1, 2, 3));
                        },
                        "doubleBooked",
                        "outOfTurn"),
                fault(
                        "one place is given twice, and the counter did not see it",
                        rush -> {
                            rush.tell("dan", false, 1);
                            rush.booked.put("dan", 1L);
                        },
                        "doubleBooked",
                        "miscounted",
                        "outOfTurn"),
                fault(
                        "two are told of one place, and the book has one of them",
                        rush -> rush.tell("dan", false, 2),
                        "lostAcknowledged"),
                fault(
                        "three are told of two places, and the book has two of them",
                        rush -> rush.tell("dan", false, 1),
                        "doubleBooked",
                        "lostAcknowledged"),
                fault("a counter counts one too many", rush -> rush.counters.set(1, counter(2, 1, 2)), "miscounted"),
                fault(
                        "a booking is lost",
                        rush -> {
                            rush.booked.remove("bob");
                            rush.counters.set(0, counter(1, 2, 1));
                        },
                        "lostAcknowledged",
                        "outOfTurn",
                        "leftFree"),
                fault("somebody has a place and never heard of it", rush -> rush.tell("ann", true), "neverTold"));
    }

    static Stream<Arguments> faultsOfOrder() {
        return Stream.of(
                fault(
                        "somebody overtakes",
                        rush -> {
                            rush.tell("dan", false, 2);
                            rush.tell("cid", true);
                            rush.booked.put("dan", 2L);
                            rush.booked.remove("cid");
                        },
                        "outOfTurn"),
                fault("a slot has a place left", rush -> rush.counters.set(1, counter(2, 2, 1)), "leftFree"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"faults", "faultsOfOrder"})
    void each_fault_is_noticed_by_its_rules(String name, Consumer<SlotRulesTest> plant, Set<String> noticed) {
        plant.accept(this);
        assertThat(breaches()).isEqualTo(noticed);
    }

    private static Arguments fault(String name, Consumer<SlotRulesTest> plant, String... noticed) {
        return Arguments.of(name, plant, Set.of(noticed));
    }

    private static Seeker seeker(String order, boolean inTurn, long... told) {
        Set<Long> slots = new TreeSet<>();
        for (long slot : told) {
            slots.add(slot);
        }
        return new Seeker(order, "north", inTurn, slots);
    }

    private static SlotBook.Counter counter(long slot, int capacity, int taken) {
        return new SlotBook.Counter(slot, "north", capacity, taken);
    }

    private void tell(String order, boolean inTurn, long... told) {
        seekers.removeIf(seeker -> seeker.order().equals(order));
        seekers.add(seeker(order, inTurn, told));
    }

    private Set<String> breaches() {
        Set<String> breaches = new TreeSet<>();
        new SlotRules(seekers, new SlotBook(counters, booked)).findings().forEach((name, finding) -> {
            if (finding.count() > 0) {
                breaches.add(name);
            }
        });
        return breaches;
    }
}
