package dev.holdfast.launch.intake;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.PromiseHistory;
import dev.holdfast.launch.copy.CopiedRow;
import dev.holdfast.launch.copy.Texts;
import java.sql.Connection;
import java.sql.SQLException;

/// Reads every promise of a line as columns, without a lock; in one statement, so at one instant.
final class HistoryStore {
    /// A row for each promise, the first from the order's own columns. Promises of a run that was not
    /// published do not count. `COPY` takes no parameters: what is put in are a number and two order ids of
    /// ours.
    private static final String PROMISES = """
            copy (with later as (
                select p.order_id, p.number, p.promised_from, (p.at at time zone 'UTC')::date as made, p.plan_run
                from launch.promise p left join launch.publication q on q.launch = p.launch and q.run = p.plan_run
                where p.order_id between ':first' and ':last' and (p.plan_run is null or q.run is not null)),
              delivered as (
                select s.order_id, min((s.at at time zone 'UTC')::date) as day from launch.state_change s
                where s.order_id between ':first' and ':last' and s.state = 'DELIVERED' group by s.order_id),
              said as (
                select o.id, 0::bigint as number, o.first_from as promised_from,
                  (o.held_at at time zone 'UTC')::date as made, 0::bigint as run
                from launch.orders o where o.launch = :launch and o.live
                union all
                select l.order_id, l.number, l.promised_from, l.made, coalesce(l.plan_run, 0)::bigint from later l)
              select s.number, o.offer, o.region, d.day, s.made, s.promised_from, s.run
              from said s join launch.orders o on o.id = s.id left join delivered d on d.order_id = s.id
              where o.live order by o.entered, s.number) to stdout (format binary)
            """;

    private static final String SORT_IN_MEMORY = "set local work_mem = '256MB'";

    private HistoryStore() {}

    static PromiseHistory read(Connection connection, int launch) throws SQLException {
        var offers = new Texts();
        var regions = new Texts();
        var history = new PromiseHistory(offers.texts(), regions.texts());
        try (var settings = connection.createStatement()) {
            settings.execute(SORT_IN_MEMORY);
        }
        String copy = PROMISES.replace(":first", OrderId.first(launch).toString())
                .replace(":last", OrderId.last(launch).toString())
                .replace(":launch", String.valueOf(launch));
        CopiedRow.each(connection, copy, row -> {
            boolean isFirst = row.nextLong() == 0;
            int offer = row.nextText(offers, PromiseHistory.NONE);
            int region = row.nextText(regions, PromiseHistory.NONE);
            int delivered = row.nextDay(PromiseHistory.NONE);
            if (isFirst) {
                history.order(offer, region, delivered);
            }
            int made = row.nextDay(PromiseHistory.NONE);
            history.promise(made, row.nextDay(PromiseHistory.NONE), (int) row.nextLong());
        });
        return history;
    }
}
