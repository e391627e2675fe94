package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Staff of one place meet another's things on every page and form of a store. The list is the running server's own, so
/// that none escapes: one that [#asks] does not know how to fill fails here.
@ExtendWith(RunningServer.Shared.class)
class StorePagesTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final RunningServer server;
    private final TwoPlaces places;
    private final String token;
    private final String cookie;

    StorePagesTest(RunningServer server) {
        this.server = server;
        this.places = new TwoPlaces(server);
        Reply page = server.get("/receipts").send().is(200);
        Matcher found = TOKEN.matcher(page.text());
        assertTrue(found.find(), page.text());
        this.token = found.group(1);
        this.cookie = page.header("Set-Cookie").replaceFirst(";.*", "");
    }

    /// What is said in each form, and asked of each page.
    private Map<String, String> asks() {
        Map<String, String> asks = new LinkedHashMap<>();
        String serial = "serial=" + places.serial();
        asks.put("GET /store", "");
        asks.put("GET /store/{place}", "");
        asks.put("GET /store/{place}/handovers/{order}", serial);
        asks.put("GET /store/{place}/handovers/{order}/photos/{photo}", serial);
        asks.put("POST /store/{place}/handovers/{order}/said", serial + "&note=Seen");
        asks.put("POST /store/{place}/handovers/{order}/photos/{photo}", serial);
        asks.put("GET /store/{place}/tickets", "");
        asks.put("GET /store/{place}/tickets/{number}", "");
        asks.put("POST /store/{place}/tickets/{number}", "step=said&words=Seen");
        asks.put("POST /store/{place}/tickets/{number}/work-orders", "component=seat&part=pad&quantity=1&amount=0");
        asks.put("POST /store/{place}/work-orders/{number}", "step=in_work");
        asks.put("GET /store/{place}/slots", "");
        asks.put("POST /store/{place}/slots/close", "slot=" + places.slot());
        asks.put(
                "POST /store/{place}/slots",
                "bay=hand_over&minutes=60&from=10:00&to=11:00&capacity=1&on=" + places.day(4));
        asks.put("GET /store/{place}/recalls", "");
        asks.put("GET /store/{place}/parts", "");
        asks.put("POST /store/{place}/parts", "part=pad&note=N-9&quantity=1");
        asks.put("GET /store/{place}/tickets/{number}/photos/{photo}", "");
        asks.put("POST /store/{place}/recalls/{number}", "step=in_work");
        asks.put("POST /store/{place}/tickets/{number}/pass", "to=" + places.own.centre + "&words=Yours");
        return asks;
    }

    @Test
    void every_page_of_a_store_is_asked_here() {
        assertEquals(there(), new TreeSet<>(asks().keySet()));
    }

    private Set<String> there() {
        Set<String> there = new TreeSet<>();
        server.pages().stream().filter(StorePagesTest::isOfStore).forEach(page -> there.add("GET " + page));
        server.forms().stream().filter(StorePagesTest::isOfStore).forEach(page -> there.add("POST " + page));
        return there;
    }

    private static boolean isOfStore(String page) {
        return page.equals("/store") || page.startsWith("/store/");
    }

    @Test
    void staff_see_and_change_nothing_of_another_place() {
        String before = places.seen();
        List<String> wrong = new ArrayList<>();
        asks().forEach((page, words) -> {
            Reply trespass = ask(page, words, places.ownClerk, places.theirs.centre);
            if (places.tells(trespass) || (page.contains("{place}") && trespass.status() < 400)) {
                wrong.add(page + " at their place: " + trespass.status());
            }
            Reply through = ask(page, words, places.ownClerk, places.own.centre);
            boolean names = page.matches(".*\\{(order|number|photo)}.*");
            if (places.tells(through) || (names && through.status() < 400)) {
                wrong.add(page + " through one's own place: " + through.status());
            }
        });
        assertEquals(List.of(), wrong);
        assertEquals(before, places.seen(), "something of theirs is not as it was");
    }

    /// Else what is refused above might be refused because nothing can be asked like that.
    @Test
    void staff_of_the_place_itself_are_let_in_with_the_same_words() {
        List<String> wrong = new ArrayList<>();
        asks().forEach((page, words) -> {
            Reply reply = ask(page, words, places.theirs.clerk(), places.theirs.centre);
            if (reply.status() >= 400) {
                wrong.add(page + ": " + reply.status() + " " + reply.text());
            }
            if (page.startsWith("GET") && !page.endsWith("{photo}") && !places.tells(reply)) {
                wrong.add(page + " tells nothing: " + reply.text());
            }
        });
        assertEquals(List.of(), wrong);
    }

    private Reply ask(String page, String words, String clerk, String place) {
        String[] parts = page.split(" ", -1);
        String path = parts[1].replace("{place}", place)
                .replace("{order}", places.order)
                .replace("work-orders/{number}", "work-orders/" + places.work)
                .replace("recalls/{number}", "recalls/" + places.remedy)
                .replace("tickets/{number}/photos/{photo}", "tickets/" + places.ticket + "/photos/" + places.shown)
                // What work is planned for goes nowhere.
                .replace("tickets/{number}/pass", "tickets/" + places.late + "/pass")
                .replace("tickets/{number}", "tickets/" + places.ticket)
                .replace("{photo}", places.photo);
        String cookies = cookie + "; holdfast_session=" + server.session(clerk, "store");
        if (parts[0].equals("GET")) {
            return server.get(path + "?" + words).header("Cookie", cookies).send();
        }
        if (path.endsWith("/photos/" + places.photo)) {
            return server.post(path + "?" + words)
                    .header("Cookie", cookies)
                    .header("X-XSRF-TOKEN", token)
                    .body("image/jpeg", BodyPublishers.ofByteArray(TwoPlaces.JPEG))
                    .send();
        }
        String form = words + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return server.post(path).header("Cookie", cookies).body(FORM, form).send();
    }
}
