package dev.holdfast.member;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of members.
final class MemberStore {
    private static final String CREATE = """
            insert into member.member (id, created_at)
            select id, ? from unnest(?) as id
            on conflict do nothing""";

    private final JdbcClient jdbc;
    private final Clock clock;

    MemberStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void create(List<String> members) {
        jdbc.sql(CREATE)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(members.toArray(String[]::new))
                .update();
    }
}
