package dev.holdfast.launch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.holdfast.launch.Advance;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Fans;
import dev.holdfast.launch.Happening;
import dev.holdfast.launch.Happenings;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchWorld;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Progress;
import dev.holdfast.launch.Showroom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What a module above hears of a line: each thing once, in order, whoever dies.
class FollowingTest {
    private static final LaunchWorld WORLD = new LaunchWorld();
    private static final LaunchWorld.Server SERVER = WORLD.server();
    private static final Launch LAUNCH = SERVER.launch();
    private static final Progress PROGRESS = WORLD.progress(SERVER);
    private static final Set<OrderState> ALL = EnumSet.allOf(OrderState.class);

    private final Following following = new Following(SERVER.jdbc(), 3);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void everyStateOfEveryOrderIsHeardOnceInTheOrderInWhichItCame() {
        int launch = WORLD.open(SERVER, "heard", Showroom.SMALL, 9);
        Order first = locked("heard", "fan-1");
        Order second = locked("heard", "fan-2");
        Fans.done(LAUNCH.cancel(second.id(), new Asker("fan-2", false), true));
        PROGRESS.advance(launch, List.of(new Advance(first.id(), OrderState.SCHEDULED, "scheduled")), "plant");
        List<Happening> heard = all("community", launch, ALL);
        assertThat(heard)
                .extracting(Happening::order, Happening::member, Happening::state)
                .containsExactly(
                        tuple(first.id(), "fan-1", OrderState.HELD),
                        tuple(first.id(), "fan-1", OrderState.PLACED),
                        tuple(first.id(), "fan-1", OrderState.LOCKED),
                        tuple(second.id(), "fan-2", OrderState.HELD),
                        tuple(second.id(), "fan-2", OrderState.PLACED),
                        tuple(second.id(), "fan-2", OrderState.LOCKED),
                        tuple(second.id(), "fan-2", OrderState.CANCELLED),
                        tuple(first.id(), "fan-1", OrderState.SCHEDULED));
        assertThat(all("community", launch, ALL)).isEmpty();
        assertThat(all("delivery", launch, Set.of(OrderState.CANCELLED)))
                .extracting(Happening::order)
                .containsExactly(second.id());
    }

    @Test
    void whatAFollowerWroteIsRolledBackWithHowFarItHadCome() {
        int launch = WORLD.open(SERVER, "dies", Showroom.SMALL, 9);
        locked("dies", "fan-1");
        assertThatThrownBy(() -> SERVER.transactions().execute(status -> {
                    assertThat(following.next("community", launch, ALL).happenings())
                            .isNotEmpty();
                    throw new IllegalStateException("Planted: killed before the commit.");
                }))
                .hasMessageContaining("Planted");
        assertThat(all("community", launch, ALL)).hasSize(3);
    }

    @Test
    void manyInstancesHearTogetherWhatOneWouldHear() throws Exception {
        int launch = WORLD.open(SERVER, "instances", Showroom.SMALL, 90);
        for (int fan = 0; fan < 30; fan++) {
            locked("instances", "fan-" + fan);
        }
        List<Callable<List<Happening>>> instances = new ArrayList<>();
        for (int instance = 0; instance < 6; instance++) {
            instances.add(() -> all("community", launch, Set.of(OrderState.LOCKED)));
        }
        List<Happening> heard =
                Fans.atOnce(instances).stream().flatMap(List::stream).toList();
        assertThat(heard).hasSize(30).extracting(Happening::order).doesNotHaveDuplicates();
    }

    @Test
    void nothingIsClearedAwayBeforeItIsHeard() {
        int launch = WORLD.open(SERVER, "kept", Showroom.SMALL, 9);
        next("slow", launch, ALL);
        for (int fan = 0; fan < 5; fan++) {
            locked("kept", "fan-" + fan);
        }
        SERVER.jdbc()
                .sql("insert into launch.news_cursor (launch, stream, sequence, number) values (?, 'supply', 999, 0)")
                .param(launch)
                .update();
        WORLD.clock.forward(Duration.ofDays(31));
        OldJournal old = new OldJournal(SERVER.jdbc(), WORLD.clock, 1);
        old.clear();
        assertThat(all("slow", launch, Set.of(OrderState.LOCKED))).hasSize(5);
        assertThat(old.clear()).isPositive();
    }

    @Test
    void whoIsInNoTransactionIsToldSo() {
        int launch = WORLD.open(SERVER, "alone", Showroom.SMALL, 9);
        assertThatThrownBy(() -> following.next("community", launch, ALL)).isInstanceOf(IllegalStateException.class);
    }

    private List<Happening> all(String follower, int launch, Set<OrderState> states) {
        List<Happening> all = new ArrayList<>();
        Happenings next;
        do {
            next = next(follower, launch, states);
            all.addAll(next.happenings());
        } while (next.more());
        return all;
    }

    private Happenings next(String follower, int launch, Set<OrderState> states) {
        return Objects.requireNonNull(
                SERVER.transactions().execute(status -> following.next(follower, launch, states)));
    }

    private static Order locked(String slug, String member) {
        Order order = Fans.done(LAUNCH.place(Fans.wish(slug, member, "key", "offer-1")));
        LAUNCH.receive("sandbox", Fans.deposit(order.id(), "payment-" + order.id()));
        return Fans.done(LAUNCH.lock(order.id(), new Asker(member, false)));
    }
}
