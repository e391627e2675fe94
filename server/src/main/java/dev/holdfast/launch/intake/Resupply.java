package dev.holdfast.launch.intake;

import dev.holdfast.kernel.Check;
import dev.holdfast.launch.AtFault;
import dev.holdfast.launch.Curve;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Resupplied;
import dev.holdfast.launch.Supplies;
import dev.holdfast.launch.consent.ConsentRun;
import dev.holdfast.launch.intake.PromiseStore.Promised;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives the orders of a launch the windows that a new supply has for them, in one act under the line's lock.
///
/// Whose unit is there keeps the window they were told. Locked orders come next and keep their week where the
/// curve lets them; then everybody in entry order gets the first week that is left. Nobody overtakes inside a
/// class, and what a release freed since the last plan is used again.
public final class Resupply {
    private final Connection connection;
    private final LineState state;
    private final Map<String, Curve> curves;
    private final Instant at;
    private final String reason;
    private final Map<String, CurveRun> runs = new HashMap<>();
    private final List<Promised> moved = new ArrayList<>();
    private final List<ConsentRun.Moved> asked = new ArrayList<>();
    private final ConsentRun consent;
    private long earlier;
    private long later;
    private long lost;
    private long reached;

    private Resupply(Connection connection, LineState state, Map<String, Curve> curves, Instant clock, String reason) {
        this.connection = connection;
        this.state = state;
        this.curves = curves;
        this.at = Line.notBefore(clock, state);
        this.reason = reason;
        // A supply says nothing of whose fault it is: then the seller answers for it.
        this.consent = new ConsentRun(state.launch(), null, state.definition(), AtFault.SELLER, at);
    }

    /// Joins the connection's transaction.
    ///
    /// @param supplies gives lines of the new supply already
    /// @param curves the new supply, by offer
    /// @param reason told with every promise that moves
    public static Resupplied run(
            Connection connection,
            Supplies supplies,
            int launch,
            Map<String, Curve> curves,
            Instant clock,
            String reason)
            throws SQLException {
        LineRow row = LineStore.lock(connection, launch);
        LineState state = LineStore.read(connection, launch, supplies).with(row);
        Check.that(state.run() == 0, "Launch %s has a plan, %s: only a plan moves its orders.", launch, state.run());
        Resupply resupply = new Resupply(connection, state, curves, clock, reason);
        PromiseStore.walk(connection, launch, resupply::promised);
        resupply.write();
        resupply.publish(supplies);
        return new Resupplied(resupply.earlier, resupply.later, resupply.lost, resupply.reached);
    }

    private void promised(Promised order) throws SQLException {
        CurveRun run = run(order.offer());
        int transit = state.definition().transitWeeks(order.region());
        LocalDate was = order.from();
        if (order.state().built()) {
            run.built(was == null ? null : was.minusWeeks(transit));
            return;
        }
        Optional<LocalDate> week = order.frozen() && was != null ? run.keep(was.minusWeeks(transit)) : run.next();
        LocalDate from = week.map(monday -> monday.plusWeeks(transit)).orElse(null);
        if (count(was, from)) {
            moved.add(new Promised(order.order(), order.offer(), order.region(), order.frozen(), from, order.state()));
            asked.add(new ConsentRun.Moved(new OrderId(order.order()), order.state(), was, from, reason));
        }
        if (moved.size() == PromiseStore.PAGE) {
            write();
        }
    }

    private void write() throws SQLException {
        PromiseStore.move(connection, moved, at, reason);
        consent.write(connection, asked);
        moved.clear();
        asked.clear();
    }

    private void publish(Supplies supplies) throws SQLException {
        state.tallies().keySet().forEach(this::run);
        List<Supplies.Checkpoint> checkpoint = new ArrayList<>();
        for (Map.Entry<String, CurveRun> run : runs.entrySet()) {
            String offer = run.getKey();
            long live = state.tally(offer).live();
            long found = run.getValue().given();
            Check.that(found == live, "%s live orders of %s were counted, %s found.", live, offer, found);
            checkpoint.add(run.getValue().checkpoint(offer));
        }
        LineState after = state.at(
                state.sequence() + 1, state.positions(), state.tallies(), supplies.line(state.launch(), checkpoint));
        LineStore.checkpoint(connection, after, runs.keySet());
        LineStore.reset(connection, after, at, reason);
    }

    private CurveRun run(String offer) {
        return runs.computeIfAbsent(
                offer, id -> new CurveRun(curves.getOrDefault(id, Curve.NOTHING), state.weekAt(at)));
    }

    private boolean count(@Nullable LocalDate was, @Nullable LocalDate now) {
        if (was == null || now == null) {
            lost += was != null ? 1 : 0;
            reached += now != null ? 1 : 0;
            return was != null || now != null;
        }
        earlier += now.isBefore(was) ? 1 : 0;
        later += now.isAfter(was) ? 1 : 0;
        return !now.equals(was);
    }
}
