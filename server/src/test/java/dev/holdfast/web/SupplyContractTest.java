package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What can be delivered when: the file, and what a new one does to promises already given.
@ExtendWith(RunningServer.Shared.class)
class SupplyContractTest {
    private static final int KIBIBYTE = 1024;

    private final RunningServer server;

    SupplyContractTest(RunningServer server) {
        this.server = server;
    }

    private Reply upload(Opening opening, String file) {
        return server.put(opening.operatorPath("/supply"))
                .byOperator()
                .body("text/csv", file)
                .send();
    }

    @Test
    void a_bad_row_refuses_the_whole_file_and_says_why() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,1");
        Reply reply = opening.supply(
                        "pro,2027-01-04,5",
                        "pro,2027-01-05,1",
                        "none,2027-01-04,1",
                        "max,2027-01-04,-1",
                        "max,tomorrow,1",
                        "max,2027-01-04,1.5",
                        "max,2027-01-11",
                        "pro,2027-01-04,5",
                        "max,,1",
                        "max,1999-01-04,1",
                        "max,2027-02-01,99999999999999999999")
                .refused(422, "invalid_supply");
        assertEquals(
                "[3, 4, 5, 6, 7, 8, 9, 10, 11, 12]",
                reply.each("/errors", "line").toString());
        assertEquals(
                "[week, offer, quantity, week, quantity, row, week, week, week, quantity]",
                reply.each("/errors", "column").toString());
        assertEquals("2027-01-05", reply.at("/errors/0/value"));
        assertTrue(String.valueOf(reply.at("/errors/0/reason")).contains("2027-01-04"), "names the Monday");
        assertEquals(1, opening.look().number("/offers/0/remaining"), "the supply in force was not touched");
    }

    @Test
    void the_first_hundred_faults_are_told() {
        String file = "offer,week,quantity\n" + "pro,2027-01-05,1\n".repeat(150);
        Reply reply = upload(Opening.on(server), file).refused(422, "invalid_supply");
        assertEquals(100, reply.node("/errors").size());
        assertTrue(String.valueOf(reply.at("/detail")).contains("150"), reply.text());
    }

    @Test
    void one_bad_row_among_a_million_is_found() {
        List<Map<String, Object>> offers = new java.util.ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            offers.add(Opening.offer("o" + i, 100, 1));
        }
        Opening opening = Opening.with(server, "offers", offers);
        StringBuilder file = new StringBuilder("offer,week,quantity\n");
        java.time.LocalDate monday = java.time.LocalDate.parse("2026-01-05");
        for (int week = 0; week < 1_000; week++) {
            String middle = "," + monday.plusWeeks(week) + ",";
            for (int i = 0; i < 1_000; i++) {
                file.append('o')
                        .append(i)
                        .append(middle)
                        .append(week == 777 && i == 7 ? "seven" : "7")
                        .append('\n');
            }
        }
        Reply reply = upload(opening, file.toString()).refused(422, "invalid_supply");
        assertEquals(1, reply.node("/errors").size());
        assertEquals(777_000 + 7 + 2, reply.number("/errors/0/line"));
        assertEquals("quantity", reply.at("/errors/0/column"));
        assertEquals("seven", reply.at("/errors/0/value"));
    }

    @Test
    void a_file_is_read_up_to_its_bound_and_not_beyond() {
        Opening opening = Opening.on(server);
        String row = "pro,2027-01-04,1" + " ".repeat(1_007) + "\n";
        byte[] rows = row.repeat(KIBIBYTE).getBytes(StandardCharsets.US_ASCII);
        InputStream header = new ByteArrayInputStream("offer,week,quantity\n".getBytes(StandardCharsets.US_ASCII));
        InputStream tooLong = new SequenceInputStream(
                header,
                new SequenceInputStream(Collections.enumeration(Collections.nCopies(64, rows).stream()
                        .map(ByteArrayInputStream::new)
                        .toList())));
        server.put(opening.operatorPath("/supply"))
                .byOperator()
                .body("text/csv", BodyPublishers.ofInputStream(() -> tooLong))
                .send()
                .refused(413, "body_too_large");
    }

    @Test
    void the_header_is_required() {
        Opening opening = Opening.on(server);
        for (String file :
                new String[] {"", "\n", "offer;week;quantity\n", "week,offer,quantity\n", "pro,2027-01-04,1"}) {
            Reply reply = upload(opening, file).refused(422, "invalid_supply");
            assertEquals("header", reply.at("/errors/0/column"));
        }
    }

    @Test
    void files_of_every_editor_are_read() {
        Opening opening = Opening.on(server);
        for (String file : new String[] {
            "offer,week,quantity\npro,2027-01-04,3",
            "offer,week,quantity\r\npro,2027-01-04,3\r\n",
            "\uFEFFoffer,week,quantity\npro,2027-01-04,3\n\n",
            "offer,week,quantity\n\"pro\",\"2027-01-04\",\"3\"\n",
            "offer, week, quantity\npro , 2027-01-04 , 3\nmax,2027-01-04,0\n"
        }) {
            Reply reply = upload(opening, file).is(200);
            assertEquals(3, reply.number("/units"));
            assertEquals(3, opening.look().number("/offers/0/remaining"));
        }
    }

    @Test
    void beyond_supply_an_order_is_refused() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,1");
        opening.order("ann", "pro").is(201);
        assertEquals(0, opening.look().number("/offers/0/remaining"));
        assertNull(opening.look().at("/offers/0/promise"));
        opening.order("bob", "pro").refused(409, "sold_out");
        opening.order("bob", "max").refused(409, "sold_out");
        assertEquals(1, opening.line().number("/positions"), "a refusal takes no position");
    }

    @Test
    void a_waitlisted_order_waits_without_a_promise_until_a_supply_reaches_it() {
        Opening opening = Opening.with(server, "beyondSupply", "waitlist").supplied("pro,2027-01-04,1");
        opening.order("ann", "pro").is(201);
        assertNull(opening.look().at("/offers/0/remaining"));
        Reply waiting = opening.order("bob", "pro").is(201);
        assertNull(waiting.at("/promise"));
        assertEquals(2, waiting.number("/rank"));
        String id = String.valueOf(waiting.at("/id"));
        Reply report = opening.supply("pro,2027-01-04,1", "pro,2027-02-01,2").is(200);
        assertEquals(1, report.number("/moved/reached"));
        Reply reached = opening.order(id);
        assertEquals("2027-02-01", reached.at("/promise/from"));
        assertNull(reached.at("/firstPromise"), "what was said first stays said");
        assertEquals(1, opening.look().number("/offers/0/remaining"));
        assertEquals("2027-02-01", opening.order("cid", "pro").is(201).at("/promise/from"));
    }

    @Test
    void a_supply_below_what_is_promised_moves_promises_in_the_same_act() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,3");
        String[] ids = {opening.held("ann", "pro"), opening.placed("bob", "pro"), opening.locked("cid", "pro")};
        Reply report = opening.supply("pro,2027-01-04,1", "pro,2027-03-01,1").is(200);
        assertEquals(1, report.number("/moved/later"));
        assertEquals(1, report.number("/moved/lost"));
        assertEquals("2027-01-04", opening.order(ids[2]).at("/promise/from"), "the locked one is served first");
        assertEquals("2027-03-01", opening.order(ids[0]).at("/promise/from"));
        Reply lost = opening.order(ids[1]);
        assertNull(lost.at("/promise"));
        assertEquals("2027-01-04", lost.at("/firstPromise/from"));
        assertEquals(2, lost.node("/promises").size());
        assertEquals("2027-01-04", lost.at("/promises/0/promise/from"));
        assertNull(lost.at("/promises/1/promise"));
        assertEquals("supply_changed", lost.at("/promises/1/reason"));
        opening.order("dan", "pro").refused(409, "sold_out");
    }

    @Test
    void the_same_supply_again_moves_nobody() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,2");
        String id = opening.held("ann", "pro");
        Reply report = opening.supply("pro,2027-01-04,2").is(200);
        assertEquals(2, report.number("/version"));
        for (String moved : new String[] {"earlier", "later", "lost", "reached"}) {
            assertEquals(0, report.number("/moved/" + moved));
        }
        assertEquals(1, opening.order(id).node("/promises").size());
    }

    @Test
    void where_nobody_is_left_in_line_nobody_waits_in_front() {
        Opening opening = Opening.with(server, "beyondSupply", "waitlist").supplied("pro,2027-01-04,1");
        String first = opening.held("ann", "pro");
        String waiting = opening.held("bob", "pro");
        opening.act("bob", waiting, "cancel").is(200);
        opening.act("ann", first, "cancel").is(200);
        assertEquals(1, opening.look().number("/offers/0/remaining"));
        assertEquals("2027-01-04", opening.order("cid", "pro").is(201).at("/promise/from"));
    }

    @Test
    void whoever_waits_counts_in_the_rank_and_keeps_nobody_from_a_free_unit() {
        Opening opening =
                Opening.with(server, "beyondSupply", "waitlist").supplied("pro,2027-01-04,1", "pro,2027-02-01,1");
        String first = opening.held("ann", "pro");
        String second = opening.held("bob", "pro");
        String waiting = opening.held("cid", "pro");
        opening.act("ann", first, "cancel").is(200);
        opening.act("bob", second, "cancel").is(200);
        assertEquals(1, opening.look().number("/offers/0/remaining"));
        Reply next = opening.order("dan", "pro").is(201);
        assertEquals(2, next.number("/rank"));
        assertEquals("2027-02-01", next.at("/promise/from"));
        assertNull(opening.order("eve", "pro").is(201).at("/promise"), "the other unit is cid's");
        assertNull(opening.order(waiting).at("/promise"), "until a plan is published");
        opening.supplied("pro,2027-01-04,1", "pro,2027-02-01,1");
        assertEquals("2027-01-04", opening.order(waiting).at("/promise/from"), "in front of whoever came later");
    }

    @Test
    void after_a_cut_a_buyer_gets_in_exactly_when_a_unit_is_free() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,3");
        String first = opening.held("ann", "pro");
        String second = opening.held("bob", "pro");
        String lost = opening.held("cid", "pro");
        opening.supplied("pro,2027-01-04,2");
        assertNull(opening.order(lost).at("/promise"));
        opening.order("dan", "pro").refused(409, "sold_out");
        opening.act("ann", first, "cancel").is(200);
        opening.order("dan", "pro").refused(409, "sold_out");
        opening.act("bob", second, "cancel").is(200);
        assertEquals(1, opening.look().number("/offers/0/remaining"));
        Reply next = opening.order("dan", "pro").is(201);
        assertEquals(2, next.number("/rank"));
        assertEquals("2027-01-04", next.at("/promise/from"));
        opening.order("eve", "pro").refused(409, "sold_out");
        opening.supplied("pro,2027-01-04,2");
        assertEquals("2027-01-04", opening.order(lost).at("/promise/from"), "their unit was nobody else's");
    }
}
