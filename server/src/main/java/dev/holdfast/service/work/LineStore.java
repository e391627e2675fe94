package dev.holdfast.service.work;

import dev.holdfast.service.work.WorkLine.PartState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of what work orders are made of.
final class LineStore {
    /// What one look takes at most: the next are served when the next part comes.
    private static final int MAX_WAITING = 1_000;

    private static final String ADD = """
            insert into service.work_line (work_order, position, component, words, minutes, part, quantity, amount,
              covered, term, version, reason, stock, place)
            values (:order, :position, :component, :words, :minutes, :part, :quantity, :amount, :covered, :term,
              :version, :reason, 'NONE', :place)
            """;

    private static final String OF_ORDER = """
            select position, component, words, minutes, part, quantity, amount, covered, term, version, reason,
              goodwill_by, goodwill_words, stock
            from service.work_line where work_order = :order order by position
            """;

    private static final String SET = """
            update service.work_line set stock = :stock where work_order = :order and position = :position
            """;

    private static final String GOODWILL = """
            update service.work_line set goodwill_by = :by, goodwill_words = :words
            where work_order = :order and position = :position
            """;

    private static final String WAITING = """
            select l.work_order, l.position, l.quantity from service.work_line l
            join service.work_order o on o.number = l.work_order
            where l.place = :place and l.part = :part and l.stock = 'WAITING'
            order by o.planned_at, l.work_order, l.position limit :max
            """;

    private final JdbcClient jdbc;

    LineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A line that waits for its part.
    record Waiting(long order, int position, int quantity) {}

    void add(long order, String place, WorkLine line) {
        jdbc.sql(ADD)
                .param("order", order)
                .param("position", line.position())
                .param("component", line.component())
                .param("words", line.words())
                .param("minutes", line.minutes())
                .param("part", line.part())
                .param("quantity", line.quantity())
                .param("amount", line.amount())
                .param("covered", line.covered())
                .param("term", line.term())
                .param("version", line.version())
                .param("reason", line.reason())
                .param("place", place)
                .update();
    }

    List<WorkLine> of(long order) {
        return jdbc.sql(OF_ORDER)
                .param("order", order)
                .query((row, number) -> line(row))
                .list();
    }

    void set(long order, int position, PartState stock) {
        jdbc.sql(SET)
                .param("order", order)
                .param("position", position)
                .param("stock", stock.name())
                .update();
    }

    void goodwill(long order, int position, String by, String words) {
        jdbc.sql(GOODWILL)
                .param("order", order)
                .param("position", position)
                .param("by", by)
                .param("words", words)
                .update();
    }

    List<Waiting> waiting(String place, String part) {
        return jdbc.sql(WAITING)
                .param("place", place)
                .param("part", part)
                .param("max", MAX_WAITING)
                .query((row, number) ->
                        new Waiting(row.getLong("work_order"), row.getInt("position"), row.getInt("quantity")))
                .list();
    }

    private static WorkLine line(ResultSet row) throws SQLException {
        return new WorkLine(
                row.getInt("position"),
                row.getString("component"),
                row.getString("words"),
                row.getInt("minutes"),
                row.getString("part"),
                row.getInt("quantity"),
                row.getLong("amount"),
                row.getBoolean("covered"),
                row.getString("term"),
                row.getObject("version", Integer.class),
                row.getString("reason"),
                row.getString("goodwill_by"),
                row.getString("goodwill_words"),
                PartState.valueOf(row.getString("stock")));
    }
}
