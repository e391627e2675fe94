package dev.holdfast.launch.intake;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.Move;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Supplies;
import dev.holdfast.launch.SupplyLine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Brings a plan run from the line of its snapshot to the line of now: what the journal says of orders that
/// came, went or changed meanwhile is done again on the supply as the run left it. Pure, so that a
/// simulation can drive it.
///
/// Who left gives back the week that the run had given them, and what was staged for them is taken back.
/// Who came keeps the week they were promised under the plan before, or gets the first one after it that
/// this plan has. Who locked is frozen: what the run had moved later goes back to its week where this plan
/// still carries it. Who only paid stands where they stood.
final class CatchUp {
    private final Map<OrderId, Stand> stands = new HashMap<>();
    private final Set<OrderId> touched = new HashSet<>();
    private final int run;
    private final Supplies.Weeks weeks;
    private SupplyLine planned;
    private Changes changes = new Changes();

    /// An order that the journal names, as rows have it.
    ///
    /// @param now its current window
    /// @param staged whether the run moves it
    /// @param from the window that the run gives it then
    record Named(
            OrderId order,
            @Nullable String region,
            OrderState state,
            @Nullable LocalDate now,
            boolean staged,
            @Nullable LocalDate from) {}

    /// An order that entered since the snapshot, or was put back, as it stands in the new plan.
    ///
    /// @param week in which the plan has it
    /// @param staged whether there is a row to be taken back
    private record Stand(@Nullable LocalDate week, boolean staged) {}

    /// What has to be written for what was caught up with.
    static final class Changes {
        final Map<OrderId, Move> moves = new LinkedHashMap<>();
        final Set<OrderId> dropped = new HashSet<>();
        MoveCounts counts = MoveCounts.NONE;

        boolean isEmpty() {
            return moves.isEmpty() && dropped.isEmpty() && counts.equals(MoveCounts.NONE);
        }
    }

    /// @param planned as the run left it; driven here alone
    CatchUp(int run, Supplies.Planned planned) {
        this.run = run;
        this.weeks = planned.weeks();
        this.planned = planned.line();
    }

    SupplyLine planned() {
        return planned;
    }

    /// Orders that came, went or changed.
    long touched() {
        return touched.size();
    }

    /// What has to be written since this was asked last.
    Changes take() {
        Changes taken = changes;
        changes = new Changes();
        return taken;
    }

    /// Orders whose rows have to be read before these events can be caught up with.
    static Set<OrderId> named(List<Event> events) {
        Set<OrderId> orders = new HashSet<>();
        for (Event event : events) {
            switch (event) {
                case Event.Held e -> orders.add(e.order());
                case Event.Readmitted e -> orders.add(e.order());
                case Event.Changed e -> orders.add(e.order());
                case Event.Expired e -> orders.add(e.order());
                case Event.Cancelled e -> orders.add(e.order());
                case Event.Locked e -> orders.add(e.order());
                case Event.Advanced e -> orders.add(e.order());
                case Event.Placed _, Event.LockAsked _, Event.Consented _, Event.Reset _, Event.Unknown _ -> {}
            }
        }
        return orders;
    }

    void follow(List<Event> events, Map<OrderId, Named> named, LaunchDefinition definition, LocalDate thisWeek) {
        for (Event event : events) {
            switch (event) {
                case Event.Held e ->
                    enter(row(named, e.order()), e.offer(), OrderState.HELD, e.week(), definition, thisWeek);
                case Event.Readmitted e ->
                    enter(row(named, e.order()), e.offer(), OrderState.PLACED, e.week(), definition, thisWeek);
                case Event.Changed e -> {
                    Named row = row(named, e.order());
                    leave(row, e.from(), e.freed(), definition);
                    enter(row, e.offer(), e.state(), e.week(), definition, thisWeek);
                }
                case Event.Expired e -> leave(row(named, e.order()), e.offer(), e.week(), definition);
                case Event.Cancelled e -> leave(row(named, e.order()), e.offer(), e.week(), definition);
                case Event.Locked e -> freeze(row(named, e.order()), e.offer(), definition, thisWeek);
                case Event.Reset e -> refuseMoved(e);
                case Event.Unknown e -> throw movedByOthers(e.kind());
                case Event.Advanced e -> advance(row(named, e.order()), e.to(), definition);
                case Event.Placed _, Event.LockAsked _, Event.Consented _ -> {}
            }
        }
    }

    private void enter(
            Named row,
            String offer,
            OrderState state,
            @Nullable LocalDate week,
            LaunchDefinition definition,
            LocalDate thisWeek) {
        touched.add(row.order());
        LocalDate kept = planned.keep(offer, week, thisWeek).orElse(null);
        boolean moved = !Objects.equals(kept, week);
        stands.put(row.order(), new Stand(kept, moved));
        if (moved) {
            LocalDate was = window(week, row, definition);
            LocalDate from = window(kept, row, definition);
            changes.counts = changes.counts.plus(was, from);
            changes.moves.put(
                    row.order(), new Move(row.order(), state, was, from, 0, Move.Reason.PLAN_PUBLISHED, null, null));
        }
    }

    private void leave(Named row, String offer, @Nullable LocalDate freed, LaunchDefinition definition) {
        touched.add(row.order());
        Stand stand = stand(row, freed, definition);
        planned.release(offer, stand.week());
        if (stand.staged()) {
            takeBack(row, window(freed, row, definition), window(stand.week(), row, definition));
        }
        stands.remove(row.order());
    }

    private void freeze(Named row, String offer, LaunchDefinition definition, LocalDate thisWeek) {
        LocalDate was = row.now();
        LocalDate from = row.from();
        boolean slips = row.staged() && was != null && (from == null || from.isAfter(was));
        if (!slips || stands.containsKey(row.order())) {
            return;
        }
        LocalDate week = week(was, row, definition);
        SupplyLine trial = planned.copy();
        trial.release(offer, week(from, row, definition));
        if (Objects.equals(trial.keep(offer, week, thisWeek).orElse(null), week)) {
            touched.add(row.order());
            planned = trial;
            stands.put(row.order(), new Stand(week, false));
            takeBack(row, was, from);
        }
    }

    /// Whose unit is there keeps the window that was told, and the supply that the run gave it, or that they got when
    /// they came since. Until then, whoever goes on was frozen by the lock.
    private void advance(Named row, OrderState to, LaunchDefinition definition) {
        if (!to.built()) {
            return;
        }
        Stand stand = stand(row, week(row.now(), row, definition), definition);
        if (stand.staged()) {
            touched.add(row.order());
            stands.put(row.order(), new Stand(stand.week(), false));
            takeBack(row, row.now(), window(stand.week(), row, definition));
        }
    }

    /// Opening and closing a launch moves nobody. A new supply or another plan does.
    private void refuseMoved(Event.Reset reset) {
        if (!Desk.MOVES_NOBODY.contains(reset.cause())) {
            throw movedByOthers(reset.cause());
        }
    }

    private Problem movedByOthers(String how) {
        return Staging.stale("Promises were moved by others since plan run " + run + " was made (" + how + ").");
    }

    private void takeBack(Named row, @Nullable LocalDate was, @Nullable LocalDate from) {
        changes.counts = changes.counts.minus(was, from);
        // What was not written yet need not be taken back.
        if (changes.moves.remove(row.order()) == null) {
            changes.dropped.add(row.order());
        }
    }

    /// Where the order stands in the new plan before it leaves.
    private Stand stand(Named row, @Nullable LocalDate freed, LaunchDefinition definition) {
        Stand known = stands.get(row.order());
        if (known != null) {
            return known;
        }
        if (row.staged()) {
            return new Stand(week(row.from(), row, definition), true);
        }
        // Whom the run moves and who left before it was staged has no row, and stands in it all the same.
        return new Stand(weeks.week(row.order(), freed), false);
    }

    private static Named row(Map<OrderId, Named> named, OrderId order) {
        return Objects.requireNonNull(named.get(order), () -> "The journal names " + order + ", which has no row.");
    }

    private static @Nullable LocalDate window(@Nullable LocalDate week, Named row, LaunchDefinition definition) {
        return week == null ? null : week.plusWeeks(definition.transitWeeks(row.region()));
    }

    private static @Nullable LocalDate week(@Nullable LocalDate from, Named row, LaunchDefinition definition) {
        return from == null ? null : from.minusWeeks(definition.transitWeeks(row.region()));
    }
}
