package dev.holdfast.launch.intake;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.AtFault;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.Liability;
import dev.holdfast.launch.Move;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.consent.CompensationBook;
import dev.holdfast.launch.consent.ConsentRun;
import dev.holdfast.launch.consent.ConsentRun.Moved;
import dev.holdfast.launch.intake.StagingStore.Attempt;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What a plan run is to ask of the members it moves, and owes them: staged beside their promises, taken back with
/// them,
/// and asked anew where a member paid, locked or answered before the run was published.
final class StagedConsent {
    static final String RUN = """
            select s.at_fault, l.definition::text
            from launch.staging s join launch.launch l on l.number = s.launch
            where s.launch = ? and s.run = ?
            """;

    static final String DEFINITION = "select definition::text from launch.launch where number = ?";

    static final String AT_FAULT = """
            update launch.staging set at_fault = ? where launch = ? and run = ? and attempt = ?
            """;

    /// `plan_run` as [FlipStore#NAMED] has it.
    static final String STAGED = """
            select o.id, o.state, case when last.given then last.promised_from else o.promised_from end,
              staged.promised_from, staged.reason
            from unnest(?::uuid[]) as asked (id)
            join launch.orders o on o.id = asked.id
            left join lateral (""" + PromiseStore.LAST + """
            ) last on true
            cross join lateral (
              select p.promised_from, p.reason from launch.promise p
              where p.order_id = o.id and p.plan_run is not distinct from ?
              order by p.number desc limit 1) staged
            """;

    private StagedConsent() {}

    /// States whose fault the run is. Joins the connection's transaction.
    static void atFault(Connection connection, Attempt attempt, AtFault atFault) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AT_FAULT)) {
            statement.setString(1, atFault.name());
            statement.setInt(2, attempt.launch());
            statement.setInt(3, attempt.run());
            statement.setObject(4, attempt.id());
            statement.executeUpdate();
        }
    }

    /// Of moves that are being staged, each order once in all pages.
    static void write(Connection connection, Attempt attempt, List<Move> moves, Instant at) throws SQLException {
        run(connection, attempt, at)
                .write(connection, moves.stream().map(StagedConsent::moved).toList());
    }

    /// Decides anew about the orders of which something happened since the snapshot, as they stand now.
    static void again(Connection connection, Attempt attempt, List<Event> events, Instant at) throws SQLException {
        Set<OrderId> orders = touched(events);
        if (orders.isEmpty()) {
            return;
        }
        ConsentRun.forget(connection, attempt.run(), orders);
        List<Moved> moved = staged(connection, attempt, orders);
        if (!moved.isEmpty()) {
            run(connection, attempt, at).write(connection, moved);
        }
    }

    /// What moves would grant, a page at a time.
    static Liability liability(Connection connection, int launch, AtFault atFault, Iterator<Move> moves, Instant at)
            throws SQLException {
        LaunchDefinition definition = definition(connection, launch);
        ConsentRun run = new ConsentRun(launch, null, definition, atFault, at);
        Map<String, Liability.Rule> sums = new HashMap<>();
        List<Moved> page = new ArrayList<>();
        while (moves.hasNext() && !definition.compensation().isEmpty()) {
            page.add(moved(moves.next()));
            if (page.size() == Staging.CHUNK || !moves.hasNext()) {
                for (CompensationBook.Row row : run.wouldGrant(connection, page)) {
                    Liability.Rule more = new Liability.Rule(row.rule(), 1, new Money(row.amount(), row.currency()));
                    sums.merge(row.rule(), more, Liability.Rule::plus);
                }
                page.clear();
            }
        }
        return Liability.of(definition, sums);
    }

    private static Moved moved(Move move) {
        return new Moved(
                move.order(),
                move.state(),
                move.was(),
                move.from(),
                move.reason().word());
    }

    private static LaunchDefinition definition(Connection connection, int launch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DEFINITION)) {
            statement.setInt(1, launch);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("There is no launch " + launch + ".");
                }
                return DefinitionJson.read(row.getString(1));
            }
        }
    }

    private static Set<OrderId> touched(List<Event> events) {
        Set<OrderId> orders = new HashSet<>(CatchUp.named(events));
        for (Event event : events) {
            if (event instanceof Event.Placed placed) {
                orders.add(placed.order());
            } else if (event instanceof Event.Consented consented) {
                orders.add(consented.order());
            } else if (event instanceof Event.Advanced advanced) {
                orders.add(advanced.order());
            }
        }
        return orders;
    }

    private static List<Moved> staged(Connection connection, Attempt attempt, Collection<OrderId> orders)
            throws SQLException {
        List<Moved> moved = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(STAGED)) {
            statement.setArray(1, OrderStore.array(connection, "uuid", orders, OrderId::value));
            statement.setInt(2, attempt.run());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    moved.add(new Moved(
                            new OrderId(rows.getObject(1, UUID.class)),
                            OrderState.valueOf(rows.getString(2)),
                            rows.getObject(3, LocalDate.class),
                            rows.getObject(4, LocalDate.class),
                            rows.getString(5)));
                }
            }
        }
        return moved;
    }

    private static ConsentRun run(Connection connection, Attempt attempt, Instant at) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RUN)) {
            statement.setInt(1, attempt.launch());
            statement.setInt(2, attempt.run());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw Staging.takenOver(attempt.run());
                }
                return new ConsentRun(
                        attempt.launch(),
                        attempt.run(),
                        DefinitionJson.read(row.getString(2)),
                        AtFault.valueOf(row.getString(1)),
                        at);
            }
        }
    }
}
