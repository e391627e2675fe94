package dev.holdfast.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;

/// Proves, before anything is served, that this database keeps what it acknowledges.
final class Durability {
    private static final int MIN_VERSION = 16;

    private static final String SETTINGS = """
            select current_setting('server_version_num')::int / 10000 as version,
                   current_setting('fsync') as fsync,
                   current_setting('synchronous_commit') as synchronous_commit,
                   current_setting('full_page_writes') as full_page_writes
            """;

    private Durability() {}

    static void check(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(SETTINGS)) {
            row.next();
            var version = row.getInt("version");
            if (version < MIN_VERSION) {
                throw new CannotStart("This PostgreSQL is version " + version + " and Holdfast needs " + MIN_VERSION
                        + " or newer: upgrade it, or leave HOLDFAST_DB_URL unset for the embedded one.");
            }
            var off = new ArrayList<String>();
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                if (!keeps(row.getString(setting))) {
                    off.add(setting + "=" + row.getString(setting));
                }
            }
            if (!off.isEmpty()) {
                throw new CannotStart("This PostgreSQL may lose orders it has acknowledged (" + String.join(", ", off)
                        + "): set them to on, in postgresql.conf or for this role and database, and start again.");
            }
        }
    }

    /// `remote_apply` and the other values of synchronous_commit that wait for more than `on` are as good; `local`
    /// is durable here but not on the standby that the operator asked for, and is refused with `off`.
    private static boolean keeps(String value) {
        return value.equals("on") || value.equals("remote_apply");
    }
}
