package dev.holdfast.launch.intake;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.LineColumns;
import dev.holdfast.launch.LineSnapshot;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.copy.CopiedRow;
import dev.holdfast.launch.copy.Texts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a whole line as columns, without a lock. All of it has to be read in one transaction that sees one
/// instant.
final class SnapshotStore {
    private static final String LINE = """
            select l.definition::text, n.sequence, n.positions,
              (select coalesce(sum(t.held + t.placed + t.locked), 0) from launch.tally t where t.launch = l.number)
            from launch.launch l join launch.line n on n.launch = l.number where l.number = ?
            """;

    private static final String PUBLICATION = """
            select sequence, entries from launch.publication where launch = ? and run = ?
            """;

    /// On disk the sort took as long as all the rest.
    private static final String SORT_IN_MEMORY = "set local work_mem = '256MB'";

    /// What a fan agreed to stands with the order, whatever the promise is now. `COPY` takes no parameters: what is
    /// put in is a number of ours.
    private static final String ORDERS = """
            copy (select o.id, o.position, o.entered, o.state, o.offer, o.region, o.store, o.first_from
              from launch.orders o where o.launch = :launch and o.live) to stdout (format binary)
            """;

    /// In order for each order; those of a run that was not published do not count.
    private static final String PROMISES = """
            copy (select p.order_id, p.promised_from, p.reason in ('changed', 'paid_after_expiry'),
                coalesce(q.sequence, 0)
              from launch.promise p left join launch.publication q on q.launch = p.launch and q.run = p.plan_run
              where p.order_id between ':first' and ':last' and (p.plan_run is null or q.run is not null)
              order by p.order_id, p.number) to stdout (format binary)
            """;

    /// Up to which publication promises count, and for whom.
    private record Until(long sequence, long entries) {
        static final Until NOW = new Until(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    private final Until until;
    private final LineColumns columns;
    /// Indexes by the position in an order's id, one more than the index; 0: not live.
    private final int[] byPosition;

    private final Texts states = new Texts();
    private final Texts offers = new Texts();
    private final Texts regions = new Texts();
    private final Texts stores = new Texts();
    private final List<OrderState> stateOf = new ArrayList<>();

    private SnapshotStore(Until until, long positions, int live) {
        this.until = until;
        this.columns = new LineColumns(live);
        this.byPosition = new int[Math.toIntExact(positions) + 1];
    }

    /// @param asOfRun a published run; null: as it is now
    /// @throws Problem UNKNOWN when that run was not published
    static LineSnapshot read(Connection connection, int launch, @Nullable Integer asOfRun) throws SQLException {
        Until until = until(connection, launch, asOfRun);
        try (Statement settings = connection.createStatement();
                PreparedStatement statement = connection.prepareStatement(LINE)) {
            settings.execute(SORT_IN_MEMORY);
            statement.setInt(1, launch);
            try (ResultSet line = statement.executeQuery()) {
                if (!line.next()) {
                    throw new IllegalStateException("Launch " + launch + " has no line.");
                }
                SnapshotStore store = new SnapshotStore(until, line.getLong(3), line.getInt(4));
                CopiedRow.each(connection, ORDERS.replace(":launch", String.valueOf(launch)), store::order);
                store.sort();
                String promises = PROMISES.replace(
                                ":first", OrderId.first(launch).toString())
                        .replace(":last", OrderId.last(launch).toString());
                CopiedRow.each(connection, promises, store::promise);
                return new LineSnapshot(
                        DefinitionJson.read(line.getString(1)),
                        launch,
                        line.getLong(2),
                        store.columns,
                        store.offers.texts(),
                        store.regions.texts(),
                        store.stores.texts());
            }
        }
    }

    private static Until until(Connection connection, int launch, @Nullable Integer run) throws SQLException {
        if (run == null) {
            return Until.NOW;
        }
        try (PreparedStatement statement = connection.prepareStatement(PUBLICATION)) {
            statement.setInt(1, launch);
            statement.setInt(2, run);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new Problem(
                            Problem.Kind.UNKNOWN,
                            "unknown_plan",
                            "Plan run " + run + " of this launch was never published. Maybe it is only a preview.");
                }
                return new Until(row.getLong(1), row.getLong(2));
            }
        }
    }

    private void order(CopiedRow row) {
        row.nextUuid();
        long high = row.half();
        long low = row.half();
        long position = row.nextLong();
        long entered = row.nextLong();
        int i = columns.add(high, low, position, entered, state(row.nextText(states, LineSnapshot.NONE)));
        columns.wish(
                i,
                row.nextText(offers, LineSnapshot.NONE),
                row.nextText(regions, LineSnapshot.NONE),
                row.nextText(stores, LineSnapshot.NONE));
        columns.agreed(i, row.nextDay(LineSnapshot.NONE));
    }

    private void sort() {
        columns.sortByEntry();
        for (int i = 0; i < columns.size(); i++) {
            byPosition[(int) OrderId.position(columns.idHigh(i))] = i + 1;
        }
    }

    private void promise(CopiedRow row) {
        row.nextUuid();
        int i = byPosition[(int) OrderId.position(row.half())] - 1;
        row.half();
        int monday = row.nextDay(LineSnapshot.NONE);
        boolean agreed = row.nextBoolean();
        long sequence = row.nextLong();
        if (i < 0) {
            return;
        }
        if (agreed) {
            columns.agreed(i, monday);
        } else if (sequence <= until.sequence() || columns.entered(i) > until.entries()) {
            columns.moved(i, monday);
        }
    }

    private OrderState state(int number) {
        while (stateOf.size() <= number) {
            stateOf.add(OrderState.valueOf(states.texts().get(stateOf.size())));
        }
        return stateOf.get(number);
    }
}
