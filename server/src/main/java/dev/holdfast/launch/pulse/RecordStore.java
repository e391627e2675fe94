package dev.holdfast.launch.pulse;

import dev.holdfast.launch.pulse.Counts.Snapshot;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What each instance writes once a second: a handful of short rows, none of them on the path of an order.
final class RecordStore {
    /// Lines that moved since their last row, and those that have none yet, to count from. The line and its tallies are
    /// read as of one commit; deposits
    /// are counted on from the row before, along the payments' own key. Of several instances in one second
    /// the first writes, and what came after it is in the next second's row.
    static final String MOVED = """
            insert into launch.pulse (launch, at, sequence, positions, payments, paid, live)
            select l.launch, date_trunc('second', now()), l.sequence, l.positions, l.payments,
              coalesce(before.paid, 0) + (
                select count(*) from launch.payment_event e
                where e.launch = l.launch and e.number > coalesce(before.payments, 0) and e.number <= l.payments
                  and e.outcome = 'PLACED'),
              (select coalesce(sum(t.held + t.placed + t.locked), 0) from launch.tally t where t.launch = l.launch)
            from launch.line l
            left join lateral (
              select p.sequence, p.payments, p.paid from launch.pulse p
              where p.launch = l.launch order by p.at desc limit 1) before on true
            where l.sequence is distinct from before.sequence
            on conflict (launch, at) do nothing""";

    private static final String ALIVE = """
            insert into launch.instance (id, name, started_at, seen_at, waiting)
            values (:id, :name, now(), now(), :waiting)
            on conflict (id) do update set seen_at = excluded.seen_at, waiting = excluded.waiting""";

    private static final String STOPPED = "update launch.instance set stopped_at = now() where id = :id";

    private static final String COUNTED = """
            insert into launch.instance_count (launch, instance, at, reasons, refused, latencies)
            values (:launch, :instance, now(), :reasons, :refused, :latencies)""";

    private static final String FORGET_SECONDS = """
            delete from launch.pulse p using launch.launch l
            where p.launch = l.number and p.at < now() - interval '1 day'""";

    /// The last row of an instance holds its sums and stays.
    private static final String FORGET_COUNTS = """
            delete from launch.instance_count c
            where c.at < now() - interval '1 hour' and exists (
              select from launch.instance_count later
              where later.launch = c.launch and later.instance = c.instance and later.at > c.at)""";

    private final JdbcClient jdbc;

    RecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void moved() {
        jdbc.sql(MOVED).update();
    }

    void alive(UUID id, String name, int waiting) {
        jdbc.sql(ALIVE)
                .param("id", id)
                .param("name", name)
                .param("waiting", waiting)
                .update();
    }

    void stopped(UUID id) {
        jdbc.sql(STOPPED).param("id", id).update();
    }

    void counted(int launch, UUID instance, Snapshot counts) {
        var reasons = List.copyOf(counts.refusals().keySet());
        jdbc.sql(COUNTED)
                .param("launch", launch)
                .param("instance", instance)
                .param("reasons", reasons.toArray(String[]::new))
                .param("refused", reasons.stream().map(counts.refusals()::get).toArray(Long[]::new))
                .param("latencies", counts.latencies().toArray(Long[]::new))
                .update();
    }

    void forget() {
        jdbc.sql(FORGET_SECONDS).update();
        jdbc.sql(FORGET_COUNTS).update();
    }
}
