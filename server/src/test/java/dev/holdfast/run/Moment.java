package dev.holdfast.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// A moment in the middle of publishing at which a server can be held, by a trigger in its database that waits for a
/// lock which the test has: so it dies there and nowhere else.
enum Moment {
    STAGING("create trigger held before insert on launch.promise for each row when (new.plan_run is not null)"),
    STAGED("create trigger held before update on launch.staging for each row when (new.state = 'publishing')"),
    FLIPPING("create trigger held before insert on launch.publication for each row"),
    WRITTEN_DOWN("create trigger held before update on supply.plan_run for each row when (new.state = 'published')"),
    /// The database has been told to commit, and will: nobody is there any more to hear of it.
    COMMITTING("create constraint trigger held after insert on launch.publication deferrable initially deferred"
            + " for each row");

    private static final String HOLD = """
            create or replace function public.hold() returns trigger language plpgsql as $$
            begin perform pg_advisory_xact_lock_shared(20261121); return new; end $$
            """;

    private static final String IS_HELD = """
            select exists (select 1 from pg_locks where locktype = 'advisory' and objid = 20261121 and not granted)
            """;

    private final String trigger;

    Moment(String trigger) {
        this.trigger = trigger;
    }

    /// From now on whoever comes to this moment waits, for as long as the connection has the lock.
    void hold(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(HOLD);
            statement.execute(trigger + " execute function public.hold()");
            statement.execute("select pg_advisory_lock(20261121)");
        }
    }

    /// Waits until somebody does.
    void awaitHeld(Connection connection) throws SQLException {
        for (int i = 0; i < 600; i++) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(IS_HELD)) {
                if (row.next() && row.getBoolean(1)) {
                    return;
                }
            }
            FarAway.pause();
        }
        throw new AssertionError("Nobody came to the moment " + this);
    }

    /// The database goes on without the server that is dead by now.
    void letGo(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(20261121)");
            String table = trigger.replaceFirst("(?s).* on (\\S+) .*", "$1");
            statement.execute("drop trigger held on " + table);
        }
    }
}
