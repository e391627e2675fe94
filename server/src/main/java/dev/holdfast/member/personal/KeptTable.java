package dev.holdfast.member.personal;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One table of what is kept about a member.
///
/// @param name as it stands in the member's file
/// @param sql reads the rows of `:member` from the keeper's own schema, the oldest first and `:max` at most
/// @param besides what it asks for besides, of a member
public record KeptTable(String name, String sql, Function<String, Map<String, ?>> besides) {
    public KeptTable(String name, String sql) {
        this(name, sql, member -> Map.of());
    }

    List<Map<String, @Nullable Object>> rows(JdbcClient jdbc, String member, int max) {
        return jdbc.sql(sql)
                .param("member", member)
                .param("max", max)
                .params(besides.apply(member))
                .query()
                .listOfRows();
    }
}
