package dev.holdfast.community.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/// Reads rows of rounds.
final class RoundRows {
    private RoundRows() {}

    static Question question(ResultSet row) throws SQLException {
        return new Question(row.getLong("number"), row.getString("language"), row.getString("text"), at(row));
    }

    static LaunchRule rule(ResultSet row) throws SQLException {
        return new LaunchRule(
                row.getLong("rule"),
                row.getString("launch"),
                row.getInt("round"),
                LaunchRule.Kind.valueOf(row.getString("kind")),
                texts(row, "rule"),
                row.getObject("day", LocalDate.class),
                row.getString("offer"),
                row.getLong("from_position"),
                row.getLong("to_position"),
                row.getLong("touched"),
                row.getBoolean("done"),
                at(row));
    }

    static Map<String, String> texts(ResultSet row, String column) throws SQLException {
        return Map.of("en", row.getString(column + "_en"), "zh", row.getString(column + "_zh"));
    }

    static Instant at(ResultSet row) throws SQLException {
        return row.getTimestamp("at").toInstant();
    }
}
