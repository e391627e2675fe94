package dev.holdfast.supply.run;

import dev.holdfast.launch.BrokenPromise;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.Liability;
import dev.holdfast.launch.LineSnapshot;
import dev.holdfast.supply.plan.Line;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a run costs under the launch's rules of compensation: the most, since what was granted before is not known
/// here.
final class Costs {
    private Costs() {}

    static @Nullable Liability of(
            LaunchDefinition definition, LineSnapshot snapshot, Standing standing, Outcome outcome, PlanWish wish) {
        if (definition.compensation().isEmpty()) {
            return null;
        }
        return Liability.of(
                definition,
                Labels.atFault(wish.atFault()).orElseThrow(),
                IntStream.range(0, snapshot.size())
                        .filter(order -> outcome.told()[order] != standing.was()[order])
                        .mapToObj(order -> broken(snapshot, standing, outcome, order))
                        .iterator());
    }

    private static BrokenPromise broken(LineSnapshot snapshot, Standing standing, Outcome outcome, int order) {
        int week = outcome.told()[order];
        int configuration = standing.input().line().configuration()[order];
        LocalDate from = week == Line.NONE
                ? null
                : standing.input().plant().delivery(configuration, week).plusWeeks(standing.transit()[order]);
        int first = snapshot.first(order);
        LocalDate ordered = first == LineSnapshot.NONE ? null : LocalDate.ofEpochDay(first);
        return new BrokenPromise(ordered, from, snapshot.price(order), null, Map.of());
    }
}
