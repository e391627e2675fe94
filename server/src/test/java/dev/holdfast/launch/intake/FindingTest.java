package dev.holdfast.launch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launch.Asker;
import dev.holdfast.launch.CurvesOnPaper;
import dev.holdfast.launch.Fans;
import dev.holdfast.launch.FoundOrders;
import dev.holdfast.launch.LaunchWorld;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderQuery;
import dev.holdfast.launch.OrderQuery.Sort;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Showroom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A line of twelve: fan-1 to fan-12, the even ones for offer-2; fan-4 has changed to offer-1 and so to position 13;
/// fan-3 has left. Looked through five places at a time.
class FindingTest {
    private static final LaunchWorld WORLD = new LaunchWorld();
    private static final LaunchWorld.Server SERVER = WORLD.server();
    private static final Finding FINDING = new Finding(WORLD.jdbc, 5);
    private static final List<Order> ORDERS = new ArrayList<>();
    private static int launch;

    @BeforeAll
    static void takeOrders() {
        launch = WORLD.open(SERVER, "car", Showroom.SMALL.withOffers(2).changesLosePosition(), 3, 3, 3);
        for (int fan = 1; fan <= 12; fan++) {
            ORDERS.add(Fans.done(
                    SERVER.launch().place(Fans.wish("car", "fan-" + fan, "key", Showroom.offer(2 - fan % 2)))));
        }
        SERVER.launch().change(ORDERS.get(3).id(), new Asker("fan-4", false), "offer-1");
        SERVER.launch().cancel(ORDERS.get(2).id(), new Asker("fan-3", false), false);
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void pagesFollowOneAnotherThroughTheWholeLineUpAndDown() {
        assertThat(String.join(" ", members(OrderQuery.ALL, 4))).isEqualTo("1 2 3 5 6 7 8 9 10 11 12 4");
        assertThat(String.join(" ", members(sorted(Sort.POSITION, true), 4))).isEqualTo("4 12 11 10 9 8 7 6 5 3 2 1");
    }

    @Test
    void theTimeOfTheOrderOutlivesALaterPosition() {
        assertThat(String.join(" ", members(sorted(Sort.HELD, false), 3)).strip())
                .isEqualTo("1 2 3 4 5 6 7 8 9 10 11 12");
        assertThat(String.join(" ", members(sorted(Sort.HELD, true), 100)).strip())
                .isEqualTo("12 11 10 9 8 7 6 5 4 3 2 1");
    }

    @Test
    void aStretchWithoutAFitIsAnEmptyPageThatSaysWhereToGoOn() {
        var left = new OrderQuery(
                OrderState.CANCELLED, null, null, null, false, false, Sort.POSITION, false, Long.valueOf(5));
        FoundOrders none = FINDING.find(launch, left, 10);
        assertThat(none.orders()).isEmpty();
        assertThat(none.first()).isEqualTo(6);
        assertThat(none.last()).isEqualTo(10);
        assertThat(none.next()).isEqualTo(10);
        assertThat(FINDING.find(launch, left.from(10L), 10).next()).isNull();
        assertThat(members(left.from(null), 10)).first().isEqualTo("3");
    }

    @Test
    void everyFilterHolds() {
        assertThat(found(new OrderQuery(null, "offer-2", null, null, false, false, Sort.POSITION, false, null)))
                .isEqualTo("2 6 8 10 12");
        assertThat(found(new OrderQuery(OrderState.CANCELLED, null, null, null, false, false, Sort.HELD, true, null)))
                .isEqualTo("3");
        assertThat(found(new OrderQuery(null, null, "south", null, false, false, Sort.POSITION, false, null)))
                .isEmpty();
        assertThat(found(new OrderQuery(null, null, null, null, false, true, Sort.POSITION, false, null)))
                .isEmpty();
    }

    @Test
    void aMembersOrdersAreLookedUpWhereverTheyStand() {
        var query = new OrderQuery(null, null, null, "fan-4", false, false, Sort.POSITION, false, null);
        assertThat(members(query, 10)).containsExactly("4");
        assertThat(members(new OrderQuery(null, null, null, "fan-99", false, false, Sort.HELD, false, null), 10))
                .containsExactly("");
    }

    @Test
    void aPositionThatWasLeftLeadsToTheOrderThatLeftIt() {
        assertThat(FINDING.at(launch, 4)).contains(ORDERS.get(3).id());
        assertThat(FINDING.at(launch, 13)).contains(ORDERS.get(3).id());
        assertThat(FINDING.at(launch, 14)).isEmpty();
    }

    @Test
    void byPromiseTheSoonestOfAStretchStandsFirst() {
        List<Order> soonest =
                FINDING.find(launch, sorted(Sort.PROMISE, false), 100).orders();
        assertThat(soonest).isSortedAccordingTo((one, other) -> from(one).compareTo(from(other)));
        assertThat(FINDING.find(launch, sorted(Sort.PROMISE, true), 1).orders().getFirst())
                .matches(latest -> from(latest).equals(from(soonest.getLast())));
    }

    @Test
    void aWindowThatMovedIsFoundByWhatItWas() {
        var moved = new OrderQuery(null, null, null, null, true, false, Sort.POSITION, false, null);
        WORLD.resupply(
                SERVER,
                "car",
                Map.of(
                        "offer-1", CurvesOnPaper.weekly(3, 3, 3),
                        "offer-2", CurvesOnPaper.weekly(0, 0, 3, 3, 3)));
        assertThat(found(moved).split(" ")).contains("2", "6", "8").doesNotContain("1", "5");
    }

    private static String from(Order order) {
        return String.valueOf(order.promise());
    }

    private static OrderQuery sorted(Sort sort, boolean descending) {
        return new OrderQuery(null, null, null, null, false, false, sort, descending, null);
    }

    private static String found(OrderQuery query) {
        return String.join(
                " ",
                members(query, 100).stream().filter(page -> !page.isEmpty()).toList());
    }

    /// The fans' numbers, a text for each page.
    private static List<String> members(OrderQuery query, int limit) {
        List<String> pages = new ArrayList<>();
        FoundOrders page;
        OrderQuery rest = query;
        do {
            page = FINDING.find(launch, rest, limit);
            pages.add(String.join(
                    " ",
                    page.orders().stream()
                            .map(order -> order.member().substring(4))
                            .toList()));
            rest = rest.from(page.next());
        } while (page.next() != null);
        return pages;
    }
}
