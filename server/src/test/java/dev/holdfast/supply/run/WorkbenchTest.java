package dev.holdfast.supply.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.TestDatabase;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/// What becomes of a run whose computation ends badly.
class WorkbenchTest {
    private static final int LAUNCH = 1;

    private final JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.fresh().dataSource());
    private final RunStore runs = new RunStore(jdbc);

    @Test
    void aRunThatMeetsAnErrorHasFailedAtOnce() throws Exception {
        int run = add();
        try (var workbench = new Workbench(runs)) {
            workbench
                    .start(LAUNCH, run, progress -> {
                        throw new StackOverflowError("too deep");
                    })
                    .get();
        }
        PlanRun failed = runs.find(LAUNCH, run).orElseThrow().run();
        assertThat(failed.state()).isEqualTo(PlanRun.State.FAILED);
        assertThat(failed.fault()).contains("StackOverflowError");
    }

    @Test
    void theBenchGoesOnAfterAnError() throws Exception {
        int broken = add();
        int run = add();
        var done = new CountDownLatch(1);
        try (var workbench = new Workbench(runs)) {
            Future<?> first = workbench.start(LAUNCH, broken, progress -> {
                throw new OutOfMemoryError("planted");
            });
            Future<?> second = workbench.start(LAUNCH, run, progress -> done.countDown());
            first.get();
            second.get();
        }
        assertThat(done.getCount()).isZero();
    }

    @Test
    void aRunOfWhichNothingIsHeardIsLostAndOneThatIsHeardOfIsNot() {
        int run = add();
        assertThat(runs.isLost(LAUNCH, run)).as("asked for just now").isFalse();
        jdbc.update("update supply.plan_run set alive_at = now() - interval '1 hour'");
        assertThat(runs.isLost(LAUNCH, run))
                .as("its server ended before it began")
                .isTrue();
        runs.alive(LAUNCH, run);
        assertThat(runs.isLost(LAUNCH, run)).as("it waits for its turn").isFalse();
        jdbc.update("update supply.plan_run set alive_at = now() - interval '21 seconds'");
        assertThat(runs.isLost(LAUNCH, run)).as("its server ended").isTrue();
        runs.failed(LAUNCH, run, "no more");
        assertThat(runs.isLost(LAUNCH, run)).as("it is over").isFalse();
    }

    private int add() {
        return runs.add(LAUNCH, PlanWish.USUAL, null, 0, "planner", Instant.now());
    }
}
