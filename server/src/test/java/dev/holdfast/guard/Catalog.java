package dev.holdfast.guard;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.NavigableSet;
import java.util.TreeSet;

/// All that PostgreSQL knows of one schema, one line for each thing, so that two schemas can be compared as texts.
///
/// The order of columns is left out: a step that adds a column puts it last, and nothing of ours counts columns.
public record Catalog(NavigableSet<String> lines) {

    private static final String SCHEMA = """
            select concat_ws(' ', 'relation', c.relname, c.relkind, c.relpersistence, c.reloptions,
                             pg_get_partkeydef(c.oid),
                             case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end)
              from pg_class c
             where c.relnamespace = ?::regnamespace
            union all
            select concat_ws(' ', 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                             case when a.attnotnull then 'not null' end, pg_get_expr(d.adbin, d.adrelid),
                             a.attidentity, a.attgenerated, a.attcollation::regcollation)
              from pg_attribute a
              join pg_class c on c.oid = a.attrelid
              left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
             where c.relnamespace = ?::regnamespace
               and a.attnum > 0
               and not a.attisdropped
               and c.relkind in ('r', 'p', 'v', 'm')
            union all
            select concat_ws(' ', 'constraint', n.conrelid::regclass, n.conname, pg_get_constraintdef(n.oid))
              from pg_constraint n
             where n.connamespace = ?::regnamespace
            union all
            select concat_ws(' ', 'index', pg_get_indexdef(i.indexrelid))
              from pg_index i
              join pg_class c on c.oid = i.indexrelid
             where c.relnamespace = ?::regnamespace
            union all
            select concat_ws(' ', 'trigger', pg_get_triggerdef(t.oid))
              from pg_trigger t
              join pg_class c on c.oid = t.tgrelid
             where c.relnamespace = ?::regnamespace
               and not t.tgisinternal
            union all
            select concat_ws(' ', 'function', pg_get_functiondef(p.oid))
              from pg_proc p
             where p.pronamespace = ?::regnamespace
            union all
            select concat_ws(' ', 'label', t.typname, e.enumsortorder, e.enumlabel)
              from pg_enum e
              join pg_type t on t.oid = e.enumtypid
             where t.typnamespace = ?::regnamespace
            union all
            select concat_ws(' ', 'sequence', s.sequencename, s.data_type, s.start_value, s.increment_by,
                             s.cache_size, s.cycle)
              from pg_sequences s
             where s.schemaname = ?
            """;

    /// Reads a schema, without what stands in tables of the given name (the history of the steps).
    public static Catalog read(Connection connection, String schema, String without) throws SQLException {
        NavigableSet<String> lines = new TreeSet<>();
        try (var statement = connection.prepareStatement(SCHEMA)) {
            int parameters = statement.getParameterMetaData().getParameterCount();
            for (int at = 1; at <= parameters; at++) {
                statement.setString(at, schema);
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
        }
        lines.removeIf(line -> line.contains(without));
        return new Catalog(lines);
    }

    /// What stands in this catalog and not in the other.
    public NavigableSet<String> beyond(Catalog other) {
        NavigableSet<String> more = new TreeSet<>(lines);
        more.removeAll(other.lines);
        return more;
    }
}
