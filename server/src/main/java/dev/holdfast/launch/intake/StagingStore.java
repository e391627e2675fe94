package dev.holdfast.launch.intake;

import dev.holdfast.launch.Move;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.consent.ConsentRun;
import dev.holdfast.launch.copy.CopyRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rows of a plan run that is not published yet: its promises, which nobody sees, and who is writing
/// them.
///
/// Whatever is written for a run is committed under the lock of the run's row in `launch.staging`, and only
/// by the attempt that the row names: who was taken over from, or given up, finds that out before anything of
/// theirs is there, and who takes over finds all that is.
final class StagingStore {
    static final String TAKE = """
            insert into launch.staging (launch, run, attempt, sequence, touched_at, state)
            select l.launch, ?, ?, l.sequence, now(), 'staging' from launch.line l where l.launch = ?
            on conflict (launch, run) do update
            set attempt = excluded.attempt, sequence = excluded.sequence, touched_at = now(), state = 'staging',
              earlier = 0, later = 0, lost = 0, reached = 0
            """;

    static final String IS_PUBLISHED = "select 1 from launch.publication where launch = ? and run = ?";

    static final String DROP_ALL = "delete from launch.promise where launch = ? and plan_run = ?";

    /// `plan_run` as [FlipStore#NAMED] has it.
    static final String DROP = """
            delete from launch.promise where order_id = any (?::uuid[]) and plan_run is not distinct from ?
            """;

    static final String COUNT = """
            update launch.staging
            set touched_at = now(), earlier = earlier + ?, later = later + ?, lost = lost + ?, reached = reached + ?
            where launch = ? and run = ? and attempt = ? and state = ?
            """;

    static final String INSERT = """
            copy launch.promise (order_id, promised_from, at, reason, launch, plan_run, binding, event) from stdin
            """;

    static final String STAGED = """
            update launch.staging set touched_at = now(), state = 'staged'
            where launch = ? and run = ? and attempt = ? and state = 'staging'
            """;

    static final String TO_PUBLISH = """
            update launch.staging set touched_at = now(), state = 'publishing'
            where launch = ? and run = ? and state = 'staged'
            returning attempt
            """;

    static final String ENDED = """
            delete from launch.staging where launch = ? and run = ? and attempt = ? and state = 'publishing'
            returning earlier, later, lost, reached
            """;

    /// What a later publication overtook, and what was left by attempts that died: they have not moved for
    /// a quarter of an hour, by the database's clock, which all instances share.
    static final String GIVE_UP = """
            update launch.staging given set state = 'given_up', attempt = gen_random_uuid()
            from (select s.launch, s.run from launch.staging s
                  where s.state = 'given_up' or s.touched_at < now() - interval '15 minutes' or exists (
                    select 1 from launch.publication p where p.launch = s.launch and p.sequence > s.sequence)
                  for update skip locked) dead
            where given.launch = dead.launch and given.run = dead.run
            returning given.launch, given.run
            """;

    static final String FORGET = "delete from launch.staging where launch = ? and run = ? and state = 'given_up'";

    private StagingStore() {}

    /// A run and who is writing it.
    record Attempt(int launch, int run, UUID id) {}

    /// A run whose staging was given up.
    record GivenUp(int launch, int run) {}

    /// @return false when the run was published already
    static boolean take(Connection connection, Attempt attempt) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE);
                PreparedStatement published = connection.prepareStatement(IS_PUBLISHED)) {
            take.setInt(1, attempt.run());
            take.setObject(2, attempt.id());
            take.setInt(3, attempt.launch());
            take.executeUpdate();
            published.setInt(1, attempt.launch());
            published.setInt(2, attempt.run());
            try (ResultSet row = published.executeQuery()) {
                return !row.next();
            }
        }
    }

    /// Deletes all promises of a run that was not published, and what it was to ask and to grant.
    static void dropAll(Connection connection, int launch, int run) throws SQLException {
        run(connection, DROP_ALL, launch, run);
        ExplanationStore.forget(connection, launch, run);
        ConsentRun.forgetAll(connection, launch, run);
    }

    /// What nobody will publish any more.
    static List<GivenUp> giveUp(Connection connection) throws SQLException {
        List<GivenUp> runs = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(GIVE_UP);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                runs.add(new GivenUp(rows.getInt(1), rows.getInt(2)));
            }
        }
        return runs;
    }

    /// Forgets a run that was given up, and deletes its promises: not one that somebody stages anew meanwhile.
    static void sweep(Connection connection, GivenUp run) throws SQLException {
        if (run(connection, FORGET, run.launch(), run.run()) == 1) {
            dropAll(connection, run.launch(), run.run());
        }
    }

    private static int run(Connection connection, String sql, int launch, int run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, launch);
            statement.setInt(2, run);
            return statement.executeUpdate();
        }
    }

    /// Deletes what a run that was not published has for these orders.
    static void drop(Connection connection, Attempt attempt, Collection<OrderId> orders) throws SQLException {
        if (orders.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(DROP)) {
            statement.setArray(1, OrderStore.array(connection, "uuid", orders, OrderId::value));
            statement.setInt(2, attempt.run());
            statement.executeUpdate();
        }
    }

    /// Adds to the counts of what is staged, and locks the run's row for the rest of the transaction.
    ///
    /// @param state that the staging has to be in
    /// @return false when this is no longer the attempt that may write
    static boolean count(Connection connection, Attempt attempt, String state, MoveCounts counts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setLong(1, counts.earlier());
            statement.setLong(2, counts.later());
            statement.setLong(3, counts.lost());
            statement.setLong(4, counts.reached());
            statement.setInt(5, attempt.launch());
            statement.setInt(6, attempt.run());
            statement.setObject(7, attempt.id());
            statement.setString(8, state);
            return statement.executeUpdate() == 1;
        }
    }

    static void insert(Connection connection, Attempt attempt, List<Move> moves, Instant at) throws SQLException {
        CopyRows rows = new CopyRows(INSERT);
        for (Move move : moves) {
            rows.add(move.order()).add(move.from()).add(at).add(move.reason().word());
            rows.add(attempt.launch()).add(attempt.run()).add(move.binding()).add(move.event());
            rows.endRow();
        }
        rows.into(connection);
    }

    /// @return false when this is no longer the attempt that may write
    static boolean staged(Connection connection, Attempt attempt) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STAGED)) {
            statement.setInt(1, attempt.launch());
            statement.setInt(2, attempt.run());
            statement.setObject(3, attempt.id());
            return statement.executeUpdate() == 1;
        }
    }

    /// The attempt to publish, and from here on nobody else's; empty when the run is not staged whole.
    static Optional<Attempt> toPublish(Connection connection, int launch, int run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TO_PUBLISH)) {
            statement.setInt(1, launch);
            statement.setInt(2, run);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Attempt(launch, run, row.getObject(1, UUID.class)))
                        : Optional.empty();
            }
        }
    }

    /// Ends the staging of a run that is being published: what it moves in all, or empty when it was taken
    /// away.
    static Optional<MoveCounts> ended(Connection connection, Attempt attempt) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENDED)) {
            statement.setInt(1, attempt.launch());
            statement.setInt(2, attempt.run());
            statement.setObject(3, attempt.id());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new MoveCounts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                        : Optional.empty();
            }
        }
    }
}
