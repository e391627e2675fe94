package dev.holdfast.launch.intake;

import dev.holdfast.kernel.Check;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Published;
import dev.holdfast.launch.consent.ConsentRun;
import dev.holdfast.launch.intake.StagingStore.Attempt;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts one staged plan run in force.
///
/// What happened in the line since the run's snapshot is caught up with first, without the lock, again and
/// again until hardly anything is left; then the line is locked, the rest is caught up with, and one row
/// makes all that was staged count. So the lock is held for as long as the last few batches take to be
/// followed, however many orders stand in line or move.
final class Flip {
    /// Journal rows followed at a time: as many as are read into memory at once.
    static final int PAGE = 200;

    /// Rows worth following while everybody waits. More came while the lock was waited for, and it is given back.
    static final int MAX_UNDER_LOCK = 20;

    /// Rounds without the lock before it is taken whatever is left: a line that is written faster than it can be
    /// followed must not keep its plan for ever.
    static final int MAX_ROUNDS = 10_000;

    private final Attempt attempt;
    private final CatchUp catchUp;
    private long sequence;
    private int rounds;

    /// @param sequence of the run's snapshot
    Flip(Attempt attempt, CatchUp catchUp, long sequence) {
        this.attempt = attempt;
        this.catchUp = catchUp;
        this.sequence = sequence;
    }

    /// Follows the next rows of the journal, in a transaction of its own and without the lock.
    ///
    /// @return whether there may be more worth following before the lock is taken
    boolean approach(Connection connection, Instant clock) throws SQLException {
        lookUpOnly(connection);
        List<Journal.Written> journal = LineStore.journal(connection, attempt.launch(), sequence, PAGE);
        LineState line = FlipStore.line(connection, attempt.launch(), catchUp.planned());
        follow(connection, journal, line, clock);
        return journal.size() > 1 && ++rounds < MAX_ROUNDS;
    }

    /// Ends the flip in the running transaction.
    ///
    /// @return empty when too much came meanwhile: give the lock back, approach again
    Optional<Published> land(Connection connection, Instant clock) throws SQLException {
        LineRow row = LineStore.lock(connection, attempt.launch());
        if (row.sequence() < sequence) {
            throw Staging.stale("The line was put back to a state from before the plan.");
        }
        if (row.sequence() - sequence > MAX_UNDER_LOCK && rounds < MAX_ROUNDS) {
            return Optional.empty();
        }
        lookUpOnly(connection);
        LineState line =
                FlipStore.line(connection, attempt.launch(), catchUp.planned()).with(row);
        while (sequence < row.sequence()) {
            List<Journal.Written> journal = LineStore.journal(connection, attempt.launch(), sequence, PAGE);
            if (journal.isEmpty()) {
                throw forgotten();
            }
            follow(connection, journal, line, clock);
        }
        MoveCounts counts = StagingStore.ended(connection, attempt).orElseThrow(() -> Staging.takenOver(attempt.run()));
        publish(connection, line, Line.notBefore(clock, line));
        return Optional.of(
                new Published(counts.earlier(), counts.later(), counts.lost(), counts.reached(), catchUp.touched()));
    }

    private void follow(Connection connection, List<Journal.Written> journal, LineState line, Instant clock)
            throws SQLException {
        List<Event> events = new ArrayList<>();
        for (Journal.Written row : journal) {
            if (row.sequence() != sequence + 1) {
                throw forgotten();
            }
            sequence = row.sequence();
            events.addAll(Journal.read(row.events()));
        }
        LaunchDefinition definition = line.definition();
        Map<OrderId, CatchUp.Named> named = FlipStore.named(connection, attempt, CatchUp.named(events));
        catchUp.follow(events, named, definition, line.weekAt(Line.notBefore(clock, line)));
        CatchUp.Changes changes = catchUp.take();
        Instant at = Line.notBefore(clock, line);
        if (!changes.isEmpty()) {
            Staging.replace(connection, attempt, changes, at);
        }
        StagedConsent.again(connection, attempt, events, at);
    }

    private Problem forgotten() {
        return Staging.stale("What happened since plan run " + attempt.run() + " is not kept any more.");
    }

    private void publish(Connection connection, LineState line, Instant at) throws SQLException {
        LineState after = line.at(line.sequence() + 1, line.positions(), line.tallies(), catchUp.planned());
        for (String offer : line.tallies().keySet()) {
            long live = line.tally(offer).live();
            long planned = catchUp.planned().live(offer);
            Check.that(live == planned, "%s live orders of %s, and %s in the plan.", live, offer, planned);
        }
        FlipStore.publish(connection, attempt, after, at);
        ConsentRun.published(connection, attempt.launch(), attempt.run());
        LineStore.checkpoint(connection, after, line.tallies().keySet());
        LineStore.reset(connection, after, at, Desk.PLAN_PUBLISHED);
    }

    /// Some thousand orders against millions: one look-up each, never a scan.
    private static void lookUpOnly(Connection connection) throws SQLException {
        try (Statement settings = connection.createStatement()) {
            settings.execute(PromiseStore.LOOK_UP_ONLY);
        }
    }
}
