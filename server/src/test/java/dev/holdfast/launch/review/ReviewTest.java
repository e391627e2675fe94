package dev.holdfast.launch.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launch.Asker;
import dev.holdfast.launch.EntryRules;
import dev.holdfast.launch.Fans;
import dev.holdfast.launch.LaunchWorld;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.PlaceOrder;
import dev.holdfast.launch.Refusal;
import dev.holdfast.launch.Screening;
import dev.holdfast.launch.Showroom;
import dev.holdfast.launch.intake.Answer;
import dev.holdfast.launch.intake.Ask;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A ring of members with one card in a line of honest ones: what is held for review, what that means for an order, and
/// what comes of it.
class ReviewTest {
    private static final Asker OPERATOR = new Asker(Showroom.OPERATOR, true);
    private static final String WHOLE = """
            select count(*) from launch.signal where num_nonnulls(device, network, instrument, address) = 4""";

    private static final Screening RULES = new Screening(60, Map.of(), Duration.ofDays(7));

    private final LaunchWorld world = new LaunchWorld();
    private final LaunchWorld.Server server = world.server();
    private final SignalStore store = new SignalStore(world.jdbc);
    private final Signals signals = new Signals(store, "a secret".getBytes(StandardCharsets.UTF_8), world.clock);
    private final Screener screener = new Screener(store, signals, server.lines(), world.clock);

    @BeforeEach
    void open() {
        world.open(server, "car", Showroom.SMALL, 1_000);
        var screened = Showroom.SMALL.definition().with(parts -> parts.entry(new EntryRules(null, 1, null, RULES)));
        server.launch().define("car", screened, Showroom.OPERATOR);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aRingIsHeldTheFirstOfItToo() {
        List<Order> honest = List.of(paid("honest-1", "card-1"), paid("honest-2", "card-1"));
        List<Order> ring = new ArrayList<>(ring(1, 3));
        screen();
        assertThat(steps()).as("three on one card are no reason yet").isZero();
        ring.addAll(ring(4, 4));
        screen();
        for (Order order : ring) {
            Review review = review(order);
            assertThat(review.points()).isEqualTo(60);
            assertThat(review.evidence()).isEqualTo(List.of(new Evidence(Screening.Signal.INSTRUMENT, 3, 60)));
        }
        honest.forEach(
                order -> assertThat(new ReviewStore(world.jdbc).one(order.id())).isEmpty());
        assertThat(new ReviewStore(world.jdbc).ofLaunch(ring.getFirst().id().launch(), Reviews.Which.WAITING, 0, 10))
                .hasSize(4);
    }

    @Test
    void aCardThatIsNamedLateIsSeenToo() {
        List<Order> ring = IntStream.rangeClosed(1, 4)
                .mapToObj(number -> paid("ring-" + number, "card-" + number))
                .toList();
        screen();
        world.jdbc.sql("update launch.signal set instrument = null").update();
        ring.forEach(order -> signals.paid(order.id(), "ring-card"));
        assertThat(steps()).isZero();
        screen();
        assertThat(steps()).isEqualTo(4);
    }

    @Test
    void whatIsNoticedOfOneOrderAtOnceIsKeptWhole() {
        Order order = paid("ring-1", "card");
        signals.delivered(order.id(), "door");
        signals.placed(order.id(), "device", "network");
        signals.flush();
        assertThat(world.jdbc.sql(WHOLE).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void manyWhoShareACardAndADoorAreHeldAndEachSeesTheOthers() {
        List<Order> ring = ring(1, 3);
        ring.forEach(order -> signals.delivered(order.id(), "one door"));
        screen();
        Review review = review(ring.getFirst());
        assertThat(review.evidence())
                .containsExactly(
                        new Evidence(Screening.Signal.INSTRUMENT, 2, 40),
                        new Evidence(Screening.Signal.ADDRESS, 2, 20));
        assertThat(new ReviewStore(world.jdbc).beside(ring.getFirst().id(), 10))
                .hasSize(2)
                .allMatch(beside -> beside.sameInstrument() && beside.sameAddress() && !beside.sameDevice());
    }

    @Test
    void anOrderUnderReviewKeepsAllItHasAndIsNotLocked() {
        List<Order> ring = ring();
        Order before = order(ring.getFirst().id());
        screen();
        assertThat(order(before.id())).isEqualTo(before);
        assertThat(server.launch().lock(before.id(), new Asker(before.member(), false)))
                .isEqualTo(new Outcome.Refused(new Refusal.UnderReview()));
        world.clock.forward(Showroom.LOCK_AFTER.plusDays(1));
        server.lines().ask(before.id().launch(), new Ask.Sweep());
        assertThat(order(before.id()).state()).isEqualTo(OrderState.PLACED);
    }

    @Test
    void whoeverDiesOrLooksAgainOpensAReviewOnce() throws Exception {
        ring();
        signals.flush();
        world.clock.forward(Duration.ofSeconds(10));
        Screener another = new Screener(store, signals, world.server().lines(), world.clock);
        Fans.atOnce(List.<Callable<Long>>of(screener::round, another::round, screener::round, another::round));
        // Died before its cursor moved.
        world.jdbc.sql("delete from launch.screening_cursor").update();
        assertThat(screener.round()).isEqualTo(4);
        assertThat(steps()).isEqualTo(4);
    }

    @Test
    void whoeverIsKeptGoesOnAndIsNotHeldAgain() {
        Order order = ring().getFirst();
        screen();
        world.clock.forward(Showroom.LOCK_AFTER);
        assertThat(take(order.id(), OPERATOR, Act.KEPT)).isInstanceOf(Outcome.Done.class);
        assertThat(order(order.id()).state()).as("its time came meanwhile").isEqualTo(OrderState.LOCKED);
        world.jdbc.sql("delete from launch.screening_cursor").update();
        screener.round();
        assertThat(review(order).standing().decided()).isEqualTo(Act.KEPT);
    }

    @Test
    void whoeverIsReleasedHasTheirDepositBackAndTheUnitIsFree() {
        Order order = ring().getFirst();
        screen();
        long free = remaining();
        assertThat(take(order.id(), OPERATOR, Act.RELEASED)).isInstanceOf(Outcome.Done.class);
        assertThat(take(order.id(), OPERATOR, Act.RELEASED)).as("once more").isInstanceOf(Outcome.Done.class);
        assertThat(take(order.id(), OPERATOR, Act.KEPT))
                .isEqualTo(new Outcome.Refused(new Refusal.NothingToReview("KEPT")));
        assertThat(order(order.id()).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(remaining()).isEqualTo(free + 1);
        assertThat(world.jdbc
                        .sql("select amount from launch.refund where cause = 'released_by_review'")
                        .query(Long.class)
                        .list())
                .isEqualTo(List.of(Showroom.DEPOSIT));
    }

    @Test
    void ofTwoOperatorsWhoDecideAtOnceOneDoes() throws Exception {
        LaunchWorld.Server other = world.server();
        for (int round = 0; round < 5; round++) {
            List<Order> ring = ring(10 * round, 10 * round + 3);
            screen();
            for (Order order : ring) {
                assertThat(decided(order, other)).isEqualTo(1);
            }
        }
    }

    /// Whether two operators meet is up to the machine: it is tried until they do, forty times at most.
    @Test
    void withoutTheLockOfTheLineAnOrderIsKeptAndReleased() throws Exception {
        world.unguarded();
        LaunchWorld.Server other = world.server();
        boolean both = false;
        for (int round = 0; round < 10 && !both; round++) {
            List<Order> ring = ring(10 * round, 10 * round + 3);
            screen();
            for (Order order : ring) {
                both |= decided(order, other) == 2;
            }
        }
        assertThat(both).isTrue();
    }

    /// How many of two opposite decisions on an order take effect, at two servers at once.
    private long decided(Order order, LaunchWorld.Server other) throws Exception {
        var keep = new Ask.Review(order.id(), OPERATOR, Step.of(Act.KEPT, "because"));
        var release = new Ask.Review(order.id(), OPERATOR, Step.of(Act.RELEASED, "because"));
        int launch = order.id().launch();
        return Fans.atOnce(List.<Callable<Answer>>of(
                        () -> server.lines().ask(launch, keep),
                        () -> other.lines().ask(launch, release)))
                .stream()
                .filter(answer -> ((Answer.Fan) answer).outcome() instanceof Outcome.Done)
                .count();
    }

    @Test
    void aMemberObjectsOnceInTimeAndIsAnsweredOnce() {
        Order order = ring().getFirst();
        Asker member = new Asker(order.member(), false);
        screen();
        take(order.id(), OPERATOR, Act.RELEASED);
        assertThat(take(order.id(), OPERATOR, Act.ANSWERED)).isInstanceOf(Outcome.Refused.class);
        assertThat(take(order.id(), new Asker("fan-9", false), Act.APPEALED)).isInstanceOf(Outcome.Refused.class);
        world.clock.forward(RULES.appealWithin().minusSeconds(1));
        assertThat(take(order.id(), member, Act.APPEALED)).isInstanceOf(Outcome.Done.class);
        assertThat(take(order.id(), member, Act.APPEALED)).isInstanceOf(Outcome.Refused.class);
        assertThat(take(order.id(), OPERATOR, Act.ANSWERED)).isInstanceOf(Outcome.Done.class);
        assertThat(review(order).steps())
                .extracting(Review.Said::act)
                .isEqualTo(List.of(Act.OPENED, Act.RELEASED, Act.APPEALED, Act.ANSWERED));
    }

    @Test
    void anObjectionAfterItsTimeIsRefused() {
        Order order = ring().getFirst();
        screen();
        world.clock.forward(RULES.appealWithin());
        assertThat(take(order.id(), new Asker(order.member(), false), Act.APPEALED))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void whatWasSeenIsKeptAsHashesOnlyAndForgottenInTime() {
        ring();
        screen();
        assertThat(world.jdbc
                        .sql("select convert_from(instrument, 'LATIN1') from launch.signal")
                        .query(String.class)
                        .list())
                .hasSize(4)
                .noneMatch(text -> text.contains("ring"));
        world.clock.forward(Screener.KEPT.plusMinutes(2));
        screener.round();
        assertThat(world.jdbc
                        .sql("select count(*) from launch.signal")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anErasedMemberLeavesNoSignalAndNoWords() {
        Order order = ring().getFirst();
        screen();
        take(order.id(), new Asker(order.member(), false), Act.APPEALED);
        new KeptReviews(world.jdbc).erase(order.member(), "erased-1");
        assertThat(world.jdbc
                        .sql("select count(*) from launch.signal")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        assertThat(review(order).steps().getLast().text()).isEmpty();
        assertThat(review(order).steps().getLast().actor()).isEqualTo("erased-1");
    }

    private List<Order> ring() {
        return ring(1, 4);
    }

    private List<Order> ring(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> paid("ring-" + number, "ring-card"))
                .toList();
    }

    private Order paid(String member, String card) {
        // With the terms accepted that let time lock the order.
        PlaceOrder wish = new PlaceOrder("car", member, "key", "offer-1", null, null, null, null, "1");
        Order order = Fans.done(server.launch().place(wish));
        signals.paid(order.id(), card);
        server.launch().receive("sandbox", Fans.deposit(order.id(), "payment-" + member));
        return order;
    }

    private void screen() {
        signals.flush();
        world.clock.forward(Duration.ofSeconds(10));
        screener.round();
    }

    private Outcome take(OrderId order, Asker asker, Act act) {
        Ask.Review ask = new Ask.Review(order, asker, Step.of(act, "because"));
        return ((Answer.Fan) server.lines().ask(order.launch(), ask)).outcome();
    }

    private Review review(Order order) {
        return new ReviewStore(world.jdbc).one(order.id()).orElseThrow();
    }

    private Order order(OrderId id) {
        return server.launch().order(id, OPERATOR).order();
    }

    private long remaining() {
        Long left = server.launch().look("car").offers().getFirst().remaining();
        return left == null ? -1 : left;
    }

    private long steps() {
        return new ArrayList<>(world.jdbc
                        .sql("select order_id from launch.review_step")
                        .query(String.class)
                        .list())
                .size();
    }
}
