package dev.holdfast.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/// Where a number was measured. The last three are null when the database is out of reach (`--url`).
public record Machine(
        int cpus,
        double memoryGiB,
        String jdk,
        @Nullable String postgres,
        @Nullable String fsync,
        @Nullable String synchronousCommit) {

    static Machine here() {
        return new Machine(cpuCount(), memory(), Runtime.version().toString(), null, null, null);
    }

    public static Machine here(Connection connection) throws SQLException {
        return new Machine(
                cpuCount(),
                memory(),
                Runtime.version().toString(),
                shown(connection, "server_version"),
                shown(connection, "fsync"),
                shown(connection, "synchronous_commit"));
    }

    /// The cores this process may use, not those of the machine: `taskset` and containers take some away.
    private static int cpuCount() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static double memory() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Math.round(system.getTotalMemorySize() / (double) (1 << 30) * 10) / 10.0;
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
