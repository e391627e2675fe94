package dev.holdfast.supply.run;

import dev.holdfast.launch.Liability;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a run would do to the people in line, in numbers and in words; written once, when the run was computed.
///
/// @param moves whose window moves, and by how much
/// @param bound what no plan at all could do better, and how far this one is from it
/// @param frontier what other choices would do, from the strict line to "keep all that can be kept"
/// @param leads what would save most waiting, the most first: the planner's list of calls to make
/// @param held what keeps orders from earlier weeks, the most orders first
/// @param confirmation whether the windows quoted since the plan in force hold under this one
/// @param frozenExceptions positions of frozen orders that lose their week, from the back of the line; the first 1,000
/// @param liability what the moves would cost under the launch's compensation rules; null: it has none
public record PlanReport(
        Figures figures,
        Moves moves,
        Bound bound,
        List<Choice> frontier,
        List<Lead> leads,
        List<Held> held,
        Confirmation confirmation,
        List<Long> frozenExceptions,
        @Nullable Liability liability,
        List<String> notes) {
    public PlanReport {
        frontier = List.copyOf(frontier);
        leads = List.copyOf(leads);
        held = List.copyOf(held);
        frozenExceptions = List.copyOf(frozenExceptions);
        notes = List.copyOf(notes);
    }

    /// @param beyondHorizon orders without a week in this plan
    /// @param waitingWeeks weeks from the start to the build, summed; beyond the horizon counts as its end
    /// @param latenessWeeks weeks from the promise to a later build, summed
    /// @param promisesBroken orders built later than promised
    /// @param frozenViolations frozen orders among them
    /// @param overtakes pairs of one class in which the one behind is built first
    /// @param envy orders that are late although those ahead of them left an earlier week open
    public record Figures(
            long orders,
            long beyondHorizon,
            long waitingWeeks,
            long latenessWeeks,
            long promisesBroken,
            long frozenViolations,
            long overtakes,
            long envy) {}

    /// @param lost orders that had a window and would have none
    /// @param reached orders that had none and would have one
    /// @param byWeeks how many move by how many weeks, the earliest first; who has or gets no window is not in it
    /// @param byStore the stores with most moves, at most 200
    /// @param yearsCrossed whose window moves into another year
    public record Moves(
            long total,
            long kept,
            long earlier,
            long later,
            long lost,
            long reached,
            List<Shift> byWeeks,
            List<Group> byConfiguration,
            List<Group> byRegion,
            List<Group> byStore,
            List<YearCrossed> yearsCrossed) {
        public Moves {
            byWeeks = List.copyOf(byWeeks);
            byConfiguration = List.copyOf(byConfiguration);
            byRegion = List.copyOf(byRegion);
            byStore = List.copyOf(byStore);
            yearsCrossed = List.copyOf(yearsCrossed);
        }
    }

    /// @param weeks below zero: earlier
    public record Shift(int weeks, long orders) {}

    /// @param name null: orders that name none
    /// @param weeksLater of those that move later, summed
    public record Group(
            @Nullable String name, long orders, long earlier, long later, long lost, long reached, long weeksLater) {}

    public record YearCrossed(int from, int to, long orders) {}

    /// @param latenessWeeks no plan has less
    /// @param gap by which share this plan may be worse than the best; null: the bound says nothing
    public record Bound(double latenessWeeks, @Nullable Double gap, int iterations) {}

    /// @param frozenWeeks promises due within so many weeks are served first
    /// @param chosen this is the run's own choice
    /// @param moved orders whose window would move
    public record Choice(String rule, int frozenWeeks, boolean chosen, long moved, Figures figures) {}

    /// @param kind `earlier`: everything of a component one week earlier; `room`: one more unit of a resource's week
    /// @param week of a resource; null for a component
    /// @param words the same as a sentence, by language
    public record Lead(
            String kind,
            String name,
            @Nullable LocalDate week,
            List<String> suppliers,
            double savedOrderWeeks,
            Map<String, String> words) {
        public Lead {
            suppliers = List.copyOf(suppliers);
            words = Map.copyOf(words);
        }
    }

    /// @param kind `component` or `resource`
    /// @param later those among the orders whose window moves later
    public record Held(String kind, String name, long orders, long later) {}

    /// @param quoted orders that entered since the plan in force was published
    /// @param confirmed those of them whose window this run keeps
    /// @param rate null when none was quoted
    public record Confirmation(
            long quoted, long confirmed, @Nullable Double rate) {}
}
