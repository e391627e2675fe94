package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How sure a promised week is, over real HTTP and from real supply events. It is Friday, 20 November 2026.
@ExtendWith(RunningServer.Shared.class)
class OddsContractTest {
    private static final LocalDate DUE = LocalDate.of(2026, 12, 7);

    private final RunningServer server;
    private final Opening opening;

    OddsContractTest(RunningServer server) {
        this.server = server;
        this.opening = Opening.on(server).supplied("pro,2026-12-07,2", "pro,2026-12-14,2");
    }

    @Test
    void aSupplierThatWasAlwaysTwoWeeksLateMakesThePromiseTwoWeeksLess() {
        bill();
        tell(past(2), future());
        opening.held("one", "pro");
        opening.held("two", "pro");
        opening.held("three", "pro");

        Reply odds = odds();

        assertThat(odds.each("/windows", "week")).containsExactly("2026-12-07", "2026-12-14");
        assertThat(odds.each("/windows", "orders")).containsExactly("2", "1");
        assertThat(odds.each("/windows", "p50")).containsExactly("2026-12-21", "2026-12-28");
        assertThat(odds.each("/windows", "p90")).containsExactly("2026-12-21", "2026-12-28");
        assertThat(odds.each("/suppliers", "supplier")).containsExactly("volt");
        assertThat(odds.each("/suppliers", "clip")).containsExactly("0.0");
        assertThat(odds.each("/suppliers", "medianWeeksLate")).containsExactly("2");
        assertThat(odds.number("/scenarios")).isEqualTo(400);
        assertThat(odds().text()).as("the same events give the same odds").isEqualTo(odds.text());
    }

    @Test
    void aSupplierThatWasAlwaysInTimeIsBelieved() {
        bill();
        tell(past(0), future());
        opening.held("one", "pro");

        Reply odds = odds();

        assertThat(odds.each("/windows", "p90")).containsExactly("2026-12-07");
        assertThat(odds.each("/suppliers", "clip")).containsExactly("1.0");
        assertThat(String.valueOf(odds.at("/coverage/share"))).isEqualTo("1.0");
    }

    @Test
    void anUploadedCurveAloneIsCertain() {
        opening.held("one", "pro");

        Reply odds = odds();

        assertThat(odds.each("/windows", "p50")).containsExactly("2026-12-07");
        assertThat(odds.at("/coverage")).as("nobody to learn from").isNull();
        assertThat(odds.each("/suppliers", "clip")).isEmpty();
    }

    @Test
    void aPublishedPlanTellsItsOddsBesideEachWindow() {
        bill();
        tell(past(2), future());
        String order = opening.held("one", "pro");
        assertThat(opening.order(order).at("/odds")).isNull();
        publish();

        Reply told = opening.order(order);
        assertThat(told.at("/promise/from")).isEqualTo("2026-12-07");
        assertThat(told.at("/odds/p90/from")).isEqualTo("2026-12-21");
        assertThat(told.at("/odds/p90/to")).isEqualTo("2026-12-27");
        assertThat(opening.look().at("/offers/0/odds/p50/from")).isEqualTo("2026-12-21");
        assertThat(page("/launches/" + opening.slug)).contains("nine in ten get theirs by the week of 21");
        Reply room =
                server.get(opening.operatorPath("/room")).byOperator().send().is(200);
        assertThat(room.each("/reliability/suppliers", "clip")).containsExactly("0.0");
        assertThat(room.number("/reliability/coverage/cases")).isPositive();
    }

    /// Nobody to learn from: the odds are the plan, and a sentence would say no more than the window does.
    @Test
    void withoutAPastTheLaunchPageSaysNothingOfOdds() {
        bill();
        tell(List.of(), future());
        opening.held("one", "pro");
        publish();
        assertThat(opening.look().at("/offers/0/odds/p90/from")).isEqualTo("2026-12-07");
        assertThat(page("/launches/" + opening.slug))
                .contains("If you order now")
                .doesNotContain("nine in ten");
    }

    private String page(String path) {
        return server.get(path).send().is(200).text();
    }

    private void publish() {
        long run = server.post(opening.operatorPath("/plans?wait=60"))
                .by("planner", "planner")
                .json(Map.of())
                .send()
                .is(201)
                .number("/run");
        server.post(opening.operatorPath("/plans/" + run + "/publish"))
                .by("planner", "planner")
                .send()
                .is(200);
        opening.awaitOdds();
    }

    private void bill() {
        server.put(opening.operatorPath("/master/bom"))
                .by("planner", "planner")
                .body("text/csv", "parent,child,quantity,leadTimeWeeks\npro,pack,1,0\n")
                .send()
                .is(200);
    }

    /// A delivery a week for two years and a half, each promised ten weeks ahead.
    private static List<String> past(int weeksLate) {
        List<String> rows = new ArrayList<>();
        for (int week = 130; week > weeksLate; week--) {
            LocalDate due = LocalDate.of(2026, 11, 16).minusWeeks(week);
            rows.add(row("PO" + week, 5, due, "committed", due.minusWeeks(10)));
            rows.add(row("PO" + week, 5, due.plusWeeks(weeksLate), "received", due.plusWeeks(weeksLate)));
        }
        return rows;
    }

    private static List<String> future() {
        return List.of(
                row("next", 2, DUE, "committed", DUE.minusWeeks(10)),
                row("after", 2, DUE.plusWeeks(1), "committed", DUE.minusWeeks(9)));
    }

    private static String row(String commitment, int quantity, LocalDate week, String status, LocalDate told) {
        return "%s,pack,volt,%d,%s,%s,%sT08:00:00Z".formatted(commitment, quantity, week, status, told);
    }

    private void tell(List<String> past, List<String> future) {
        server.put(opening.operatorPath("/master/stock"))
                .by("planner", "planner")
                .body("text/csv", "component,onHand,quarantined,asOf\npack,0,0,2026-11-19\n")
                .send()
                .is(200);
        server.post(opening.operatorPath("/supply-events?source=portal"))
                .by("planner", "planner")
                .body(
                        "text/csv",
                        "commitment,component,supplier,quantity,week,status,occurredAt\n"
                                + String.join(
                                        "\n",
                                        Stream.concat(past.stream(), future.stream())
                                                .toList()) + "\n")
                .send()
                .is(200);
    }

    private Reply odds() {
        return server.get(opening.operatorPath("/odds"))
                .by("planner", "planner")
                .send()
                .is(200);
    }
}
