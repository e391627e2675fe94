package dev.holdfast.launch.campaign;

import dev.holdfast.kernel.Check;
import dev.holdfast.launch.Verdict;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The row of a campaign: defined with its launch, and written by batches under the line's lock.
public final class CourseStore {
    static final String DEFINE = """
            insert into launch.campaign (launch, ends_at) values (?, ?)
            on conflict (launch) do update set ends_at = excluded.ends_at
            """;

    public static final String READ = """
            select ends_at, sum, pledges, backers, add_ons, verdict, decided_at, decided_sum, decided_pledges,
              decided_backers, decided_stretch, settled_position, settled_at
            from launch.campaign where launch = ?
            """;

    static final String WRITE = """
            update launch.campaign
            set sum = ?, pledges = ?, backers = ?, add_ons = ?, verdict = ?, decided_at = ?, decided_sum = ?,
              decided_pledges = ?, decided_backers = ?, decided_stretch = ?, settled_position = ?,
              settled_at = case when ? then coalesce(settled_at, ?) end
            where launch = ?
            """;

    /// All holds before the sweep's cursor were looked at after their end, so none of them is open.
    static final String OPEN = """
            select coalesce(sum(o.deposit), 0) from launch.orders o
            where o.launch = ? and o.position > ? and o.state = 'HELD'
            """;

    private CourseStore() {}

    public static void define(Connection connection, int launch, Instant endsAt) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DEFINE)) {
            statement.setInt(1, launch);
            statement.setTimestamp(2, Timestamp.from(endsAt));
            statement.executeUpdate();
        }
    }

    public static Course read(Connection connection, int launch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setInt(1, launch);
            try (ResultSet row = statement.executeQuery()) {
                Check.that(row.next(), "Launch %s is a campaign without a row.", launch);
                return course(launch, row);
            }
        }
    }

    /// What is still to be paid of places that were taken.
    public static long open(Connection connection, int launch, long sweptPosition) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
            statement.setInt(1, launch);
            statement.setLong(2, sweptPosition);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static void write(Connection connection, Course course, Instant at) throws SQLException {
        Course.Decided decided = course.decided();
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            statement.setLong(1, course.sum());
            statement.setLong(2, course.pledges());
            statement.setLong(3, course.backers());
            statement.setString(4, AddOnText.write(course.addOns));
            statement.setString(5, decided == null ? null : decided.verdict().name());
            statement.setTimestamp(6, decided == null ? null : Timestamp.from(decided.at()));
            statement.setObject(7, decided == null ? null : decided.sum(), java.sql.Types.BIGINT);
            statement.setObject(8, decided == null ? null : decided.pledges(), java.sql.Types.BIGINT);
            statement.setObject(9, decided == null ? null : decided.backers(), java.sql.Types.BIGINT);
            statement.setObject(10, decided == null ? null : decided.stretch(), java.sql.Types.INTEGER);
            statement.setLong(11, course.settledPosition());
            statement.setBoolean(12, course.settled());
            statement.setTimestamp(13, Timestamp.from(at));
            statement.setInt(14, course.launch);
            Check.that(statement.executeUpdate() == 1, "The campaign of launch %s is gone.", course.launch);
        }
    }

    static Course course(int launch, ResultSet row) throws SQLException {
        return new Course(
                        launch,
                        row.getTimestamp("ends_at").toInstant(),
                        row.getLong("sum"),
                        row.getLong("pledges"),
                        row.getLong("backers"),
                        AddOnText.read(row.getString("add_ons")))
                .decided(decided(row), row.getLong("settled_position"), row.getTimestamp("settled_at") != null);
    }

    private static Course.@Nullable Decided decided(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return verdict == null
                ? null
                : new Course.Decided(
                        Verdict.valueOf(verdict),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getLong("decided_sum"),
                        row.getLong("decided_pledges"),
                        row.getLong("decided_backers"),
                        row.getInt("decided_stretch"));
    }
}
