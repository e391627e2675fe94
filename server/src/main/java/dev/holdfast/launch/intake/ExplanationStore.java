package dev.holdfast.launch.intake;

import dev.holdfast.launch.Explanation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// The words in which a plan run explains what it moves. They are read beside the run's promises, and so count when
/// those do.
public final class ExplanationStore {
    /// Beside `launch.promise p`.
    public static final String JOIN = """
            left join launch.explanation x on x.launch = p.launch and x.plan_run = p.plan_run
              and x.binding = coalesce(p.binding, '') and x.event = coalesce(p.event, 0)
            """;

    /// Who took a staging over explains it in the same words.
    static final String INSERT = """
            insert into launch.explanation (launch, plan_run, binding, event, english, chinese)
            select ?, ?, given.* from unnest(?::text[], ?::bigint[], ?::text[], ?::text[]) as given
            on conflict (launch, plan_run, binding, event) do nothing
            """;

    static final String FORGET = "delete from launch.explanation where launch = ? and plan_run = ?";

    private ExplanationStore() {}

    static void insert(Connection connection, int launch, int run, List<Explanation> explanations) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setInt(1, launch);
            statement.setInt(2, run);
            statement.setArray(3, OrderStore.array(connection, "text", explanations, ExplanationStore::binding));
            statement.setArray(4, OrderStore.array(connection, "bigint", explanations, ExplanationStore::event));
            statement.setArray(5, OrderStore.array(connection, "text", explanations, Explanation::english));
            statement.setArray(6, OrderStore.array(connection, "text", explanations, Explanation::chinese));
            statement.executeUpdate();
        }
    }

    private static String binding(Explanation explanation) {
        String binding = explanation.binding();
        return binding == null ? "" : binding;
    }

    private static Long event(Explanation explanation) {
        Long event = explanation.event();
        return event == null ? 0 : event;
    }

    static void forget(Connection connection, int launch, int run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setInt(1, launch);
            statement.setInt(2, run);
            statement.executeUpdate();
        }
    }
}
