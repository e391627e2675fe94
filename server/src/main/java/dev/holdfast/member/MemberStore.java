package dev.holdfast.member;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of members.
final class MemberStore {
    private static final String CREATE = """
            insert into member.member (id, created_at)
            select id, ? from unnest(?) as id
            on conflict do nothing""";

    private static final String KNOWN = "select m.id, m.created_at from member.member m where m.id = any(?)";

    private final JdbcClient jdbc;
    private final Clock clock;

    MemberStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<String, Instant> knownSince(List<String> members) {
        Map<String, Instant> known = new HashMap<>();
        jdbc.sql(KNOWN)
                .param(members.toArray(String[]::new))
                .query((row, number) ->
                        known.put(row.getString(1), row.getTimestamp(2).toInstant()))
                .list();
        return known;
    }

    void create(List<String> members) {
        jdbc.sql(CREATE)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(members.toArray(String[]::new))
                .update();
    }
}
