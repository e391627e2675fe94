package dev.holdfast.launch.news;

import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was written of consent and compensation beside plan runs: answers, silence, settlements.
///
/// It counts at once, and it is written under the line's lock, so the numbers of one launch are in the order of its
/// commits.
final class BatchRows implements Stream {
    private final String name;
    private final String sql;
    private final RowMapper<Told> mapper;
    private final JdbcClient jdbc;

    /// @param sql takes launch, number and max
    BatchRows(String name, String sql, RowMapper<Told> mapper, JdbcClient jdbc) {
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
        List<Told> told = jdbc.sql(sql)
                .param("launch", cursor.launch())
                .param("number", cursor.number())
                .param("max", max)
                .query(mapper)
                .list();
        return told.isEmpty()
                ? Chunk.nothing(cursor)
                : new Chunk(told, cursor.at(told.getLast().number()), told.size() < max);
    }
}
