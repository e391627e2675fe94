package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.web.PaperParts.Known;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What every published plan has to keep to, judged from outside: who was promised what before and after it.
final class PlanRules {
    private final PlayedLine line;
    private final PaperParts parts;

    PlanRules(PlayedLine line, PaperParts parts) {
        this.line = line;
        this.parts = parts;
    }

    /// One plan that was put in force.
    ///
    /// @param run as it is told with its report
    /// @param knew orders that stood in line when it was computed, and to whom nothing happened since
    /// @param before everybody's window before it
    /// @param known what its supply was
    /// @param framesAsBefore whether the plan before it had the same frames
    record Published(
            JsonNode run,
            Set<String> knew,
            Map<String, String> before,
            Known known,
            LocalDate thisWeek,
            boolean framesAsBefore) {
        boolean isAgain() {
            return !run.get("republishes").isNull();
        }

        long improvement() {
            return run.at("/wish/improvementWeeks").asLong();
        }
    }

    void judge(Published plan, JsonNode counts) {
        counted(plan, counts);
        nobodyOvertakes(plan);
        frozenKeepTheirWeek(plan);
        gainsAreWorthTelling(plan);
        whomNothingReachesStays(plan);
        whoseUnitIsThereStays(plan);
        for (PlayedOrder order : line.live()) {
            if (isWorse(order, plan)) {
                explained(order, plan);
            }
        }
    }

    private static void counted(Published plan, JsonNode counts) {
        assertEquals(0, plan.run.at("/report/figures/overtakes").asLong());
        assertEquals(0, plan.run.at("/report/figures/envy").asLong(), "F2: nobody has reason to envy");
        assertTrue(counts.get("earlier").asLong() >= 0);
    }

    /// F1: nobody whom the plan knew comes before somebody ahead in the same class who did not before. A plan that is
    /// published again gives those it knew their windows of then, whoever came since.
    private void nobodyOvertakes(Published plan) {
        Map<String, List<PlayedOrder>> classes = new HashMap<>();
        for (PlayedOrder order : line.byEntry()) {
            boolean frozen = order.state().equals("LOCKED") || order.state().equals("BUILT");
            if (!frozen && plan.knew.contains(order.id) && !plan.isAgain()) {
                String name = order.offer() + (was(order, plan).equals("none") ? " waiting" : "");
                List<PlayedOrder> ahead = classes.computeIfAbsent(name, key -> new ArrayList<>());
                for (PlayedOrder first : ahead) {
                    boolean before = overtakes(first, was(first, plan), order, was(order, plan), plan);
                    boolean now = overtakes(first, first.from(), order, order.from(), plan);
                    assertTrue(
                            before || !now,
                            () -> "F1: " + order.id + " overtakes " + first.id + " in " + told(name, plan));
                }
                ahead.add(order);
            }
        }
    }

    private static boolean overtakes(
            PlayedOrder first, String firstFrom, PlayedOrder second, String secondFrom, Published plan) {
        LocalDate ahead = week(first, firstFrom, plan);
        LocalDate behind = week(second, secondFrom, plan);
        return behind != null && (ahead == null || ahead.isAfter(behind));
    }

    private List<String> told(String offer, Published plan) {
        return line.byEntry().stream()
                .filter(order -> offer.startsWith(order.offer()))
                .map(order -> order.id.substring(9, 18) + order.state() + " " + order.region + " " + was(order, plan)
                        + " > " + order.from() + (plan.knew.contains(order.id) ? "" : " touched"))
                .toList();
    }

    /// A window of a week gone by that is kept is due now.
    private static @Nullable LocalDate week(PlayedOrder order, String from, Published plan) {
        LocalDate week = order.delivery(from);
        LocalDate soonest = plan.thisWeek.plusWeeks(order.offer().equals("bike") ? 0 : 1);
        return week == null ? null : PaperParts.latest(week, soonest);
    }

    /// F3: as long as what the locked ones were promised can be built, they keep it.
    private void frozenKeepTheirWeek(Published plan) {
        List<PaperParts.Unit> units = new ArrayList<>();
        List<PlayedOrder> broken = new ArrayList<>();
        for (PlayedOrder order : line.live()) {
            LocalDate was = order.delivery(was(order, plan));
            if (order.state().equals("LOCKED") && plan.knew.contains(order.id) && was != null) {
                units.add(new PaperParts.Unit(order.offer(), was));
                if (isWorse(order, plan)) {
                    broken.add(order);
                }
            }
        }
        if (!broken.isEmpty() && parts.hall == null && !plan.isAgain()) {
            LocalDate start = LocalDate.parse(plan.run.at("/inputs/start").asString());
            assertFalse(
                    parts.wrong(plan.known, units, start, plan.thisWeek).isEmpty(),
                    "F3: " + broken.getFirst().id + " was locked and could keep its week");
        }
        if (!plan.isAgain()) {
            assertTrue(
                    broken.size()
                            <= plan.run.at("/report/figures/frozenViolations").asLong(),
                    "F3: a broken one is counted");
        }
    }

    /// F7: an earlier window is told when it is earlier by enough.
    private void gainsAreWorthTelling(Published plan) {
        for (PlayedOrder order : line.live()) {
            LocalDate was = order.delivery(was(order, plan));
            LocalDate now = order.delivery();
            if (!plan.isAgain() && was != null && now != null && now.isBefore(was)) {
                assertTrue(
                        !now.plusWeeks(plan.improvement()).isAfter(was),
                        "F7: " + order.id + " is told " + now + " in place of " + was);
            }
        }
    }

    /// F6: bikes share nothing with anything, so as long as no word is said of frames nobody waits longer for one. Only
    /// who stands before somebody ahead, from a plan that was published again, may have to stand back, and by the
    /// rule `line` who is behind somebody who locked and is served first from then on.
    private void whomNothingReachesStays(Published plan) {
        List<PlayedOrder> bikes = line.byEntry().stream()
                .filter(order -> order.offer().equals("bike"))
                .toList();
        boolean lockedFirst = plan.run.at("/wish/rule").asString().equals("line");
        boolean inOrder = true;
        LocalDate last = LocalDate.MIN;
        for (PlayedOrder order : bikes) {
            LocalDate was = week(order, was(order, plan), plan);
            inOrder &= was == null || !was.isBefore(last);
            last = was == null ? last : PaperParts.latest(last, was);
        }
        for (PlayedOrder order : bikes) {
            boolean reached = !plan.framesAsBefore || plan.isAgain() || !inOrder || lockedFirst;
            assertTrue(reached || !isWorse(order, plan), () -> "F6: " + told("bike", plan));
        }
    }

    /// A unit that is there is built whatever comes of the plan.
    private void whoseUnitIsThereStays(Published plan) {
        for (PlayedOrder order : line.live()) {
            assertTrue(
                    !order.state().equals("BUILT") || was(order, plan).equals(order.from()),
                    () -> "whose unit is there moved: " + order.id);
        }
    }

    /// F5: who is served later is told what is short, and in words.
    private void explained(PlayedOrder order, Published plan) {
        JsonNode promises = line.doors.getLast().order(order.id).is(200).node("/promises");
        JsonNode given = promises.get(promises.size() - 1);
        assertEquals(plan.run.get("run").asLong(), given.get("planRun").asLong(), "F5: the run says so");
        if (!plan.knew.contains(order.id) || plan.isAgain()) {
            return;
        }
        String binding = given.at("/binding").asString("none");
        List<String> needed = new ArrayList<>(List.of("hall"));
        plan.known.needs(order.offer()).forEach(need -> needed.add(need.part()));
        assertTrue(needed.contains(binding), "F5: " + order.offer() + " is held by " + binding + ": " + given);
        for (String language : List.of("en", "zh")) {
            assertFalse(given.at("/explanation/" + language).asString("").isEmpty(), "F5: in words: " + given);
        }
    }

    private boolean isWorse(PlayedOrder order, Published plan) {
        LocalDate was = order.delivery(was(order, plan));
        LocalDate now = order.delivery();
        return was != null && (now == null || now.isAfter(was));
    }

    private static String was(PlayedOrder order, Published plan) {
        return Objects.requireNonNull(plan.before.get(order.id), order.id);
    }
}
