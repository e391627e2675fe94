package dev.holdfast.supply.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/// Old previews go; what was published can be computed again for ever.
class PruneTest {
    private static final int LAUNCH = 1;
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(31));

    private final JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.fresh().dataSource());
    private final RunStore runs = new RunStore(jdbc);
    private final KeptStore kept = new KeptStore(jdbc);

    @Test
    void oldPreviewsGoWithAllThatWasKeptOfThem() {
        int old = run("preview", LONG_AGO);
        int failed = run("failed", LONG_AGO);
        int young = run("preview", NOW);
        int last = run("preview", LONG_AGO);
        assertThat(prune(1)).isEqualTo(2);
        assertThat(there()).containsExactly(young, last);
        assertThat(kept.lineHash(LAUNCH, old)).isEmpty();
        assertThat(kept.curves(LAUNCH, failed)).isEmpty();
        assertThat(kept.lineHash(LAUNCH, young)).isPresent();
    }

    @Test
    void whatWasPublishedStaysAndWhatItAgreedWith() {
        int agreed = run("preview", LONG_AGO);
        int superseded = run("superseded", LONG_AGO);
        int published = run("published", LONG_AGO);
        int computing = run("running", LONG_AGO);
        int last = run("preview", NOW);
        jdbc.update("update supply.plan_run set agreeing = array[?] where run = ?", agreed, published);
        assertThat(prune(1)).isZero();
        assertThat(there()).containsExactly(agreed, superseded, published, computing, last);
    }

    @Test
    void theLatestStayHoweverOldAndNoMoreGoThanAsked() {
        List<Integer> all = List.of(run("preview", LONG_AGO), run("preview", LONG_AGO), run("preview", LONG_AGO));
        assertThat(prune(3)).isZero();
        assertThat(kept.prune(LAUNCH, NOW.minus(Duration.ofDays(30)), 1, 1)).isEqualTo(1);
        assertThat(there()).containsExactly(all.get(1), all.get(2));
    }

    private int prune(int latest) {
        return kept.prune(LAUNCH, NOW.minus(Duration.ofDays(30)), latest, 10);
    }

    private List<Integer> there() {
        return jdbc.query("select run from supply.plan_run order by run", (row, number) -> row.getInt(1));
    }

    private int run(String state, Instant asked) {
        int run = runs.add(LAUNCH, PlanWish.USUAL, null, 0, "planner", asked);
        jdbc.update("update supply.plan_run set state = ? where run = ?", state, run);
        var step = new KeptStore.Step("car", LocalDate.of(2026, 11, 23), 7);
        kept.add(LAUNCH, run, List.of(step), new byte[] {1, 2, 3});
        return run;
    }
}
