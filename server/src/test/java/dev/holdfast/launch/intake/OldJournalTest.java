package dev.holdfast.launch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.HandClock;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Curve;
import dev.holdfast.launch.CurvesOnPaper;
import dev.holdfast.launch.Fans;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.LaunchWorld;
import dev.holdfast.launch.LineSnapshot;
import dev.holdfast.launch.PlanOnPaper;
import dev.holdfast.launch.Showroom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What of the journal is cleared away, and that nobody misses it.
class OldJournalTest {
    private static final LaunchWorld WORLD = new LaunchWorld();
    private static final LaunchWorld.Server SERVER = WORLD.server();
    private static final int LATEST = 3;
    private static final Duration KEPT = Duration.ofDays(30);

    private final OldJournal old = new OldJournal(WORLD.jdbc, WORLD.clock, LATEST);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void noon() {
        WORLD.clock.set(HandClock.NOON);
        WORLD.jdbc.sql("delete from launch.news_cursor").update();
    }

    private static int open(String slug, int orders) {
        int launch = WORLD.open(SERVER, slug, Showroom.SMALL.with(BeyondSupply.WAITLIST), 10_000);
        order(SERVER, slug, 0, orders);
        return launch;
    }

    private static void order(LaunchWorld.Server server, String slug, int from, int to) {
        for (int fan = from; fan < to; fan++) {
            Fans.done(server.launch().place(Fans.wish(slug, "fan-" + fan, "key", "offer-1")));
        }
    }

    private static void newsReached(int launch, long sequence) {
        WORLD.jdbc
                .sql("insert into launch.news_cursor (launch, stream, sequence, number) values (?, 'supply', ?, 0)")
                .params(launch, sequence)
                .update();
    }

    private static List<Long> journal(int launch) {
        return WORLD.jdbc
                .sql("select sequence from launch.journal where launch = ? order by sequence")
                .param(launch)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    @Test
    void whatIsOldGoesAndTheLatestRowsStayHoweverOldTheyAre() {
        int launch = open("goes", 20);
        List<Long> all = journal(launch);
        newsReached(launch, all.getLast());
        assertThat(old.clear()).isZero();
        WORLD.clock.forward(KEPT.plusSeconds(1));
        assertThat(old.clear()).isEqualTo(all.size() - LATEST);
        assertThat(journal(launch)).isEqualTo(all.subList(all.size() - LATEST, all.size()));
        assertThat(old.clear()).isZero();
    }

    @Test
    void whatTheNewsHasNotLookedAtStays() {
        int launch = open("news", 20);
        List<Long> all = journal(launch);
        WORLD.clock.forward(KEPT.plusSeconds(1));
        assertThat(old.clear()).as("nobody looked").isZero();
        newsReached(launch, all.get(5));
        assertThat(old.clear()).isEqualTo(5);
        assertThat(journal(launch)).startsWith(all.get(5));
    }

    @Test
    void anInstanceThatStoodStillMeanwhileReadsTheLineAnew() {
        int launch = open("away", 5);
        LaunchWorld.Server away = WORLD.server();
        assertThat(away.launch().look("away")).isEqualTo(SERVER.launch().look("away"));
        order(SERVER, "away", 5, 30);
        WORLD.clock.forward(KEPT.plusSeconds(1));
        newsReached(launch, journal(launch).getLast());
        assertThat(old.clear()).isPositive();
        assertThat(away.launch().look("away")).isEqualTo(SERVER.launch().look("away"));
        order(away, "away", 30, 31);
        order(SERVER, "away", 31, 32);
        assertThat(SERVER.launch().look("away").line().positions()).isEqualTo(32);
        assertThat(away.launch().look("away")).isEqualTo(SERVER.launch().look("away"));
    }

    @Test
    void whoeverClearsItAtOnceAndWhereverOneIsStoppedWhatIsLeftHasNoGap() throws Exception {
        int launch = open("gap", 700);
        WORLD.clock.forward(KEPT.plusSeconds(1));
        newsReached(launch, journal(launch).getLast());
        long last = journal(launch).getLast();
        assertThatThrownBy(() -> SERVER.transactions().executeWithoutResult(status -> {
                    old.clear();
                    throw new IllegalStateException("Planted: killed before the commit.");
                }))
                .hasMessageContaining("Planted");
        Callable<Long> clear = old::clear;
        Fans.atOnce(List.of(clear, clear, () -> {
            order(SERVER, "gap", 700, 720);
            return 0L;
        }));
        old.clear();
        List<Long> left = journal(launch);
        assertThat(left).hasSizeGreaterThanOrEqualTo(LATEST);
        assertThat(left.getLast() - left.getFirst()).isEqualTo(left.size() - 1L);
        assertThat(left.getFirst()).isGreaterThan(last - LATEST - 20);
    }

    @Test
    void aPlanFromBeforeIsStale() {
        int launch = open("plan", 5);
        LineSnapshot line = SERVER.launch().snapshot("plan", null);
        Map<String, Curve> curves = Map.of("offer-1", CurvesOnPaper.weekly(0, 9));
        PlanOnPaper plan = PlanOnPaper.of(line, curves, CurvesOnPaper.FIRST_WEEK.minusWeeks(1));
        WORLD.supplies.plan(launch, 1, plan.line());
        SERVER.launch().stage(launch, 1, plan.moves().iterator());
        order(SERVER, "plan", 5, 20);
        WORLD.clock.forward(KEPT.plusSeconds(1));
        newsReached(launch, journal(launch).getLast());
        assertThat(old.clear()).isPositive();
        assertThatThrownBy(() -> SERVER.launch().publish(launch, 1, line.sequence(), () -> {}))
                .isInstanceOfSatisfying(
                        Problem.class, stale -> assertThat(stale.code()).isEqualTo("plan_stale"));
        assertThat(SERVER.launch().planInForce(launch)).isEmpty();
    }
}
