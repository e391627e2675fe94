package dev.holdfast.community.merge;

import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.WishState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of merges. Whoever changes one, or answers it, locks its row first and the wishes after it.
final class MergeStore {
    private static final String PROPOSE = """
            insert into community.merge (source, target, state, reason, proposed_at, answer_before)
            values (:source, :target, 'ASKING', :reason, :at, :before) returning number""";

    private static final String COLUMNS = """
            select m.number, m.source, m.target, m.state, m.reason, m.proposed_at, m.answer_before, m.moved, m.declined,
              m.restored, m.closed_at, m.source_state, m.undone_at, m.undo_reason, m.told_position
            from community.merge m
            """;

    private static final String ONE = COLUMNS + "where m.number = ?";

    /// The guard: of an answer and an end at once, the later finds what the earlier left.
    static final String LOCKED = ONE + " for update";

    private static final String OF_WISH = COLUMNS + """
            where (m.source = :wish or m.target = :wish) and m.number < :before order by m.number desc limit :limit""";

    private static final String PAGE = COLUMNS + """
            where m.number < :before and (not :open or m.state in ('ASKING', 'UNDOING'))
            order by m.number desc limit :limit""";

    private static final String RUNNING = """
            select exists (select from community.merge m
              where m.state = 'ASKING' and (m.source in (:source, :target) or m.target = :source))""";

    private static final String ASKING = "select count(*) from community.merge m where m.state = 'ASKING'";

    private static final String TO_TELL = COLUMNS + """
            where m.state = 'ASKING' and not m.told order by m.number limit 1 for update skip locked""";

    private static final String TOLD =
            "update community.merge set told_position = :position, told = :done where number = :number";

    private static final String TO_CLOSE = COLUMNS + """
            where m.state = 'ASKING' and (m.answer_before <= :now or exists (
              select from community.wish w
              where w.id in (m.source, m.target) and w.state not in ('OPEN', 'REOPENED')))
            order by m.number limit 1 for update skip locked""";

    private static final String TO_UNDO =
            COLUMNS + "where m.state = 'UNDOING' order by m.number limit 1 for update skip locked";

    private static final String CLOSE = """
            update community.merge set state = 'CLOSED', closed_at = :at, source_state = :before
            where number = :number""";

    private static final String UNDO = """
            update community.merge set state = 'UNDOING', undo_reason = :reason, source_state = null
            where number = :number""";

    private static final String UNDONE =
            "update community.merge set state = 'UNDONE', undone_at = :at where number = :number";

    private static final String COUNT = """
            update community.merge set moved = moved + :moved, declined = declined + :declined,
              restored = restored + :restored
            where number = :number""";

    private final JdbcClient jdbc;
    private final String locked;

    MergeStore(JdbcClient jdbc) {
        this(jdbc, LOCKED);
    }

    /// @param locked [#LOCKED]; a test takes its guard away
    MergeStore(JdbcClient jdbc, String locked) {
        this.jdbc = jdbc;
        this.locked = locked;
    }

    /// @param position up to which supporters were written to
    record ToTell(Merge merge, int position) {}

    long propose(MergeProposal proposal, Instant at, Instant before) {
        return jdbc.sql(PROPOSE)
                .param("source", proposal.source().value())
                .param("target", proposal.target().value())
                .param("reason", proposal.reason())
                .param("at", Timestamp.from(at))
                .param("before", Timestamp.from(before))
                .query(Long.class)
                .single();
    }

    Optional<Merge> find(long number) {
        return jdbc.sql(ONE).param(number).query((row, index) -> merge(row)).optional();
    }

    /// Until the running transaction ends nobody answers it and nobody ends it.
    Optional<Merge> lock(long number) {
        return jdbc.sql(locked).param(number).query((row, index) -> merge(row)).optional();
    }

    List<Merge> of(WishId wish, long before, int limit) {
        return jdbc.sql(OF_WISH)
                .param("wish", wish.value())
                .param("before", before)
                .param("limit", limit)
                .query((row, index) -> merge(row))
                .list();
    }

    /// @param open those alone that are under way
    List<Merge> page(boolean open, long before, int limit) {
        return jdbc.sql(PAGE)
                .param("open", open)
                .param("before", before)
                .param("limit", limit)
                .query((row, index) -> merge(row))
                .list();
    }

    /// Whether one of them could move twice.
    boolean running(WishId source, WishId target) {
        return jdbc.sql(RUNNING)
                .param("source", source.value())
                .param("target", target.value())
                .query(Boolean.class)
                .single();
    }

    int asking() {
        return jdbc.sql(ASKING).query(Integer.class).single();
    }

    Optional<ToTell> toTell() {
        return jdbc.sql(TO_TELL)
                .query((row, index) -> new ToTell(merge(row), row.getInt("told_position")))
                .optional();
    }

    void told(long merge, int position, boolean done) {
        jdbc.sql(TOLD)
                .param("number", merge)
                .param("position", position)
                .param("done", done)
                .update();
    }

    Optional<Merge> toClose(Instant now) {
        return jdbc.sql(TO_CLOSE)
                .param("now", Timestamp.from(now))
                .query((row, index) -> merge(row))
                .optional();
    }

    Optional<Merge> toUndo() {
        return jdbc.sql(TO_UNDO).query((row, index) -> merge(row)).optional();
    }

    /// @param before what the source was, where it is merged as a whole
    void close(long merge, @Nullable WishState before, Instant at) {
        jdbc.sql(CLOSE)
                .param("number", merge)
                .param("before", before == null ? null : before.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    void undo(long merge, String reason) {
        jdbc.sql(UNDO).param("number", merge).param("reason", reason).update();
    }

    void undone(long merge, Instant at) {
        jdbc.sql(UNDONE).param("number", merge).param("at", Timestamp.from(at)).update();
    }

    void count(long merge, int moved, int declined, int restored) {
        jdbc.sql(COUNT)
                .param("number", merge)
                .param("moved", moved)
                .param("declined", declined)
                .param("restored", restored)
                .update();
    }

    static Merge merge(ResultSet row) throws SQLException {
        String before = row.getString("source_state");
        return new Merge(
                row.getLong("number"),
                new WishId(row.getObject("source", UUID.class)),
                new WishId(row.getObject("target", UUID.class)),
                Merge.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getTimestamp("answer_before").toInstant(),
                row.getInt("moved"),
                row.getInt("declined"),
                row.getInt("restored"),
                instant(row, "closed_at"),
                before == null ? null : WishState.valueOf(before),
                instant(row, "undone_at"),
                row.getString("undo_reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
