package dev.holdfast.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.HandClock;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.OrderHistory.PromiseGiven;
import dev.holdfast.launch.intake.Ask;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A plan run on its way to the orders of its launch.
class PublishTest {
    private static final LaunchWorld WORLD = new LaunchWorld();
    private static final LaunchWorld.Server SERVER = WORLD.server();
    private static final Launch LAUNCH = SERVER.launch();
    private static final Launch OTHER = WORLD.server().launch();
    private static final Showroom WAITING = Showroom.SMALL.with(BeyondSupply.WAITLIST);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void noon() {
        WORLD.clock.set(HandClock.NOON);
    }

    @Test
    void whatIsStagedIsSeenByNobodyAndWhatIsPublishedByEverybody() {
        WORLD.open(SERVER, "car", WAITING, 2, 2);
        Order first = order("car", "fan-1");
        Order second = order("car", "fan-2");
        Order third = order("car", "fan-3");
        List<Order> before = LAUNCH.orders("car", null, 0, 100).orders();
        Map<String, Curve> late = Map.of("offer-1", CurvesOnPaper.weekly(1, 0, 2, 1));
        LineSnapshot line = LAUNCH.snapshot("car", null);
        stage("car", 1, line, late);
        assertThat(LAUNCH.orders("car", null, 0, 100).orders()).isEqualTo(before);
        assertThat(OTHER.ordersOf("fan-2")).contains(second);
        assertThat(history(second).promises()).hasSize(1);
        assertThat(LAUNCH.snapshot("car", null).promised(1)).isEqualTo(line.promised(1));

        Published published = publish("car", 1, line.sequence(), late);
        assertThat(published).isEqualTo(new Published(0, 2, 0, 0, 0));
        assertThat(promise(OTHER, "car", "fan-1")).isEqualTo(week(0));
        assertThat(promise(OTHER, "car", "fan-2")).isEqualTo(week(2));
        assertThat(LAUNCH.orders("car", null, 0, 100).orders())
                .extracting(Order::promise)
                .containsExactly(week(0), week(2), week(2));
        assertThat(history(first).promises()).hasSize(1);
        assertThat(history(third).promises())
                .containsExactly(
                        new PromiseGiven(week(1), HandClock.NOON, "ordered"),
                        new PromiseGiven(
                                week(2),
                                HandClock.NOON,
                                "component_short",
                                1,
                                PlanOnPaper.BINDING,
                                PlanOnPaper.EVENT,
                                Map.of()));
        assertThat(history(third).order().first().promise()).isEqualTo(week(1));
        assertThat(OTHER.look("car")).isEqualTo(LAUNCH.look("car"));
        assertThat(order("car", "fan-4").promise()).isEqualTo(week(3));
        assertThat(LAUNCH.planInForce(line.launch())).contains(1);
    }

    @Test
    void whoeverCameOrWentSinceTheSnapshotStandsInTheNewPlanAsIfItHadKnown() {
        WORLD.open(SERVER, "touched", WAITING.withOffers(2), 2, 4);
        Order gone = order("touched", "fan-1");
        Order changed = order("touched", "fan-2");
        Order expired = order("touched", "fan-3");
        Order stays = order("touched", "fan-4");
        LineSnapshot line = LAUNCH.snapshot("touched", null);
        Curve late = CurvesOnPaper.weekly(0, 0, 2, 1, 4);
        Map<String, Curve> curves = Map.of("offer-1", late, "offer-2", late);
        stage("touched", 1, line, curves);

        Fans.done(LAUNCH.cancel(gone.id(), new Asker("fan-1", false), false));
        Fans.done(OTHER.change(changed.id(), new Asker("fan-2", false), "offer-2"));
        OTHER.receive("sandbox", Fans.deposit(changed.id(), "payment-" + changed.id()));
        LAUNCH.receive("sandbox", Fans.deposit(stays.id(), "payment-" + stays.id()));
        WORLD.clock.forward(Showroom.PAY_WITHIN.plusSeconds(1));
        SERVER.lines().ask(line.launch(), new Ask.Sweep());
        OTHER.receive("sandbox", Fans.deposit(expired.id(), "payment-" + expired.id()));
        Order came = order("touched", "fan-5");
        Published published = publish("touched", 1, line.sequence(), curves);

        assertThat(published).isEqualTo(new Published(0, 4, 0, 0, 4));
        assertThat(history(gone).promises()).hasSize(1);
        assertThat(history(stays).promises()).extracting(PromiseGiven::window).containsExactly(week(1), week(4));
        assertThat(history(changed).promises())
                .extracting(PromiseGiven::reason)
                .containsExactly("ordered", "changed", "plan_published");
        assertThat(history(changed).order().promise()).isEqualTo(week(2));
        assertThat(history(expired).promises())
                .extracting(PromiseGiven::reason)
                .containsExactly("ordered", "paid_after_expiry", "plan_published");
        assertThat(history(came).promises()).extracting(PromiseGiven::planRun).containsExactly(null, 1);
        assertThat(LAUNCH.look("touched")).isEqualTo(OTHER.look("touched"));
        assertThat(LAUNCH.look("touched").offers().getFirst().remaining()).isEqualTo(4);
        assertThat(staged(line.launch())).isZero();
    }

    @Test
    void whoseUnitIsBuiltBeforeTheFlipKeepsTheWindow() {
        WORLD.open(SERVER, "built", WAITING, 2);
        Order built = order("built", "fan-1");
        Order moved = order("built", "fan-2");
        LAUNCH.receive("sandbox", Fans.deposit(built.id(), "payment-" + built.id()));
        Fans.done(LAUNCH.lock(built.id(), new Asker("fan-1", false)));
        LineSnapshot line = LAUNCH.snapshot("built", null);
        Map<String, Curve> late = Map.of("offer-1", CurvesOnPaper.weekly(0, 0, 2));
        stage("built", 1, line, late);
        List<Advance> steps = List.of(
                new Advance(built.id(), OrderState.SCHEDULED, "test"),
                new Advance(built.id(), OrderState.BUILT, "test"),
                new Advance(built.id(), OrderState.READY, "test"));
        WORLD.progress(SERVER).advance(line.launch(), steps, "plant");
        Published published = publish("built", 1, line.sequence(), late);

        assertThat(published).isEqualTo(new Published(0, 1, 0, 0, 1));
        assertThat(history(built).promises()).hasSize(1);
        assertThat(history(built).order().promise()).isEqualTo(week(0));
        assertThat(history(moved).order().promise()).isEqualTo(week(2));
        assertThat(staged(line.launch())).isZero();
    }

    @Test
    void ofTwoPlannersOneWinsAndTheOtherIsToldThatThePlanIsStale() {
        WORLD.open(SERVER, "two", WAITING, 1, 3);
        order("two", "fan-1");
        order("two", "fan-2");
        LineSnapshot line = LAUNCH.snapshot("two", null);
        Map<String, Curve> one = Map.of("offer-1", CurvesOnPaper.weekly(0, 2));
        Map<String, Curve> other = Map.of("offer-1", CurvesOnPaper.weekly(0, 0, 2));
        stage("two", 1, line, one);
        stage("two", 2, line, other);
        publish("two", 2, line.sequence(), other);
        assertStale(() -> publish("two", 1, line.sequence(), one));
        assertStale(() -> publish("two", 2, line.sequence(), other));
        assertStale(() -> stage("two", 2, line, other));
        assertStale(() -> publish("two", 3, line.sequence(), other));
        assertThat(promise(OTHER, "two", "fan-1")).isEqualTo(week(2));
        SERVER.plans().sweep();
        assertThat(staged(line.launch())).isZero();
    }

    @Test
    void anotherAttemptAtTheSameRunTakesOver() {
        WORLD.open(SERVER, "over", WAITING, 3);
        order("over", "fan-1");
        LineSnapshot line = LAUNCH.snapshot("over", null);
        Map<String, Curve> curves = Map.of("offer-1", CurvesOnPaper.weekly(0, 2));
        PlanOnPaper plan = plan("over", 1, line, curves);
        Iterator<Move> moves = plan.moves().iterator();
        Runnable takeOver = () -> OTHER.stage(line.launch(), 1, plan.moves().iterator());
        assertStale(() -> LAUNCH.stage(line.launch(), 1, during(moves, takeOver)));
        assertThat(publish("over", 1, line.sequence(), curves).later()).isEqualTo(1);
        assertThat(promise(OTHER, "over", "fan-1")).isEqualTo(week(1));
    }

    @Test
    void whoWasTakenOverFromWritesNoMoreThoughTheOtherDied() {
        WORLD.open(SERVER, "dead", WAITING, 3);
        order("dead", "fan-1");
        LineSnapshot line = LAUNCH.snapshot("dead", null);
        List<Move> moves = plan("dead", 1, line, Map.of("offer-1", CurvesOnPaper.weekly(0, 2)))
                .moves();
        Iterator<Move> mine = moves.iterator();
        assertStale(() -> LAUNCH.stage(line.launch(), 1, during(mine, () -> {
            Iterator<Move> others = moves.iterator();
            assertThatThrownBy(() -> OTHER.stage(line.launch(), 1, during(others, () -> {
                        throw new IllegalStateException("Planted: died while staging.");
                    })))
                    .hasMessageContaining("Planted");
        })));
        assertThat(staged(line.launch())).isZero();
    }

    @Test
    void whatMovesNobodyMakesNoPlanStaleAndANewSupplyDoes() {
        WORLD.open(SERVER, "acts", WAITING, 3);
        order("acts", "fan-1");
        LineSnapshot line = LAUNCH.snapshot("acts", null);
        Map<String, Curve> curves = Map.of("offer-1", CurvesOnPaper.weekly(0, 2));
        stage("acts", 1, line, curves);
        LAUNCH.close("acts", Showroom.OPERATOR);
        LAUNCH.open("acts", Showroom.OPERATOR);
        LAUNCH.define("acts", WAITING.withOffers(2).definition(), Showroom.OPERATOR);
        publish("acts", 1, line.sequence(), curves);
        assertThat(promise(OTHER, "acts", "fan-1")).isEqualTo(week(1));

        WORLD.open(SERVER, "curve", WAITING, 3);
        LineSnapshot empty = LAUNCH.snapshot("curve", null);
        stage("curve", 1, empty, curves);
        WORLD.resupply(SERVER, "curve", Map.of("offer-1", CurvesOnPaper.weekly(4)));
        assertStale(() -> publish("curve", 1, empty.sequence(), curves));
    }

    @Test
    void aPlanWhoseSnapshotNobodyCanFollowAnyMoreIsStale() {
        WORLD.open(SERVER, "forgotten", WAITING, 3);
        LineSnapshot line = LAUNCH.snapshot("forgotten", null);
        Map<String, Curve> curves = Map.of("offer-1", CurvesOnPaper.weekly(0, 3));
        stage("forgotten", 1, line, curves);
        order("forgotten", "fan-1");
        WORLD.jdbc
                .sql("delete from launch.journal where launch = ?")
                .param(line.launch())
                .update();
        assertStale(() -> publish("forgotten", 1, line.sequence(), curves));
    }

    @Test
    void aPlanReachesThoseWhoWaitAndTakesWindowsThatItCannotKeep() {
        WORLD.open(SERVER, "waiting", WAITING, 1);
        Order first = order("waiting", "fan-1");
        Order waits = order("waiting", "fan-2");
        LineSnapshot line = LAUNCH.snapshot("waiting", null);
        Map<String, Curve> more = Map.of("offer-1", CurvesOnPaper.weekly(1, 0, 2));
        stage("waiting", 1, line, more);
        Order came = order("waiting", "fan-3");
        assertThat(came.promise()).isNull();
        assertThat(publish("waiting", 1, line.sequence(), more)).isEqualTo(new Published(0, 0, 0, 2, 1));
        assertThat(history(waits).order().promise()).isEqualTo(week(2));
        assertThat(history(came).order().promise()).isEqualTo(week(2));

        LineSnapshot then = LAUNCH.snapshot("waiting", null);
        Map<String, Curve> none = Map.of("offer-1", CurvesOnPaper.weekly(0));
        stage("waiting", 2, then, none);
        assertThat(publish("waiting", 2, then.sequence(), none)).isEqualTo(new Published(0, 0, 3, 0, 0));
        assertThat(history(waits).promises()).extracting(PromiseGiven::window).containsExactly(null, week(2), null);
        assertThat(LAUNCH.snapshot("waiting", null).slips(1)).isEqualTo(1);
        assertThat(LAUNCH.snapshot("waiting", 1).promised(1))
                .isEqualTo((int) CurvesOnPaper.FIRST_WEEK.plusWeeks(2).toEpochDay());
        assertThat(history(first).order().promise()).isNull();
        assertThatThrownBy(() -> LAUNCH.define("waiting", Showroom.SMALL.definition(), Showroom.OPERATOR))
                .hasMessageContaining("3 orders are on the waiting list");
    }

    @Test
    void whatAFanDoesAfterThePlanStartsFromItsWindow() {
        WORLD.open(SERVER, "after", WAITING.withOffers(2), 2, 4);
        Order order = order("after", "fan-1");
        LineSnapshot line = LAUNCH.snapshot("after", null);
        Map<String, Curve> curves =
                Map.of("offer-1", CurvesOnPaper.weekly(0, 2), "offer-2", CurvesOnPaper.weekly(0, 0, 1));
        stage("after", 1, line, curves);
        publish("after", 1, line.sequence(), curves);
        LAUNCH.receive("sandbox", Fans.deposit(order.id(), "payment-" + order.id()));
        assertThat(history(order).order().promise()).isEqualTo(week(1));
        Order other = order("after", "fan-2");
        LAUNCH.receive("sandbox", Fans.deposit(other.id(), "payment-" + other.id()));
        LineSnapshot then = LAUNCH.snapshot("after", null);
        Map<String, Curve> later =
                Map.of("offer-1", CurvesOnPaper.weekly(0, 0, 2), "offer-2", CurvesOnPaper.weekly(0, 0, 1));
        stage("after", 2, then, later);
        publish("after", 2, then.sequence(), later);
        assertThat(Fans.done(OTHER.lock(other.id(), new Asker("fan-2", false))).promise())
                .isEqualTo(week(2));
        Order moved = Fans.done(OTHER.change(order.id(), new Asker("fan-1", false), "offer-2"));
        assertThat(moved.promise()).isEqualTo(week(2));
        assertThat(Fans.done(LAUNCH.lock(order.id(), new Asker("fan-1", false))).promise())
                .isEqualTo(week(2));
        assertThat(history(order).promises())
                .extracting(PromiseGiven::reason)
                .containsExactly("ordered", "component_short", "component_short", "changed");
        assertThat(LAUNCH.place(Fans.wish("after", "fan-1", "key", "offer-1")))
                .isInstanceOfSatisfying(
                        Outcome.Replayed.class,
                        again -> assertThat(again.order().first().promise()).isEqualTo(week(0)));
    }

    @Test
    void aPlannerWhoDiesBeforeTheFlipLeavesNothingBehind() {
        WORLD.open(SERVER, "dies", WAITING, 3);
        order("dies", "fan-1");
        LineSnapshot line = LAUNCH.snapshot("dies", null);
        Map<String, Curve> curves = Map.of("offer-1", CurvesOnPaper.weekly(0, 2));
        stage("dies", 1, line, curves);
        assertThatThrownBy(() -> LAUNCH.publish(line.launch(), 1, line.sequence(), () -> {
                    throw new IllegalStateException("Planted: killed before the commit.");
                }))
                .hasMessageContaining("Planted");
        assertThat(history(order("dies", "fan-2")).order().promise()).isEqualTo(week(0));
        assertThat(LAUNCH.planInForce(line.launch())).isEmpty();
        assertStale(() -> publish("dies", 1, line.sequence(), curves));

        stage("dies", 1, line, curves);
        assertThat(publish("dies", 1, line.sequence(), curves).later()).isEqualTo(2);
        assertThat(promise(WORLD.server().launch(), "dies", "fan-2")).isEqualTo(week(1));
        assertThat(staged(line.launch())).isZero();
    }

    @Test
    void whatAnAttemptThatDiedHadStagedIsSwept() {
        WORLD.open(SERVER, "half", WAITING, 3);
        order("half", "fan-1");
        LineSnapshot line = LAUNCH.snapshot("half", null);
        stage("half", 1, line, Map.of("offer-1", CurvesOnPaper.weekly(0, 2)));
        SERVER.plans().sweep();
        assertThat(staged(line.launch())).isEqualTo(1);
        WORLD.jdbc
                .sql("update launch.staging set touched_at = now() - interval '16 minutes'")
                .update();
        SERVER.plans().sweep();
        assertThat(staged(line.launch())).isZero();
        assertStale(() -> publish("half", 1, line.sequence(), Map.of()));
    }

    /// The moves, with an act before each.
    private static Iterator<Move> during(Iterator<Move> moves, Runnable act) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return moves.hasNext();
            }

            @Override
            public Move next() {
                act.run();
                return moves.next();
            }
        };
    }

    private static PlanOnPaper plan(String slug, int run, LineSnapshot line, Map<String, Curve> curves) {
        LocalDate thisWeek = CurvesOnPaper.FIRST_WEEK.minusWeeks(1);
        PlanOnPaper plan = PlanOnPaper.of(line, curves, thisWeek);
        WORLD.supplies.plan(LAUNCH.number(slug), run, plan.line());
        return plan;
    }

    private static void stage(String slug, int run, LineSnapshot line, Map<String, Curve> curves) {
        LAUNCH.stage(line.launch(), run, plan(slug, run, line, curves).moves().iterator());
    }

    private static Published publish(String slug, int run, long sequence, Map<String, Curve> curves) {
        int launch = LAUNCH.number(slug);
        return LAUNCH.publish(launch, run, sequence, () -> WORLD.supplies.write(launch, curves));
    }

    private static void assertStale(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("plan_stale"));
    }

    /// Rows of runs that are not published.
    private static long staged(int launch) {
        return WORLD.jdbc.sql("""
                        select count(*) from launch.promise p where p.launch = :launch
                          and not exists (select 1 from launch.publication q
                                          where q.launch = p.launch and q.run = p.plan_run)
                        """).param("launch", launch).query(Long.class).single();
    }

    private static @Nullable Window promise(Launch server, String slug, String member) {
        return server.ordersOf(member).stream()
                .filter(order -> order.launch().equals(slug))
                .findFirst()
                .orElseThrow()
                .promise();
    }

    private static OrderHistory history(Order order) {
        return OTHER.order(order.id(), new Asker(order.member(), false));
    }

    private static Window week(int number) {
        return Window.ofWeek(CurvesOnPaper.FIRST_WEEK.plusWeeks(number));
    }

    private static Order order(String slug, String member) {
        return Fans.done(LAUNCH.place(Fans.wish(slug, member, "key", "offer-1")));
    }
}
