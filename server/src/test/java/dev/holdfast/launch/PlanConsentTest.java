package dev.holdfast.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.HandClock;
import dev.holdfast.launch.CompensationRule.Amount;
import dev.holdfast.launch.CompensationRule.By;
import dev.holdfast.launch.Consent.State;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.OrderHistory.CompensationGiven;
import dev.holdfast.launch.intake.Ask;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a plan run asks of the members it moves, and owes them, on its way to their orders.
class PlanConsentTest {
    private static final LaunchWorld WORLD = new LaunchWorld();
    private static final LaunchWorld.Server SERVER = WORLD.server();
    private static final Launch LAUNCH = SERVER.launch();
    private static final Showroom WAITING = Showroom.SMALL.with(BeyondSupply.WAITLIST);

    /// Two in the fifth week, and the same ten weeks later.
    private static final Map<String, Curve> SOON = Map.of("offer-1", CurvesOnPaper.weekly(0, 0, 0, 0, 9));

    private static final Map<String, Curve> LATE =
            Map.of("offer-1", CurvesOnPaper.weekly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9));
    private static final Map<String, Curve> LATER =
            Map.of("offer-1", CurvesOnPaper.weekly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9));

    private static final CompensationRule BY_WEEK = new CompensationRule(
            "by-week", 4, List.of(AtFault.SUPPLIER), null, null, new Amount(By.WEEK, 1_000), 100_000L, true);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void noon() {
        WORLD.clock.set(HandClock.NOON);
    }

    @Test
    void whatIsStagedAsksNobodyAndWhatIsPublishedAsksEverybodyItMovesLater() {
        open("asked");
        Order paid = paid("asked", "fan-1");
        Order held = held("asked", "fan-2");
        LineSnapshot line = stage("asked", 1, LATE);
        assertThat(consent(paid)).isNull();
        assertThat(compensation(paid)).isEmpty();

        publish("asked", 1, line, LATE);
        assertThat(Objects.requireNonNull(consent(paid)))
                .extracting(Consent::state, Consent::silenceKeeps, Consent::reason)
                .containsExactly(State.ASKED, false, "component_short");
        assertThat(compensation(paid))
                .extracting(given -> given.amount().amount())
                .containsExactly(10_000L);
        assertThat(consent(held)).isNull();
        assertThat(compensation(held)).isEmpty();
        assertThat(LAUNCH.openConsents("asked", null, 10))
                .extracting(OpenConsent::order)
                .containsExactly(paid.id());
    }

    @Test
    void whoPaysOrLocksWhileThePlanIsStagedIsAskedAsTheyStandThen() {
        open("mainland", "mainland");
        Order pays = held("mainland", "fan-1");
        Order locks = paid("mainland", "fan-2");
        LineSnapshot line = stage("mainland", 1, LATE);
        pay(pays);
        Fans.done(LAUNCH.lock(locks.id(), asker(locks)));
        publish("mainland", 1, line, LATE);
        assertThat(Objects.requireNonNull(consent(pays)).state()).isEqualTo(State.ASKED);
        assertThat(Objects.requireNonNull(consent(pays)).compensation().amount())
                .isZero();
        assertThat(Objects.requireNonNull(consent(locks)).compensation().amount())
                .isEqualTo(Showroom.DEPOSIT);
    }

    @Test
    void whoAnswersWhileTheNextPlanIsStagedIsAskedAgainFromWhatTheyAgreedTo() {
        open("answers");
        Order order = paid("answers", "fan-1");
        LineSnapshot first = stage("answers", 1, LATE);
        publish("answers", 1, first, LATE);
        LineSnapshot second = stage("answers", 2, LATER);
        Fans.done(LAUNCH.consent(order.id(), asker(order), true));
        publish("answers", 2, second, LATER);
        assertThat(Objects.requireNonNull(consent(order)))
                .extracting(Consent::state, Consent::agreed)
                .containsExactly(State.ASKED, week(14));
    }

    @Test
    void whoLeavesWhileThePlanIsStagedIsAskedNothingMore() {
        open("leaves");
        Order order = paid("leaves", "fan-1");
        LineSnapshot line = stage("leaves", 1, LATE);
        Fans.done(LAUNCH.cancel(order.id(), asker(order), false));
        publish("leaves", 1, line, LATE);
        assertThat(consent(order)).isNull();
        assertThat(compensation(order)).isEmpty();
    }

    @Test
    void aBetterPlanWithdrawsTheQuestionAndTakesNothingBack() {
        open("better");
        Order order = paid("better", "fan-1");
        publish("better", 1, stage("better", 1, LATE), LATE);
        publish("better", 2, stage("better", 2, SOON), SOON);
        assertThat(Objects.requireNonNull(consent(order)).state()).isEqualTo(State.WITHDRAWN);
        assertThat(compensation(order)).hasSize(1);
        publish("better", 3, stage("better", 3, LATE), LATE);
        assertThat(compensation(order)).hasSize(1);
        publish("better", 4, stage("better", 4, LATER), LATER);
        assertThat(compensation(order))
                .extracting(given -> given.amount().amount())
                .containsExactly(10_000L, 2_000L);
    }

    @Test
    void aRunThatIsStagedAgainOrNeverPublishedAsksAndGrantsOnce() {
        int launch = open("again");
        Order order = paid("again", "fan-1");
        stage("again", 1, LATER);
        stage("again", 2, LATE);
        LineSnapshot line = stage("again", 2, LATE);
        publish("again", 2, line, LATE);
        SERVER.plans().sweep();
        assertThat(compensation(order)).hasSize(1);
        assertThat(WORLD.jdbc
                        .sql("select (select count(*) from launch.consent c where c.launch = :launch)"
                                + " + (select count(*) from launch.compensation g where g.launch = :launch)")
                        .param("launch", launch)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aPlannerWhoDiesBeforeTheFlipHasAskedNobody() {
        open("dies");
        Order order = paid("dies", "fan-1");
        LineSnapshot line = stage("dies", 1, LATE);
        assertThatThrownBy(() -> LAUNCH.publish(line.launch(), 1, line.sequence(), () -> {
                    throw new IllegalStateException("Planted: killed before the commit.");
                }))
                .hasMessageContaining("Planted");
        assertThat(consent(order)).isNull();
        WORLD.clock.forward(Duration.ofDays(60));
        SERVER.lines().ask(line.launch(), new Ask.Sweep());
        assertThat(history(order).order().live()).isTrue();
    }

    @Test
    void aRunPublishedAfterTheClockWentByItsDatesIsDueAtOnceAndNotNever() {
        int launch = open("overdue");
        Order due = paid("overdue", "fan-1");
        LineSnapshot line = stage("overdue", 1, LATE);
        WORLD.clock.forward(Duration.ofDays(32));
        SERVER.lines().ask(launch, new Ask.Sweep());
        assertThat(history(due).order().live()).isTrue();
        publish("overdue", 1, line, LATE);
        SERVER.lines().ask(launch, new Ask.Sweep());
        assertThat(Objects.requireNonNull(consent(due)).state()).isEqualTo(State.LEFT_BY_SILENCE);
    }

    @Test
    void liabilityIsWhatPublishingGrantsAndDependsOnWhoseFaultItIs() {
        int launch = open("costs");
        paid("costs", "fan-1");
        paid("costs", "fan-2");
        held("costs", "fan-3");
        PlanOnPaper plan = plan(1, LAUNCH.snapshot("costs", null), LATE);
        Liability liability =
                LAUNCH.liability(launch, AtFault.SUPPLIER, plan.moves().iterator());
        assertThat(liability.rules()).containsExactly(new Liability.Rule("by-week", 2, liability.total()));
        assertThat(liability.total().amount()).isEqualTo(20_000);
        Liability excused =
                LAUNCH.liability(launch, AtFault.FORCE_MAJEURE, plan.moves().iterator());
        assertThat(excused.total().amount()).isZero();
    }

    private static int open(String slug) {
        return open(slug, "strict");
    }

    private static int open(String slug, String ruleSet) {
        WORLD.open(SERVER, slug, WAITING, 0, 0, 0, 0, 9);
        LAUNCH.define(slug, WAITING.definition().under(ruleSet, List.of(BY_WEEK)), Showroom.OPERATOR);
        return LAUNCH.number(slug);
    }

    private static Order held(String slug, String member) {
        return Fans.done(LAUNCH.place(Fans.wish(slug, member, "key", "offer-1")));
    }

    private static Order paid(String slug, String member) {
        Order order = held(slug, member);
        pay(order);
        return order;
    }

    private static void pay(Order order) {
        LAUNCH.receive("sandbox", Fans.deposit(order.id(), "payment-" + order.id()));
    }

    private static PlanOnPaper plan(int run, LineSnapshot line, Map<String, Curve> curves) {
        PlanOnPaper plan = PlanOnPaper.of(line, curves, CurvesOnPaper.FIRST_WEEK.minusWeeks(1));
        WORLD.supplies.plan(line.launch(), run, plan.line());
        return plan;
    }

    private static LineSnapshot stage(String slug, int run, Map<String, Curve> curves) {
        LineSnapshot line = LAUNCH.snapshot(slug, null);
        LAUNCH.stage(
                line.launch(),
                run,
                AtFault.SUPPLIER,
                plan(run, line, curves).moves().iterator());
        return line;
    }

    private static void publish(String slug, int run, LineSnapshot line, Map<String, Curve> curves) {
        int launch = LAUNCH.number(slug);
        LAUNCH.publish(launch, run, line.sequence(), () -> WORLD.supplies.write(launch, curves));
    }

    private static @Nullable Consent consent(Order order) {
        return history(order).consent();
    }

    private static List<CompensationGiven> compensation(Order order) {
        return history(order).compensation();
    }

    private static OrderHistory history(Order order) {
        return LAUNCH.order(order.id(), asker(order));
    }

    private static Asker asker(Order order) {
        return new Asker(order.member(), false);
    }

    private static Window week(int number) {
        return Window.ofWeek(CurvesOnPaper.FIRST_WEEK.plusWeeks(number));
    }
}
