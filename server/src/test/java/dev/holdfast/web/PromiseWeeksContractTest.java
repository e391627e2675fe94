package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which week a promise names: by the curve, the calendar and the launch's time zone.
@ExtendWith(RunningServer.Shared.class)
class PromiseWeeksContractTest {
    private final RunningServer server;

    PromiseWeeksContractTest(RunningServer server) {
        this.server = server;
    }

    /// The next buyer's week with everything in stock.
    private String weekAt(String instant, String timeZone) {
        server.clock().set(Instant.parse(instant));
        Opening opening = Opening.with(server, "timeZone", timeZone).supplied("pro,2026-01-05,9");
        String seen = String.valueOf(opening.look().at("/offers/0/promise/from"));
        assertEquals(seen, opening.order("ann", "pro").is(201).at("/promise/from"));
        return seen;
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T12:00:00Z, UTC, 2026-11-16",
        // Midnight from Sunday to Monday, seen from both sides of the date line.
        "2026-11-22T23:59:59Z, UTC, 2026-11-16",
        "2026-11-23T00:00:00Z, UTC, 2026-11-23",
        "2026-11-22T15:59:59Z, Asia/Shanghai, 2026-11-16",
        "2026-11-22T16:00:00Z, Asia/Shanghai, 2026-11-23",
        "2026-11-23T07:59:59Z, America/Los_Angeles, 2026-11-16",
        "2026-11-23T08:00:00Z, America/Los_Angeles, 2026-11-23",
        // 2026 has 53 weeks: its last one reaches into 2027.
        "2026-12-31T12:00:00Z, UTC, 2026-12-28",
        "2027-01-03T23:59:59Z, UTC, 2026-12-28",
        "2027-01-04T00:00:00Z, UTC, 2027-01-04",
        // 2027 begins on a Friday, 2028 on a Saturday.
        "2027-12-31T23:00:00Z, UTC, 2027-12-27",
        "2028-01-01T12:00:00Z, UTC, 2027-12-27",
        // The hour that summer time skips.
        "2027-03-28T22:30:00Z, Europe/Berlin, 2027-03-29",
    })
    void what_is_in_stock_is_promised_for_the_current_week(String instant, String timeZone, String week) {
        assertEquals(week, weekAt(instant, timeZone));
    }

    @Test
    void a_window_runs_from_monday_to_sunday_across_the_year() {
        Opening opening = Opening.on(server).supplied("pro,2026-12-28,1");
        Reply order = opening.order("ann", "pro").is(201);
        assertEquals("2026-12-28", order.at("/promise/from"));
        assertEquals("2027-01-03", order.at("/promise/to"));
    }

    @Test
    void transit_is_counted_in_weeks_across_week_53() {
        Opening opening = Opening.on(server).supplied("pro,2026-12-21,1");
        assertEquals("2027-01-04", opening.look().at("/offers/0/promises/south/from"));
    }

    @Test
    void a_rank_reads_the_cumulative_curve_over_empty_weeks() {
        Opening opening = Opening.with(server, "limitPerMember", 9)
                .supplied("pro,2026-12-14,0", "pro,2026-12-28,1", "pro,2027-01-04,0", "pro,2027-01-11,2");
        assertEquals("2026-12-28", opening.order("ann", "pro").at("/promise/from"));
        assertEquals("2027-01-11", opening.order("ann", "pro").at("/promise/from"));
        assertEquals("2027-01-11", opening.order("ann", "pro").at("/promise/from"));
        opening.order("ann", "pro").refused(409, "sold_out");
    }

    @Test
    void a_supply_in_any_order_of_rows_is_the_same_curve() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-11,1", "pro,2026-12-28,1");
        assertEquals("2026-12-28", opening.order("ann", "pro").at("/promise/from"));
        assertEquals("2027-01-11", opening.order("bob", "pro").at("/promise/from"));
    }

    @Test
    void offers_have_lines_of_their_own_and_share_the_positions() {
        Opening opening = Opening.on(server).supplied("pro,2026-12-28,1", "max,2027-01-11,1");
        Reply pro = opening.order("ann", "pro").is(201);
        Reply max = opening.order("bob", "max").is(201);
        assertEquals(1, pro.number("/rank"));
        assertEquals(1, max.number("/rank"));
        assertEquals(2, max.number("/position"));
        assertEquals("2027-01-11", max.at("/promise/from"));
    }

    @Test
    void a_clock_that_jumps_back_promises_no_week_before_one_already_given() {
        Opening opening = Opening.with(server, "limitPerMember", 9).supplied("pro,2026-01-05,9");
        server.clock().set(Instant.parse("2027-02-01T00:00:00Z"));
        assertEquals("2027-02-01", opening.order("ann", "pro").at("/promise/from"));
        server.clock().set(RunningServer.START);
        assertEquals("2027-02-01", opening.look().at("/offers/0/promise/from"));
        assertEquals("2027-02-01", opening.order("ann", "pro").is(201).at("/promise/from"));
    }
}
