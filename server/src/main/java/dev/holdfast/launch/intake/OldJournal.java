package dev.holdfast.launch.intake;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of the journal that nobody follows any more.
///
/// An instance that finds a gap before it reads the launch from its checkpoint, and a plan run that is older
/// is stale. So all that has to stay is what somebody may be in the middle of: the latest rows, which
/// instances follow and by whose last one they see that they know the line; and whatever the news, or a
/// module that follows, has not looked at yet. The oldest go first, so what is left has no gap, wherever it
/// was stopped.
public final class OldJournal {
    /// As long as a preview is kept. It can be published in its own week only.
    private static final Duration KEPT = Duration.ofDays(30);

    /// A row may be 200 kB at a rush.
    private static final int MAX_AT_A_TIME = 200;

    /// At most in one go: whoever clears it away has more to do.
    private static final int MAX_TIMES = 5;

    private static final String LAUNCHES = "select launch from launch.line";

    static final String CLEAR = """
            delete from launch.journal j using (
                select o.launch, o.sequence
                from (select launch, sequence, at from launch.journal
                      where launch = :launch order by sequence limit :max) o
                join launch.line l on l.launch = o.launch
                join launch.news_cursor c on c.launch = o.launch and c.stream = 'supply'
                where o.at < :before and o.sequence <= l.sequence - :latest and o.sequence < c.sequence
                  and not exists (
                    select from launch.follower f where f.launch = o.launch and f.sequence < o.sequence)) old
            where j.launch = old.launch and j.sequence = old.sequence
            """;

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final int latest;

    public OldJournal(JdbcClient jdbc, InstantSource clock) {
        this(jdbc, clock, LineStore.MAX_FOLLOW);
    }

    /// @param latest rows of each line that stay however old they are; at least 1
    OldJournal(JdbcClient jdbc, InstantSource clock, int latest) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.latest = latest;
    }

    /// @return rows that were cleared away
    long clear() {
        List<Integer> launches =
                jdbc.sql(LAUNCHES).query((row, number) -> row.getInt(1)).list();
        return launches.stream().mapToLong(this::clear).sum();
    }

    private long clear(int launch) {
        long cleared = 0;
        for (int time = 1; time <= MAX_TIMES && cleared == (time - 1L) * MAX_AT_A_TIME; time++) {
            cleared += jdbc.sql(CLEAR)
                    .param("launch", launch)
                    .param("max", MAX_AT_A_TIME)
                    .param("latest", latest)
                    .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                    .update();
        }
        return cleared;
    }
}
