package dev.holdfast.bench.crash;

import dev.holdfast.bench.Round;
import dev.holdfast.bench.Site;
import dev.holdfast.bench.check.Finding;
import dev.holdfast.bench.check.MoneyRules;
import dev.holdfast.bench.check.Trail;
import dev.holdfast.bench.load.Acknowledged;
import dev.holdfast.bench.load.Arrivals;
import dev.holdfast.bench.load.Outcome;
import dev.holdfast.bench.server.SqlEvidence;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// One small launch in the middle of which one thing breaks, and the check of its book.
///
/// While it is broken, fans and payment provider send what was not answered again with the same keys. Afterwards
/// every fan presses once more, so that each key is asked what it stands for.
final class CrashRound {
    private static final String LAUNCH = "crash";
    private static final int CONNECTIONS = 64;
    /// Slow enough that what breaks meets orders under way, whenever in the launch it is.
    private static final double PER_SECOND = 400;

    private final Plan plan;
    private final int orders;
    private final CountDownLatch due = new CountDownLatch(1);

    CrashRound(Plan plan, int orders) {
        this.plan = plan;
        this.orders = orders;
    }

    /// What came of it.
    ///
    /// @param sentAgain requests that met the disaster and were repeated
    /// @param means     how the disaster was made, where that needs saying
    record Result(
            Plan plan,
            int orders,
            int paid,
            int refused,
            long sentAgain,
            double seconds,
            String means,
            Map<String, Finding> findings) {
        boolean isClean() {
            return findings.values().stream().allMatch(finding -> finding.count() == 0);
        }
    }

    Result play() throws IOException, SQLException, InterruptedException {
        long began = System.nanoTime();
        try (var ground = Ground.lay(plan)) {
            Site site = ground.site();
            try (var _ = site.operator()) {
                return play(ground, site, began);
            } catch (IOException | SQLException | RuntimeException e) {
                throw new IOException(
                        "seed " + plan.seed() + ", " + plan.words() + ": " + e.getMessage()
                                + "\nThe servers' last words:\n"
                                + ground.servers().lastWords(),
                        e);
            }
        }
    }

    private Result play(Ground ground, Site site, long began) throws IOException, SQLException, InterruptedException {
        var round = new Round(site, LAUNCH, orders, orders, plan.seed());
        var evidence = new SqlEvidence(ground.servers().database());
        var disaster = new FutureTask<>((Callable<Trail>) () -> {
            due.await();
            Trail before = evidence.trail(LAUNCH);
            Thread.sleep(plan.pauseMs());
            ground.strike();
            return before;
        });
        Thread.ofPlatform().daemon().name("disaster").start(disaster);
        Outcome outcome =
                round.play(CONNECTIONS, Arrivals.spread(orders, PER_SECOND, plan.seed()), (nanos, log) -> tell(log));
        due.countDown();
        Trail before = result(disaster);
        long again = outcome.sentAgain() + round.pressAgain(CONNECTIONS).sentAgain();
        return new Result(
                plan,
                round.log().orders(),
                round.log().paid(),
                round.log().refused(),
                again,
                (System.nanoTime() - began) / 1e9,
                ground.means(),
                findings(round, site, evidence, before));
    }

    private void tell(Acknowledged log) {
        if (log.paid() >= plan.share() * orders) {
            due.countDown();
        }
    }

    private static Trail result(FutureTask<Trail> disaster) throws IOException, InterruptedException {
        try {
            return disaster.get();
        } catch (ExecutionException e) {
            throw new IOException("the disaster itself could not be made: " + e.getCause(), e);
        }
    }

    private static Map<String, Finding> findings(Round round, Site site, SqlEvidence evidence, Trail before)
            throws IOException, SQLException, InterruptedException {
        var findings = new LinkedHashMap<>(round.check().byName());
        var money =
                new MoneyRules(round.attempts(), site.book().read(LAUNCH), evidence.money(LAUNCH), round.deposits());
        findings.put("ledgerOff", money.ledgerOff());
        findings.put("depositsAstray", money.depositsAstray());
        findings.put("paymentsAstray", money.paymentsAstray());
        findings.put("overwritten", evidence.trail(LAUNCH).overwrittenSince(before));
        return findings;
    }
}
