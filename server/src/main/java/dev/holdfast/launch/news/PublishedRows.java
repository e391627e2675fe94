package dev.holdfast.launch.news;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What published plan runs brought: promises moved, questions asked, compensation granted.
///
/// It was written while nobody could see it, by several runs at once; the publication makes a run's rows count, so they
/// are told run by run, by the sequence of its publication, and within a run by number.
final class PublishedRows implements Stream {
    static final String FOLLOWING = """
            select min(sequence) from launch.publication where launch = :launch and sequence > :sequence""";

    private final String name;
    private final String sql;
    private final RowMapper<Told> mapper;
    private final JdbcClient jdbc;

    /// The next rows of a run, taken before anything is looked up for them: else each chunk would look up all that is
    /// left. Their orders are looked up one by one: with `offset 0` the planner may not read all orders instead.
    ///
    /// @param table in full, in the place of promises
    /// @param alias of the rows, by which `columns` and `joins` name them
    /// @param asked what else is asked of a row, which is `r` there
    static String sql(String columns, String table, String alias, String asked, String joins) {
        String ofPromises = """
            select %s
            from (
              select r.* from launch.promise r
              where r.launch = :launch and r.number > :number and r.plan_run = (
                select q.run from launch.publication q where q.launch = :launch and q.sequence = :sequence)
              %s
              order by r.number limit :max) %s
            cross join lateral (select * from launch.orders found where found.id = %s.order_id offset 0) o
            %s
            order by %s.number""";
        String ofTable = ofPromises.replace("launch.promise r", table + " r");
        return ofTable.formatted(columns, asked, alias, alias, joins, alias);
    }

    /// @param sql takes launch, sequence, number and max
    PublishedRows(String name, String sql, RowMapper<Told> mapper, JdbcClient jdbc) {
        this.name = name;
        this.sql = sql;
        this.mapper = mapper;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Chunk next(Cursor cursor, int max) {
        List<Told> told = cursor.sequence() == 0 ? List.of() : rows(cursor, max);
        if (told.size() == max) {
            return new Chunk(told, cursor.at(told.getLast().number()), false);
        }
        // Each run's rows are told from its first: it may have been written before the one that was published last.
        Cursor after = told.isEmpty() ? cursor : cursor.at(told.getLast().number());
        return following(jdbc, FOLLOWING, cursor)
                .map(sequence -> new Chunk(told, cursor.in(sequence, 0), false))
                .orElseGet(() -> new Chunk(told, after, true));
    }

    private List<Told> rows(Cursor cursor, int max) {
        return jdbc.sql(sql)
                .param("launch", cursor.launch())
                .param("sequence", cursor.sequence())
                .param("number", cursor.number())
                .param("max", max)
                .query(mapper)
                .list();
    }

    /// The sequence that a statement finds after the cursor's.
    static Optional<Long> following(JdbcClient jdbc, String sql, Cursor cursor) {
        return jdbc.sql(sql)
                .param("launch", cursor.launch())
                .param("sequence", cursor.sequence())
                .query((row, number) -> {
                    long sequence = row.getLong(1);
                    return row.wasNull() ? Optional.<Long>empty() : Optional.of(sequence);
                })
                .single();
    }
}
