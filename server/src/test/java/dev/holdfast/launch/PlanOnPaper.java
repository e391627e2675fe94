package dev.holdfast.launch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A plan run in a test's hand: everybody in entry order gets the first week of the new curves.
///
/// @param line the supply as the run leaves it
/// @param moves what it moves, in entry order
public record PlanOnPaper(LineSnapshot from, SupplyLine line, List<Move> moves) {
    public static final String BINDING = "battery-b";
    public static final long EVENT = 7;

    public static PlanOnPaper of(LineSnapshot from, Map<String, Curve> curves, LocalDate thisWeek) {
        SupplyLine line = new OneCurve(curves, List.of());
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            LocalDate week =
                    line.take(from.offers().get(from.offer(i)), thisWeek).orElse(null);
            LocalDate now = week == null ? null : week.plusWeeks(from.transitWeeks(i));
            LocalDate was = day(from.promised(i));
            if (!Objects.equals(was, now)) {
                moves.add(new Move(
                        from.order(i),
                        from.state(i),
                        was,
                        now,
                        from.slips(i),
                        Move.Reason.COMPONENT_SHORT,
                        BINDING,
                        EVENT));
            }
        }
        return new PlanOnPaper(from, line, moves);
    }

    private static @Nullable LocalDate day(int day) {
        return day == LineSnapshot.NONE ? null : LocalDate.ofEpochDay(day);
    }
}
