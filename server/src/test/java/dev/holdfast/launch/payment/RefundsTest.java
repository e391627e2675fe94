package dev.holdfast.launch.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.kernel.Rounds;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class RefundsTest {

    private final RefundWorld world = new RefundWorld();

    @Test
    void sendsWhatIsDueOnceAndWaitsForTheReport() {
        UUID due = world.insert(1);
        UUID later = world.insert(2);
        world.dueAt(later, RefundWorld.START.plusSeconds(1));
        assertThat(world.refunds().sendDue()).isEqualTo(1);
        assertThat(world.refunds().sendDue()).isZero();
        assertThat(world.counter.asked).containsOnlyKeys(due).doesNotContainKey(later);
        assertThat(world.row(due)).isEqualTo(new RefundWorld.Row(1, true, ""));
        assertThat(world.counter.requests.getFirst().whole().amount()).isEqualTo(500_000);
        assertThat(world.counter.requests.getFirst().payment()).isEqualTo("pay-1");
    }

    @Test
    void asksAgainWhenNoReportCameWithinADayAndNotAfterOne() {
        UUID reported = world.insert(1);
        UUID silent = world.insert(2);
        world.refunds().sendDue();
        world.jdbc
                .sql("update launch.refund set refunded_at = now() where id = ?")
                .param(reported)
                .update();
        world.clock.forward(Duration.ofDays(1));
        world.refunds().sendDue();
        assertThat(world.counter.asked).containsEntry(reported, 1).containsEntry(silent, 2);
    }

    @Test
    void waitsTwiceAsLongAfterEachFailureUpToAnHour() {
        world.insert(1);
        world.counter.answer = request -> new Refunding.Unreachable("down");
        assertThat(IntStream.range(0, 12).mapToObj(attempt -> secondsUntilAskedAgain()))
                .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 640L, 1280L, 2560L, 3600L, 3600L);
    }

    @Test
    void leavesToAnOperatorWhatIsRefused() {
        UUID refund = world.insert(1);
        world.counter.answer = request -> new Refunding.Refused("paid over a year ago");
        world.refunds().sendDue();
        world.clock.forward(Duration.ofDays(3650));
        assertThat(world.refunds().sendDue()).isZero();
        assertThat(world.row(refund)).isEqualTo(new RefundWorld.Row(1, false, "paid over a year ago"));
        assertThat(world.givenUp.count()).isEqualTo(1);
    }

    @Test
    void leavesToAnOperatorWhatFailedTooOften() {
        UUID refund = world.insert(1);
        world.counter.answer = request -> new Refunding.Unreachable("down");
        world.jdbc.sql("update launch.refund set attempts = 98").update();
        for (int attempt = 99; attempt <= 102; attempt++) {
            world.refunds().sendDue();
            world.clock.forward(Duration.ofHours(1));
        }
        assertThat(world.row(refund)).isEqualTo(new RefundWorld.Row(100, false, "down (after 100 attempts)"));
        assertThat(world.givenUp.count()).isEqualTo(1);
    }

    @Test
    void keepsARefundOfAProviderThatIsSwitchedOff() {
        UUID refund = world.insert(1);
        world.jdbc.sql("update launch.refund set provider = 'stripe'").update();
        world.refunds().sendDue();
        assertThat(world.row(refund).sent()).isFalse();
        assertThat(world.row(refund).fault()).contains("switched off");
        assertThat(secondsUntilAskedAgain()).isPositive();
    }

    @Test
    void survivesAProviderThatThrows() {
        UUID refund = world.insert(1);
        world.counter.answer = request -> {
            throw new IllegalStateException("x".repeat(5_000));
        };
        world.refunds().sendDue();
        assertThat(world.row(refund).fault()).hasSize(500);
    }

    @Test
    void bringsBackWhatACrashedInstanceHadLeased() {
        world.insert(1);
        new RefundStore(world.jdbc).lease(10, world.clock.instant(), RefundSettings.DEFAULT.lease());
        assertThat(world.refunds().sendDue()).isZero();
        world.clock.forward(RefundSettings.DEFAULT.lease());
        assertThat(world.refunds().sendDue()).isEqualTo(1);
    }

    @Test
    void letsManyInstancesSendEachRefundOnce() {
        List<UUID> all =
                IntStream.range(0, 160).mapToObj(number -> world.insert(number)).toList();
        int sent = everybodySends(RefundStore.LEASE);
        assertThat(world.counter.asked)
                .containsOnlyKeys(all)
                .allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
        assertThat(sent).isEqualTo(160);
    }

    /// Whether two instances meet is up to the machine: it is tried until they do, twenty times at most.
    @Test
    void withoutTheLockOfALeaseSomeRefundIsSentTwice() {
        String unguarded = RefundStore.LEASE.replace("for update skip locked", "");
        boolean doubled = false;
        for (int round = 0; round < 20 && !doubled; round++) {
            int first = 160 * round;
            IntStream.range(first, first + 160).forEach(world::insert);
            everybodySends(unguarded);
            doubled = world.counter.asked.values().stream().anyMatch(times -> times > 1);
        }
        assertThat(doubled).isTrue();
    }

    /// Four instances, until nothing is due.
    private int everybodySends(String lease) {
        AtomicInteger sent = new AtomicInteger();
        try (ExecutorService instances = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int instance = 0; instance < 4; instance++) {
                instances.execute(() -> {
                    for (int batch = world.refunds(lease).sendDue();
                            batch > 0;
                            batch = world.refunds(lease).sendDue()) {
                        sent.addAndGet(batch);
                    }
                });
            }
        }
        return sent.get();
    }

    /// The plan that chooses rows anew for each row it looks at, made the only one there is.
    @Test
    void leasesNoMoreThanAskedForWhateverPlanTheDatabaseMakes() throws SQLException {
        IntStream.range(0, 50).forEach(world::insert);
        try (Connection connection = world.database.getConnection()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            for (String way : List.of("hashjoin", "mergejoin", "hashagg", "material", "sort")) {
                jdbc.sql("set enable_" + way + " = off").update();
            }
            List<RefundStore.Leased> leased =
                    new RefundStore(jdbc).lease(3, world.clock.instant(), RefundSettings.DEFAULT.lease());
            assertThat(leased).hasSize(3);
        }
    }

    @Test
    void runsUntilStoppedAndAgainWhenStarted() throws InterruptedException {
        Rounds refunds = world.refunds().rounds();
        refunds.start();
        world.insert(1);
        awaitAsked(1);
        Instant stopping = Instant.now();
        refunds.stop();
        assertThat(Duration.between(stopping, Instant.now()))
                .as("it need not be cut off")
                .isLessThan(Duration.ofSeconds(3));
        assertThat(refunds.isRunning()).isFalse();
        world.insert(2);
        Thread.sleep(1_500);
        assertThat(world.counter.asked).hasSize(1);
        refunds.start();
        awaitAsked(2);
        refunds.stop();
    }

    @Test
    void findsWhatIsDueByItsIndexHoweverManyWereSent() {
        world.jdbc.sql("""
                        insert into launch.refund (id, launch, order_id, provider, payment, amount, currency, cause,
                          requested_at, next_attempt_at, sent_at, refunded_at)
                        select gen_random_uuid(), 1, gen_random_uuid(), 'sandbox', 'old-' || n, 1, 'CNY', 'cancelled',
                          now(), timestamptz '2026-11-01', now(), now() from generate_series(1, 20000) n""").update();
        world.jdbc.sql("analyze launch.refund").update();
        String plan = String.join(
                "\n",
                world.jdbc
                        .sql("explain " + RefundStore.LEASE)
                        .param("now", RefundWorld.START.atOffset(ZoneOffset.UTC))
                        .param("until", RefundWorld.START.atOffset(ZoneOffset.UTC))
                        .param("max", 16)
                        .query(String.class)
                        .list());
        assertThat(plan).contains("refund_due").doesNotContain("Seq Scan");
    }

    @Test
    void goesOnWhenTheDatabaseComesBack() throws InterruptedException {
        world.insert(1);
        world.jdbc.sql("alter table launch.refund rename to away").update();
        Rounds refunds = world.refunds().rounds();
        refunds.start();
        Thread.sleep(200);
        world.jdbc.sql("alter table launch.away rename to refund").update();
        awaitAsked(1);
        refunds.stop();
    }

    private void awaitAsked(int number) throws InterruptedException {
        for (int tries = 0; tries < 500 && world.counter.asked.size() < number; tries++) {
            Thread.sleep(10);
        }
        assertThat(world.counter.asked).hasSize(number);
    }

    private long secondsUntilAskedAgain() {
        int before = world.counter.requests.size();
        world.refunds().sendDue();
        Instant at = world.jdbc
                .sql("select next_attempt_at from launch.refund")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
        Duration wait = Duration.between(world.clock.instant(), at);
        world.clock.forward(wait);
        assertThat(world.counter.requests.size()).isBetween(before, before + 1);
        return wait.toSeconds();
    }
}
