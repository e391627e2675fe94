package dev.holdfast.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.holdfast.HandClock;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.intake.Ask;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A new supply for a line of people with promises. `-Dseed=..` plays one line again.
class ResupplyTest {
    private static final LaunchWorld WORLD = new LaunchWorld();
    private static final LaunchWorld.Server SERVER = WORLD.server();
    private static final Launch LAUNCH = SERVER.launch();
    private static final Launch OTHER = WORLD.server().launch();
    private static final List<String> OFFERS = List.of("offer-1", "offer-2");

    @AfterAll
    static void close() {
        WORLD.close();
    }

    static Stream<Long> seeds() {
        String given = System.getProperty("seed");
        return given == null ? new Random(System.nanoTime()).longs(8).boxed() : Stream.of(Long.valueOf(given));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nobodyOvertakesAndNothingIsPromisedTwiceAfterANewSupply(long seed) {
        assertThatCode(() -> play(seed)).as("-Dseed=%s", seed).doesNotThrowAnyException();
    }

    private static void play(long seed) {
        Random random = new Random(seed);
        String slug = "car-" + Long.toHexString(seed);
        BeyondSupply beyond = random.nextBoolean() ? BeyondSupply.REFUSE : BeyondSupply.WAITLIST;
        Showroom showroom = Showroom.SMALL.withOffers(2).with(beyond);
        WORLD.clock.set(HandClock.NOON);
        WORLD.open(SERVER, slug, showroom, 5, 5, 10, 0, 10);
        Map<String, Curve> inForce = new HashMap<>();
        OFFERS.forEach(offer -> inForce.put(offer, CurvesOnPaper.weekly(5, 5, 10, 0, 10)));
        for (int round = 0; round < 4; round++) {
            orderPayAndLock(random, slug, beyond, inForce);
            if (random.nextInt(3) == 0) {
                WORLD.clock.forward(Duration.ofDays(7));
                SERVER.lines().ask(LAUNCH.number(slug), new Ask.Sweep());
            }
            List<Order> before = live(slug);
            OFFERS.forEach(offer -> notBeyond(inForce.getOrDefault(offer, Curve.NOTHING), lineOf(offer, before)));
            OFFERS.forEach(offer -> inForce.put(offer, curve(random)));
            Resupplied told = WORLD.resupply(SERVER, slug, inForce);
            List<Order> after = live(slug);
            keepsTheRules(before, after, inForce);
            assertThat(told).isEqualTo(recounted(before, after));
            assertThat(LAUNCH.look(slug)).isEqualTo(OTHER.look(slug));
        }
    }

    @Test
    void whoWaitsGetsAWindowWhenASupplyReachesThem() {
        WORLD.clock.set(HandClock.NOON);
        WORLD.open(SERVER, "waiting", Showroom.SMALL.with(BeyondSupply.WAITLIST), 1);
        order("waiting", "fan-1");
        Order waiting = order("waiting", "fan-2");
        assertThat(waiting.promise()).isNull();
        Resupplied told = WORLD.resupply(SERVER, "waiting", Map.of("offer-1", CurvesOnPaper.weekly(1, 0, 2)));
        assertThat(told).isEqualTo(new Resupplied(0, 0, 0, 1));
        OrderHistory history = LAUNCH.order(waiting.id(), new Asker("fan-2", false));
        Window reached = Window.ofWeek(CurvesOnPaper.FIRST_WEEK.plusWeeks(2));
        assertThat(history.order().promise()).isEqualTo(reached);
        assertThat(history.order().first().promise()).isNull();
        assertThat(history.promises())
                .extracting(OrderHistory.PromiseGiven::window)
                .containsExactly(null, reached);
        assertThat(order("waiting", "fan-3").promise()).isEqualTo(reached);
    }

    @Test
    void whoLostTheirWindowCountsInTheNextRankHoweverOftenTheLaunchIsDefined() {
        WORLD.clock.set(HandClock.NOON);
        Showroom showroom = Showroom.SMALL;
        WORLD.open(SERVER, "cut", showroom, 3);
        List<Order> orders = List.of(order("cut", "fan-1"), order("cut", "fan-2"), order("cut", "fan-3"));
        WORLD.resupply(SERVER, "cut", Map.of("offer-1", CurvesOnPaper.weekly(1, 1)));
        LAUNCH.cancel(orders.get(0).id(), new Asker("fan-1", false), false);
        LAUNCH.define("cut", showroom.definition(), Showroom.OPERATOR);
        assertThat(LAUNCH.place(Fans.wish("cut", "fan-4", "key", "offer-1")))
                .isEqualTo(new Outcome.Refused(new Refusal.SoldOut("offer-1", true)));

        LAUNCH.cancel(orders.get(1).id(), new Asker("fan-2", false), false);
        Order next = order("cut", "fan-4");
        assertThat(next.rank()).isEqualTo(2);
        assertThat(next.promise()).isEqualTo(Window.ofWeek(CurvesOnPaper.FIRST_WEEK.plusWeeks(1)));

        WORLD.resupply(SERVER, "cut", Map.of("offer-1", CurvesOnPaper.weekly(1, 1)));
        Order lost = LAUNCH.order(orders.get(2).id(), new Asker("fan-3", false)).order();
        assertThat(lost.promise()).isEqualTo(Window.ofWeek(CurvesOnPaper.FIRST_WEEK));
        assertThat(LAUNCH.order(next.id(), new Asker("fan-4", false)).order().promise())
                .isEqualTo(next.promise());
    }

    private static void keepsTheRules(List<Order> before, List<Order> after, Map<String, Curve> curves) {
        Map<OrderId, Order> were = new HashMap<>();
        before.forEach(order -> were.put(order.id(), order));
        for (String offer : OFFERS) {
            Curve curve = curves.getOrDefault(offer, Curve.NOTHING);
            List<Order> line = lineOf(offer, after);
            LocalDate last = LocalDate.MIN;
            for (Order order : line) {
                LocalDate week = week(order);
                if (order.state() != OrderState.LOCKED) {
                    assertThat(week).as("%s of %s", order.entered(), offer).isAfterOrEqualTo(last);
                    last = week;
                }
            }
            notBeyond(curve, line);
            whoIsLockedKeepsTheirWeekWherePossible(line, were, curve);
            nobodyWaitsWhileAUnitIsLeft(line, curve);
        }
    }

    private static List<Order> lineOf(String offer, List<Order> live) {
        return live.stream()
                .filter(order -> order.offer().equals(offer))
                .sorted(Comparator.comparingLong(Order::entered))
                .toList();
    }

    private static void notBeyond(Curve curve, List<Order> line) {
        TreeMap<LocalDate, Long> weeks = new TreeMap<>();
        line.stream()
                .filter(order -> order.promise() != null)
                .forEach(order -> weeks.merge(week(order), 1L, Long::sum));
        long promised = 0;
        for (Map.Entry<LocalDate, Long> week : weeks.entrySet()) {
            promised += week.getValue();
            assertThat(promised).as("until %s", week.getKey()).isLessThanOrEqualTo(units(curve, week.getKey()));
        }
    }

    /// All of them can keep it when, up to every week, no more of them were promised than there are units.
    private static void whoIsLockedKeepsTheirWeekWherePossible(
            List<Order> line, Map<OrderId, Order> were, Curve curve) {
        List<Order> locked = line.stream()
                .filter(order -> order.state() == OrderState.LOCKED)
                .toList();
        List<LocalDate> promised = locked.stream()
                .map(order -> week(were.getOrDefault(order.id(), order)))
                .sorted()
                .toList();
        LocalDate thisWeek = CurvesOnPaper.FIRST_WEEK
                .minusWeeks(1)
                .plusDays(
                        Duration.between(HandClock.NOON, WORLD.clock.instant()).toDays());
        for (int i = 0; i < promised.size(); i++) {
            boolean waited = promised.get(i).equals(LocalDate.MAX);
            if (waited || promised.get(i).isBefore(thisWeek) || units(curve, promised.get(i)) < i + 1) {
                return;
            }
        }
        assertThat(locked)
                .allSatisfy(order -> assertThat(week(order)).isEqualTo(week(were.getOrDefault(order.id(), order))));
    }

    private static void nobodyWaitsWhileAUnitIsLeft(List<Order> line, Curve curve) {
        long promised = line.stream().filter(order -> order.promise() != null).count();
        assertThat(promised).isEqualTo(Math.min(line.size(), curve.total()));
    }

    private static Resupplied recounted(List<Order> before, List<Order> after) {
        Map<OrderId, Order> now = new HashMap<>();
        after.forEach(order -> now.put(order.id(), order));
        int earlier = 0;
        int later = 0;
        int lost = 0;
        int reached = 0;
        for (Order was : before) {
            LocalDate from = week(was);
            LocalDate to = week(now.getOrDefault(was.id(), was));
            boolean had = !from.equals(LocalDate.MAX);
            boolean has = !to.equals(LocalDate.MAX);
            lost += had && !has ? 1 : 0;
            reached += !had && has ? 1 : 0;
            earlier += had && has && to.isBefore(from) ? 1 : 0;
            later += had && has && to.isAfter(from) ? 1 : 0;
        }
        return new Resupplied(earlier, later, lost, reached);
    }

    private static long units(Curve curve, LocalDate week) {
        long units = 0;
        for (int i = 0; i < curve.weeks().size() && !curve.weeks().get(i).isAfter(week); i++) {
            units = curve.cumulative().get(i);
        }
        return units;
    }

    /// The last day there is for whoever waits without a window.
    private static LocalDate week(Order order) {
        Window promise = order.promise();
        return promise == null ? LocalDate.MAX : promise.from().minusWeeks("south".equals(order.region()) ? 2 : 0);
    }

    private static void orderPayAndLock(Random random, String slug, BeyondSupply beyond, Map<String, Curve> inForce) {
        for (int i = 0; i < 12; i++) {
            String member = "fan-" + Long.toHexString(random.nextLong());
            String region = random.nextBoolean() ? "south" : null;
            String offer = OFFERS.get(random.nextInt(2));
            long units = inForce.getOrDefault(offer, Curve.NOTHING).total();
            boolean free = lineOf(offer, live(slug)).size() < units;
            PlaceOrder wish = new PlaceOrder(slug, member, "key", offer, region, null, null, null, null);
            if (!(LAUNCH.place(wish) instanceof Outcome.Done done)) {
                assertThat(free || beyond == BeyondSupply.WAITLIST)
                        .as("turned away")
                        .isFalse();
                continue;
            }
            assertThat(done.order().promise() != null).as("given a window").isEqualTo(free);
            OrderId order = done.order().id();
            Asker asker = new Asker(member, false);
            int dice = random.nextInt(6);
            if (dice > 0) {
                LAUNCH.receive("sandbox", Fans.deposit(order, "payment-" + order));
            }
            if (dice > 3) {
                LAUNCH.lock(order, asker);
            }
            if (dice == 1) {
                LAUNCH.cancel(order, asker, false);
            }
        }
    }

    private static Curve curve(Random random) {
        long[] weekly = new long[6];
        for (int i = 0; i < weekly.length; i++) {
            weekly[i] = random.nextInt(8);
        }
        return CurvesOnPaper.weekly(weekly);
    }

    private static List<Order> live(String slug) {
        return new ArrayList<>(LAUNCH.orders(slug, null, 0, 1_000).orders().stream()
                .filter(Order::live)
                .toList());
    }

    private static Order order(String slug, String member) {
        return Fans.done(LAUNCH.place(Fans.wish(slug, member, "key", "offer-1")));
    }
}
