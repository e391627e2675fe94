package dev.holdfast.member.personal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a member's file would show of a table.
public final class KeptRows {
    private KeptRows() {}

    public static List<Map<String, @Nullable Object>> of(JdbcClient jdbc, KeptTable table, String member, int max) {
        return table.rows(jdbc, member, max);
    }
}
