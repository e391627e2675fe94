package dev.holdfast.launch.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.launch.Asker;
import dev.holdfast.launch.AtFault;
import dev.holdfast.launch.CompensationRule;
import dev.holdfast.launch.CompensationRule.Amount;
import dev.holdfast.launch.CompensationRule.By;
import dev.holdfast.launch.CurvesOnPaper;
import dev.holdfast.launch.Fans;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.LineSnapshot;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.PlanOnPaper;
import dev.holdfast.launch.Showroom;
import dev.holdfast.launch.intake.Ask;
import dev.holdfast.member.mail.Letter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a plan that is really published brings to those it moves.
class ConsentNewsTest {
    private static final int CHUNK = 7;
    private static final long[] SOON = {0, 0, 0, 0, 99};
    private static final long[] SHORT = {0, 0, 0, 0, 0, 0, 99};
    private static final long[] LATE = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 99};

    private static final CompensationRule BY_WEEK = new CompensationRule(
            "by-week", 4, List.of(AtFault.SUPPLIER), null, null, new Amount(By.WEEK, 1_000), 100_000L, true);

    private final NewsWorld world = new NewsWorld();
    private final Launch launch = world.server.launch();

    @BeforeEach
    void supply() {
        define("strict");
        world.resupply(SOON);
        world.listen();
        world.teller().tellAll();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whoIsAskedGetsTheQuestionInsteadOfTheNewsAloneAndEachOnce() {
        Order paid = paid("fan-1");
        world.order("fan-2");
        world.addresses("en");
        LineSnapshot line = stage(1, LATE);
        assertThat(world.teller().tellAll()).as("staged, and not published").isZero();
        publish(1, line, LATE);
        assertThat(world.teller().tellAll()).isEqualTo(4);
        assertThat(world.teller().tellAll()).isZero();
        assertThat(world.kinds("fan-1")).containsExactly("consent.asked", "compensation.due");
        assertThat(world.kinds("fan-2")).containsExactly("promise.moved");
        assertThat(world.told(Kind.PROMISE_MOVED)).isEqualTo(2);
        assertThat(world.told(Kind.CONSENT_ASKED)).isEqualTo(1);
        assertThat(world.letter("fan-1", Kind.CONSENT_ASKED).text())
                .contains("from 21 December 2026 to 27 December 2026 to 1 March 2027 to 7 March 2027")
                .contains("a part comes at another time than was planned.")
                .contains("keep your place in line, or cancel")
                .contains("5,000 comes back")
                .contains("Decide before 21 December 2026, 00:00 (Z)")
                .contains("Without an answer the order is cancelled")
                .containsOnlyOnce("https://launch.example.com/orders/" + paid.id());
        assertThat(world.letter("fan-1", Kind.COMPENSATION_DUE).text()).contains("We owe you", "100");
    }

    @Test
    void aQuestionIsRemindedOfOnceThreeDaysBeforeAndItsEndIsTold() {
        paid("fan-1");
        world.addresses("zh");
        publish(1, stage(1, LATE), LATE);
        world.teller().tellAll();
        world.world.clock.forward(Duration.ofDays(27));
        assertThat(world.teller().tellAll()).isZero();
        world.world.clock.forward(Duration.ofHours(12));
        assertThat(world.teller().tellAll()).isEqualTo(1);
        assertThat(world.teller().tellAll()).isZero();
        assertThat(world.letter("fan-1", Kind.CONSENT_REMINDED).text()).contains("尚未收到您的答复", "2026年12月21日 00:00");
        world.world.clock.forward(Duration.ofDays(4));
        sweep();
        world.teller().tellAll();
        Letter end = world.letter("fan-1", Kind.ORDER_CANCELLED_BY_DELAY);
        assertThat(end.subject()).isEqualTo("您的订单已取消，订金将退还：Car");
        assertThat(end.text()).contains("答复期限已过", "5,000", "正在退还给您");
        assertThat(world.kinds("fan-1"))
                .containsExactly("consent.asked", "compensation.due", "consent.reminded", "order.cancelled_by_delay");
    }

    @Test
    void whoAnsweredIsNotRemindedAndSilenceThatKeepsIsTold() {
        Order answers = paid("fan-1");
        paid("fan-2");
        world.addresses("en");
        publish(1, stage(1, SHORT), SHORT);
        Fans.done(launch.consent(answers.id(), new Asker("fan-1", false), true));
        world.teller().tellAll();
        world.world.clock.forward(Duration.ofDays(42));
        world.teller().tellAll();
        world.world.clock.forward(Duration.ofDays(10));
        sweep();
        world.teller().tellAll();
        assertThat(world.kinds("fan-1")).containsExactly("consent.asked", "consent.kept", "order.lock_asked");
        assertThat(world.kinds("fan-2"))
                .containsExactly("consent.asked", "consent.reminded", "consent.kept", "order.lock_asked");
        assertThat(world.letter("fan-2", Kind.CONSENT_KEPT).text()).contains("The time to answer is over");
    }

    @Test
    void aBetterPlanTakesTheQuestionBackAndSaysTheWindow() {
        paid("fan-1");
        world.addresses("en");
        publish(1, stage(1, LATE), LATE);
        publish(2, stage(2, SOON), SOON);
        world.teller().tellAll();
        assertThat(world.kinds("fan-1")).containsExactly("consent.asked", "consent.withdrawn", "compensation.due");
        assertThat(world.letter("fan-1", Kind.CONSENT_WITHDRAWN).text())
                .contains("Your delivery window is 21 December 2026 to 27 December 2026, no later than");
        assertThat(world.told(Kind.CONSENT_WITHDRAWN)).isEqualTo(1);
    }

    @Test
    void theSecondHalfOfABindingDepositIsInTheLetterAboutTheEnd() {
        define("mainland");
        Order order = paid("fan-1");
        Fans.done(launch.lock(order.id(), new Asker("fan-1", false)));
        world.addresses("en");
        publish(1, stage(1, LATE), LATE);
        Fans.done(launch.consent(order.id(), new Asker("fan-1", false), false));
        world.teller().tellAll();
        assertThat(world.kinds("fan-1"))
                .containsExactly("consent.asked", "compensation.due", "order.cancelled_by_delay");
        assertThat(world.letter("fan-1", Kind.ORDER_CANCELLED_BY_DELAY).text())
                .containsPattern("deposit of \\S*5,000 is on its way back to you. Another \\S*5,000 is paid to you");
        assertThat(world.told(Kind.COMPENSATION_DUE)).as("the second half too").isEqualTo(2);
    }

    @Test
    void whatIsPaidByHandIsToldOnceWithItsReference() {
        paid("fan-1");
        world.addresses("en");
        publish(1, stage(1, LATE), LATE);
        world.teller().tellAll();
        world.jdbc.sql("""
                        insert into launch.settlement (order_id, compensation, launch, way, amount, currency, reference,
                          note, operator, at)
                        select c.order_id, c.number, c.launch, 'SET_OFF', c.amount, c.currency, 'invoice 7', 'for us',
                          'operator', now() from launch.compensation c""").update();
        assertThat(world.teller().tellAll()).isEqualTo(1);
        assertThat(world.teller().tellAll()).isZero();
        assertThat(world.told(Kind.COMPENSATION_SETTLED)).isEqualTo(1);
        assertThat(world.letter("fan-1", Kind.COMPENSATION_SETTLED).text())
                .contains("100 went off what you still have to pay", "invoice 7")
                .doesNotContain("for us");
    }

    @Test
    void aSmallerSupplyAsksAtOnceAndTellsItInOneLetter() {
        paid("fan-1");
        world.addresses("en");
        world.resupply(LATE);
        world.teller().tellAll();
        world.teller().tellAll();
        assertThat(world.kinds("fan-1")).containsExactly("consent.asked");
    }

    @Test
    void whoHasToLockIsAskedOnce() {
        paid("fan-1");
        world.addresses("en");
        world.world.clock.forward(Showroom.LOCK_AFTER.plusSeconds(1));
        sweep();
        world.teller().tellAll();
        sweep();
        world.teller().tellAll();
        assertThat(world.kinds("fan-1")).containsExactly("order.lock_asked");
        assertThat(world.letter("fan-1", Kind.LOCK_ASKED).text()).contains("Nothing is locked without you");
    }

    @Test
    void aTellerThatDiesAndFourAtOnceTellAPublicationOnce() throws InterruptedException {
        IntStream.rangeClosed(1, 40).forEach(number -> paid("fan-" + number));
        world.addresses("en");
        publish(1, stage(1, LATE), LATE);
        for (int death = 1; death <= 5; death++) {
            plantDeath();
            assertThatThrownBy(() -> world.teller(CHUNK).tellAll()).hasMessageContaining("planted");
            world.jdbc.sql("drop trigger dies on launch.news_cursor").update();
        }
        List<Thread> tellers = IntStream.range(0, 4)
                .mapToObj(number ->
                        Thread.ofVirtual().start(() -> world.teller(CHUNK).tellAll()))
                .toList();
        for (Thread teller : tellers) {
            teller.join();
        }
        world.teller(CHUNK).tellAll();
        assertThat(world.letters()).isEqualTo(80);
        for (Kind kind : List.of(Kind.PROMISE_MOVED, Kind.CONSENT_ASKED, Kind.COMPENSATION_DUE)) {
            assertThat(world.told(kind)).as(kind.word()).isEqualTo(40);
        }
    }

    /// The next transaction but one that moves a cursor dies after everything else was written.
    private void plantDeath() {
        world.jdbc.sql("create sequence if not exists launch.moves").update();
        world.jdbc.sql("alter sequence launch.moves restart").update();
        world.jdbc.sql("""
                        create or replace function launch.die() returns trigger language plpgsql as
                        $$ begin
                          if nextval('launch.moves') = 3 then raise exception 'planted'; end if;
                          return new;
                        end $$""").update();
        world.jdbc.sql("""
                        create trigger dies before insert or update on launch.news_cursor
                        for each row execute function launch.die()""").update();
    }

    private void define(String ruleSet) {
        Showroom waiting = Showroom.SMALL.with(BeyondSupply.WAITLIST);
        launch.define(NewsWorld.SLUG, waiting.definition().under(ruleSet, List.of(BY_WEEK)), Showroom.OPERATOR);
    }

    private Order paid(String member) {
        Order order = world.order(member);
        launch.receive("sandbox", Fans.deposit(order.id(), "payment-" + order.id()));
        return order;
    }

    private void sweep() {
        world.server.lines().ask(world.launch, new Ask.Sweep());
    }

    private LineSnapshot stage(int run, long... weekly) {
        LineSnapshot line = launch.snapshot(NewsWorld.SLUG, null);
        PlanOnPaper plan = PlanOnPaper.of(
                line, Map.of("offer-1", CurvesOnPaper.weekly(weekly)), CurvesOnPaper.FIRST_WEEK.minusWeeks(1));
        world.world.supplies.plan(line.launch(), run, plan.line());
        launch.stage(line.launch(), run, AtFault.SUPPLIER, plan.moves().iterator());
        return line;
    }

    private void publish(int run, LineSnapshot line, long... weekly) {
        launch.publish(
                world.launch,
                run,
                line.sequence(),
                () -> world.world.supplies.write(world.launch, Map.of("offer-1", CurvesOnPaper.weekly(weekly))));
    }
}
