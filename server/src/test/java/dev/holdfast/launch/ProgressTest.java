package dev.holdfast.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.holdfast.HandClock;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.OrderHistory.StateChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How a locked order goes on to its owner, and what it may still do on the way.
class ProgressTest {
    private static final LaunchWorld WORLD = new LaunchWorld();
    private static final LaunchWorld.Server SERVER = WORLD.server();
    private static final Launch LAUNCH = SERVER.launch();
    private static final Progress PROGRESS = WORLD.progress(SERVER);
    private static final List<OrderState> WAY =
            List.of(OrderState.SCHEDULED, OrderState.BUILT, OrderState.READY, OrderState.DELIVERED);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void noon() {
        WORLD.clock.set(HandClock.NOON);
    }

    @Test
    void anOrderGoesOnStepByStepAndEachIsADatedRowWithItsCauseAndWhoDidIt() {
        open("steps", 9);
        Order order = locked("steps", "fan-1");
        WAY.forEach(state -> assertThat(step(order, state).done()).containsExactly(order.id()));
        List<StateChange> states = history(order).states();
        assertThat(states.subList(3, states.size()))
                .extracting(StateChange::state, StateChange::cause, StateChange::actor)
                .containsExactly(
                        tuple(OrderState.SCHEDULED, "scheduled", "plant"),
                        tuple(OrderState.BUILT, "built", "plant"),
                        tuple(OrderState.READY, "ready", "plant"),
                        tuple(OrderState.DELIVERED, "delivered", "plant"));
        assertThat(states.getLast().at()).isEqualTo(HandClock.NOON);
    }

    @Test
    void aStepFromTheWrongStateIsRefusedByNameAndTheSameStepOnceMoreIsNone() {
        open("wrong", 9);
        Order placed = placed("wrong", "fan-1");
        Order locked = locked("wrong", "fan-2");
        assertThat(refusal(placed, OrderState.SCHEDULED))
                .isEqualTo(new Refusal.WrongState(OrderState.PLACED, "schedule"));
        assertThat(refusal(locked, OrderState.BUILT)).isEqualTo(new Refusal.WrongState(OrderState.LOCKED, "build"));
        step(locked, OrderState.SCHEDULED);
        assertThat(refusal(locked, OrderState.READY))
                .isEqualTo(new Refusal.WrongState(OrderState.SCHEDULED, "make_ready"));
        assertThat(refusal(locked, OrderState.DELIVERED))
                .isEqualTo(new Refusal.WrongState(OrderState.SCHEDULED, "deliver"));
        int rows = history(locked).states().size();
        assertThat(step(locked, OrderState.SCHEDULED).refused()).isEmpty();
        assertThat(history(locked).states()).hasSize(rows);
    }

    @Test
    void anOrderWhoseUnitIsLostGoesBackInLineAndKeepsItsPlace() {
        open("back", 9);
        Order order = locked("back", "fan-1");
        for (int steps = 1; steps <= 3; steps++) {
            WAY.subList(0, steps).forEach(state -> step(order, state));
            assertThat(step(order, OrderState.LOCKED).refused()).isEmpty();
            Order back = history(order).order();
            assertThat(back.state()).isEqualTo(OrderState.LOCKED);
            assertThat(List.of(back.position(), back.entered(), back.rank()))
                    .isEqualTo(List.of(order.position(), order.entered(), order.rank()));
        }
        WAY.forEach(state -> step(order, state));
        assertThat(refusal(order, OrderState.LOCKED))
                .isEqualTo(new Refusal.WrongState(OrderState.DELIVERED, "take_back"));
    }

    @Test
    void aScheduledOrderForfeitsOnCancellingAndABuiltOneIsNotCancelled() {
        open("cancel", 2);
        Order scheduled = locked("cancel", "fan-1");
        Order built = locked("cancel", "fan-2");
        assertThat(LAUNCH.place(Fans.wish("cancel", "fan-3", "key", "offer-1")))
                .isEqualTo(new Outcome.Refused(new Refusal.SoldOut("offer-1", true)));
        step(scheduled, OrderState.SCHEDULED);
        WAY.subList(0, 2).forEach(state -> step(built, state));
        assertThat(LAUNCH.cancel(scheduled.id(), asker(scheduled), false))
                .isEqualTo(new Outcome.Refused(new Refusal.ConfirmForfeit(scheduled.deposit())));
        Fans.done(LAUNCH.cancel(scheduled.id(), asker(scheduled), true));
        assertThat(history(scheduled).states().getLast().cause()).isEqualTo("cancelled_with_forfeit");
        // Its place in the supply is the next buyer's.
        Fans.done(LAUNCH.place(Fans.wish("cancel", "fan-3", "key", "offer-1")));
        for (OrderState state : WAY.subList(1, 4)) {
            step(built, state);
            assertThat(LAUNCH.cancel(built.id(), asker(built), true))
                    .isEqualTo(new Outcome.Refused(new Refusal.WrongState(state, "cancel")));
        }
    }

    @Test
    void fromTheLockOnNothingIsChanged() {
        open("change", 9);
        Order order = locked("change", "fan-1");
        for (OrderState state : WAY) {
            step(order, state);
            assertThat(LAUNCH.change(order.id(), asker(order), "offer-1"))
                    .isEqualTo(new Outcome.Refused(new Refusal.WrongState(state, "change")));
            assertThat(LAUNCH.lock(order.id(), asker(order)))
                    .isEqualTo(new Outcome.Refused(new Refusal.WrongState(state, "lock")));
        }
    }

    @Test
    void manyGoOnInOneActEachByItself() {
        int launch = open("many", 3_000);
        List<Advance> steps = new ArrayList<>();
        for (int fan = 0; fan < 30; fan++) {
            Order order = fan % 3 == 0 ? placed("many", "fan-" + fan) : locked("many", "fan-" + fan);
            steps.add(new Advance(order.id(), OrderState.SCHEDULED, "scheduled"));
            steps.add(new Advance(order.id(), OrderState.BUILT, "built"));
        }
        Advanced advanced = PROGRESS.advance(launch, steps, "plant");
        assertThat(advanced.done()).hasSize(40);
        assertThat(advanced.refused())
                .hasSize(20)
                .allSatisfy(one -> assertThat(one.refusal()).isInstanceOf(Refusal.WrongState.class));
        assertThat(LAUNCH.look("many").line().locked()).isEqualTo(20);
        assertThat(WORLD.server().launch().look("many").line())
                .isEqualTo(LAUNCH.look("many").line());
    }

    @Test
    void anOrderOfAnotherLaunchIsUnknownHere() {
        int here = open("here", 9);
        open("there", 9);
        Order there = locked("there", "fan-1");
        Advance step = new Advance(there.id(), OrderState.SCHEDULED, "scheduled");
        assertThat(PROGRESS.advance(here, List.of(step), "plant").refused())
                .extracting(Advanced.Refused::refusal)
                .containsExactly(new Refusal.UnknownOrder(there.id().toString()));
    }

    @Test
    void noStepLeadsOutOfTheLine() {
        Order order = locked(slug("out"), "fan-1");
        assertThatThrownBy(() -> new Advance(order.id(), OrderState.CANCELLED, "lost"))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String slug(String slug) {
        open(slug, 9);
        return slug;
    }

    private static int open(String slug, long units) {
        return WORLD.open(SERVER, slug, Showroom.SMALL.with(BeyondSupply.REFUSE), units);
    }

    private static Order placed(String slug, String member) {
        Order order = Fans.done(LAUNCH.place(Fans.wish(slug, member, "key", "offer-1")));
        LAUNCH.receive("sandbox", Fans.deposit(order.id(), "payment-" + order.id()));
        return order;
    }

    private static Order locked(String slug, String member) {
        Order order = placed(slug, member);
        return Fans.done(LAUNCH.lock(order.id(), asker(order)));
    }

    private static Advanced step(Order order, OrderState to) {
        Advance step = new Advance(order.id(), to, to.name().toLowerCase(Locale.ROOT));
        return PROGRESS.advance(order.id().launch(), List.of(step), "plant");
    }

    private static Refusal refusal(Order order, OrderState to) {
        return step(order, to).refused().getFirst().refusal();
    }

    private static OrderHistory history(Order order) {
        return LAUNCH.order(order.id(), asker(order));
    }

    private static Asker asker(Order order) {
        return new Asker(order.member(), false);
    }
}
