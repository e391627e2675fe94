package dev.holdfast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bench.load.Acknowledged;
import dev.holdfast.bench.load.Arrivals;
import dev.holdfast.bench.load.Outcome;
import dev.holdfast.bench.server.Throwaway;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// The worst days of a launch, on real processes: whatever is killed in the middle of a rush, nothing acknowledged
/// is lost, and what was not answered is sent again with the same key and ends exactly once.
class BadDayTest {
    private static final int ORDERS = 4_000;
    private static final double PER_SECOND = 500;
    private static final int CONNECTIONS = 128;
    private static final long SEED = ThreadLocalRandom.current().nextLong(1_000_000);

    @Test
    void postgresqlIsKilledAndStartedAgainInTheMiddleOfARush() throws Exception {
        try (Site site = Site.fresh(1)) {
            Throwaway throwaway = throwaway(site);
            Outcome outcome = rushAndMeanwhile(site, () -> {
                throwaway.database().kill();
                return null;
            });
            assertThat(outcome.sentAgain()).as("requests that met the outage").isPositive();
        }
    }

    @Test
    void theServerIsKilledAndStartedAgainOnTheSameDataInTheMiddleOfARush() throws Exception {
        try (Site site = Site.fresh(1)) {
            Throwaway throwaway = throwaway(site);
            Outcome outcome = rushAndMeanwhile(site, () -> {
                throwaway.killAndRestart(0);
                return null;
            });
            assertThat(outcome.sentAgain()).as("requests that met the outage").isPositive();
        }
    }

    @Test
    void twoInstancesOnOneDatabaseShareALineAlsoWhenOneOfThemIsKilled() throws Exception {
        try (Site site = Site.fresh(2)) {
            Throwaway throwaway = throwaway(site);
            Outcome outcome = rushAndMeanwhile(site, () -> {
                throwaway.killAndRestart(1);
                return null;
            });
            assertThat(outcome.sentAgain()).as("requests that met the outage").isPositive();
        }
    }

    /// Lets the disaster happen when a quarter of the rush is paid, and holds the book against the log afterwards.
    private static Outcome rushAndMeanwhile(Site site, Callable<?> disaster) throws Exception {
        System.out.println("seed " + SEED);
        var round = new Round(site, "bad-day", ORDERS, ORDERS, SEED);
        var quarterPaid = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> happened = executor.submit(() -> {
                quarterPaid.await();
                return disaster.call();
            });
            Outcome outcome = round.play(
                    CONNECTIONS, Arrivals.spread(ORDERS, PER_SECOND, SEED), (nanos, log) -> announce(log, quarterPaid));
            succeeded(happened);
            assertClean(round);
            return outcome;
        } catch (Exception | AssertionError e) {
            System.out.println(throwaway(site).lastWords());
            throw e;
        }
    }

    private static void announce(Acknowledged log, CountDownLatch quarterPaid) {
        if (log.paid() > ORDERS / 4) {
            quarterPaid.countDown();
        }
    }

    private static void succeeded(Future<?> happened) throws InterruptedException, ExecutionException {
        happened.get();
    }

    private static void assertClean(Round round) throws Exception {
        assertThat(round.log().orders() + round.log().refused())
                .as("every fan was answered in the end")
                .isGreaterThanOrEqualTo(ORDERS);
        assertThat(round.check().byName())
                .allSatisfy((name, finding) -> assertThat(finding.examples()).isEmpty());
    }

    private static Throwaway throwaway(Site site) {
        Throwaway throwaway = site.throwaway();
        if (throwaway == null) {
            throw new IllegalStateException("a fresh site brings its own server");
        }
        return throwaway;
    }
}
