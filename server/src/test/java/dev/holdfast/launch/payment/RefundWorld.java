package dev.holdfast.launch.payment;

import dev.holdfast.HandClock;
import dev.holdfast.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of refunds on a real database, a provider that counts, and a clock that stands where a test puts it.
final class RefundWorld {

    static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private static final String INSERT = """
            insert into launch.refund
              (id, launch, order_id, provider, payment, amount, currency, cause, requested_at, next_attempt_at)
            values (?, 1, ?, 'sandbox', ?, 500000, 'CNY', 'cancelled', now(), ?)""";

    final DataSource database = TestDatabase.fresh().dataSource();
    final JdbcClient jdbc = JdbcClient.create(database);
    final HandClock clock = new HandClock(START);
    final Counter counter = new Counter();
    final io.micrometer.core.instrument.Counter givenUp = new SimpleMeterRegistry().counter("given.up");

    /// One instance's worker.
    Refunds refunds() {
        return refunds(RefundStore.LEASE);
    }

    Refunds refunds(String lease) {
        PaymentProviders providers = new PaymentProviders(List.of(counter), true);
        RefundWatch watch = new RefundWatch(new HeldStore(jdbc), providers, clock.instant());
        return new Refunds(new RefundStore(jdbc, lease), providers, watch, clock, RefundSettings.DEFAULT, givenUp);
    }

    UUID insert(int number) {
        UUID id = new UUID(1, number);
        jdbc.sql(INSERT)
                .params(id, new UUID(2, number), "pay-" + number, START.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    void dueAt(UUID id, Instant at) {
        jdbc.sql("update launch.refund set next_attempt_at = ? where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    record Row(int attempts, boolean sent, String fault) {}

    Row row(UUID id) {
        return jdbc.sql(
                        "select attempts, sent_at is not null, coalesce(last_fault, '') from launch.refund where id = ?")
                .param(id)
                .query((row, number) -> new Row(row.getInt(1), row.getBoolean(2), row.getString(3)))
                .single();
    }

    /// A provider that counts.
    static final class Counter implements PaymentProvider {

        final Map<UUID, Integer> asked = new ConcurrentHashMap<>();
        final List<RefundRequest> requests = new CopyOnWriteArrayList<>();
        volatile Function<RefundRequest, Refunding> answer = request -> new Refunding.Accepted();

        @Override
        public String id() {
            return "sandbox";
        }

        @Override
        public Refunding refund(RefundRequest request) {
            asked.merge(request.refund(), 1, Integer::sum);
            requests.add(request);
            return answer.apply(request);
        }

        @Override
        public Checkout begin(PaymentRequest request) {
            throw new UnsupportedOperationException("refunds are asked of it, no payments");
        }

        @Override
        public Reading read(WebhookHeaders headers, byte[] body, Instant now) {
            throw new UnsupportedOperationException("refunds are asked of it, no events");
        }
    }
}
