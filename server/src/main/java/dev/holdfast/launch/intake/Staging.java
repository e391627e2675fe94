package dev.holdfast.launch.intake;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Move;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.intake.StagingStore.Attempt;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What a plan run moves, written down before it is published. Everything that goes with a moved promise is
/// written, and taken back, here and in the same transaction.
final class Staging {
    /// Rows in one transaction: few enough that a dead attempt leaves little to wait for.
    static final int CHUNK = 10_000;

    private Staging() {}

    /// Writes moves of a run that is being staged.
    static void write(Connection connection, Attempt attempt, List<Move> moves, Instant at) throws SQLException {
        MoveCounts counts = MoveCounts.NONE;
        for (Move move : moves) {
            counts = counts.plus(move.was(), move.from());
        }
        write(connection, attempt, "staging", counts, Set.of(), moves, at);
        StagedConsent.write(connection, attempt, moves, at);
    }

    /// Writes what changes in a run that is being published, because orders came, went or changed.
    static void replace(Connection connection, Attempt attempt, CatchUp.Changes changes, Instant at)
            throws SQLException {
        write(
                connection,
                attempt,
                "publishing",
                changes.counts,
                changes.dropped,
                List.copyOf(changes.moves.values()),
                at);
    }

    /// @param counts by how much the run's counts change
    /// @param dropped orders whose moves are taken back; some may be among those that move again
    private static void write(
            Connection connection,
            Attempt attempt,
            String state,
            MoveCounts counts,
            Collection<OrderId> dropped,
            List<Move> moves,
            Instant at)
            throws SQLException {
        if (!StagingStore.count(connection, attempt, state, counts)) {
            throw takenOver(attempt.run());
        }
        StagingStore.drop(connection, attempt, dropped);
        StagingStore.insert(connection, attempt, moves, at);
    }

    static Problem takenOver(int run) {
        return stale("Plan run " + run + " is being published by somebody else.");
    }

    static Problem stale(String why) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "plan_stale",
                why + " Nothing was published. Preview the plan again: it starts from the line as it is now.");
    }
}
