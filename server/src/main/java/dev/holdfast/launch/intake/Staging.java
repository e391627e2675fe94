package dev.holdfast.launch.intake;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Move;
import dev.holdfast.launch.intake.StagingStore.Attempt;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// What a plan run moves, written down before it is published. Everything that goes with a moved promise is
/// written, and taken back, here and in the same transaction.
final class Staging {
    /// Rows in one transaction: few enough that a dead attempt leaves little to wait for.
    static final int CHUNK = 10_000;

    private Staging() {}

    /// Writes moves of a run that is in this state.
    static void write(Connection connection, Attempt attempt, String state, List<Move> moves, Instant at)
            throws SQLException {
        MoveCounts counts = MoveCounts.NONE;
        for (Move move : moves) {
            counts = counts.plus(move.was(), move.from());
        }
        replace(connection, attempt, state, counts, List.of(), moves, at);
    }

    /// Takes back what the run has for some orders and writes it for others.
    ///
    /// @param counts by how much the run's counts change
    static void replace(
            Connection connection,
            Attempt attempt,
            String state,
            MoveCounts counts,
            Collection<UUID> dropped,
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
