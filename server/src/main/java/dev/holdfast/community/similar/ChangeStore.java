package dev.holdfast.community.similar;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what changed of wishes, in the order of commits.
final class ChangeStore {
    /// A page of the longest wishes is 100 KB of what is indexed of them.
    static final int PAGE = 200;

    private static final String CHANGES = """
            select w.revision, w.id, w.title, left(w.text, :most) as text,
              w.state not in ('WITHDRAWN', 'MERGED') as found
            from community.wish w where w.revision > :after order by w.revision limit :limit""";

    private final JdbcClient jdbc;

    ChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param found whether a search may find it
    record Change(long revision, UUID id, String title, String text, boolean found) {}

    List<Change> after(long revision) {
        return jdbc.sql(CHANGES)
                .param("after", revision)
                .param("most", WishIndex.MAX_TEXT)
                .param("limit", PAGE)
                .query((row, number) -> new Change(
                        row.getLong("revision"),
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getString("text"),
                        row.getBoolean("found")))
                .list();
    }
}
