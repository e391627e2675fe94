package dev.holdfast.launch.intake;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Move;
import dev.holdfast.launch.intake.StagingStore.Attempt;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

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
        StagingStore.insert(connection, attempt, moves, at);
        StagedConsent.write(connection, attempt, moves, at);
        // Last, because who stages another chunk of the run waits from here on.
        count(connection, attempt, "staging", counts);
    }

    /// Writes what changes in a run that is being published, because orders came, went or changed.
    static void replace(Connection connection, Attempt attempt, CatchUp.Changes changes, Instant at)
            throws SQLException {
        count(connection, attempt, "publishing", changes.counts);
        StagingStore.drop(connection, attempt, changes.dropped);
        StagingStore.insert(connection, attempt, List.copyOf(changes.moves.values()), at);
    }

    /// @param counts by how much the run's counts change
    private static void count(Connection connection, Attempt attempt, String state, MoveCounts counts)
            throws SQLException {
        if (!StagingStore.count(connection, attempt, state, counts)) {
            throw takenOver(attempt.run());
        }
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
