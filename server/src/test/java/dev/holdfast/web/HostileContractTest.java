package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `./holdfast fuzz` found, each as the smallest request that shows it.
@ExtendWith(RunningServer.Shared.class)
class HostileContractTest {
    private final RunningServer server;

    HostileContractTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void alternatives_to_an_offer_without_a_window_are_shown() {
        Opening nothing = Opening.on(server);
        String path = "/api/v1/launches/" + nothing.slug + "/alternatives?offer=pro";
        assertEquals(1, server.get(path).send().is(200).node("/alternatives").size());
    }

    /// A half percent sign, and bytes that are no UTF-8.
    @ParameterizedTest
    @ValueSource(strings = {"offer=pro&%", "%=", "offer=%zz", "offer=%ff", "offer=pro&a=%c0%af"})
    void a_query_that_cannot_be_read_is_refused(String query) throws IOException {
        Opening opening = Opening.on(server);
        for (String path : List.of("/api/v1/launches/%s/alternatives?", "/now/%s?")) {
            String answer = said("GET " + path.formatted(opening.slug) + query + " HTTP/1.1\r\nHost: localhost");
            assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"offer=%zz", "offer=%ff", "region=%c0%af"})
    void a_page_with_a_query_that_cannot_be_read_says_so(String query) throws IOException {
        Opening opening = Opening.on(server);
        String answer = said("GET /launches/" + opening.slug + "?" + query + " HTTP/1.1\r\nHost: localhost");
        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertTrue(answer.contains(" Holdfast</title>"), answer);
    }

    @Test
    void what_only_says_that_it_brings_a_file_and_a_file_of_an_impossible_name_are_no_faults() {
        String path = "/operator/launches/" + Opening.on(server).slug;
        String cookie = "holdfast_session=" + server.session("operator-1", "operator");
        Reply page = server.get(path)
                .header("Cookie", cookie)
                .header("Content-Type", "multipart/form-data; boundary=")
                .send();
        assertTrue(page.status() < 500, page.text());
        String part = "--e\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\0b\"\r\n\r\nx\r\n--e--\r\n";
        Reply file = server.post(path + "/supply")
                .header("Cookie", cookie)
                .body("multipart/form-data; boundary=e", part)
                .send();
        assertTrue(file.status() / 100 == 4, file.text());
    }

    @Test
    void a_way_back_that_is_longer_than_an_answers_head_leads_home() throws IOException {
        String answer = said("GET /language/en?to=/" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: localhost");
        assertTrue(answer.startsWith("HTTP/1.1 303"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/..", "/%2e%2E", "/wishes/../..?a", "/./"})
    void a_way_back_that_leads_above_the_site_leads_home(String path) throws IOException {
        String answer = said("GET /language/en?to=" + path.replace("%", "%25") + " HTTP/1.1\r\nHost: localhost");
        assertTrue(answer.startsWith("HTTP/1.1 303"), answer);
        assertTrue(answer.contains("Location: /\r\n"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /none", "HEAD /none", "GET /orders/a/b/c/d", "GET /assets/1/2/3", "OPTIONS /none"})
    void what_nobody_serves_is_not_there_whatever_its_headers_say(String what) throws IOException {
        for (String type : List.of("*/*", "text/*", "nonsense", "text/html; charset=none")) {
            String answer = said(what + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nContent-Type: " + type);
            assertTrue(answer.startsWith("HTTP/1.1 404"), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET x HTTP/1.1\r\nHost: localhost",
                "G:T / HTTP/1.1\r\nHost: localhost",
                "GET / HTTP/1.1\r\nHost: a b",
                "GET /api/v1/launches HTTP/1.1\r\nHost: localhost\r\nX-Nul: a\0b",
                "GET /api/v1/launches/%00 HTTP/1.1\r\nHost: localhost",
                "POST /api/v1/receipts/check HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: fourfold",
                "GET / HTTP/9.9\r\nHost: localhost"
            })
    void what_is_no_http_is_refused_as_a_problem(String request) throws IOException {
        String answer = said(request);
        assertTrue(answer.contains("Content-Type: application/problem+json"), answer);
        assertTrue(answer.contains("\"code\":\"unreadable_request\""), answer);
        assertFalse(answer.contains("<html"), answer);
    }

    @Test
    void what_is_wrong_with_json_is_told_without_the_names_of_our_parts() {
        for (String body : List.of(
                "[".repeat(2_000),
                "9".repeat(2_000),
                "{\"a\":9",
                "{\"offer\":NaN}",
                "{\"offer\":01}",
                "{'offer':1}",
                "/* */",
                "\"" + "\\x")) {
            Reply reply = server.post("/api/v1/launches/anything/orders")
                    .by("hostile")
                    .key("k")
                    .body("application/json", body)
                    .send();
            assertTrue(reply.status() == 400 || reply.status() == 422, reply.text());
            String detail = String.valueOf(reply.at("/detail"));
            assertTrue(detail.length() > "The body is no JSON: ".length(), detail);
            assertFalse(detail.matches(".*(`|[A-Z]\\w+[A-Z]\\w+[.]|REDACTED).*"), detail);
        }
    }

    /// The last of them is the NUL that a kind parser makes of overlong UTF-8.
    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u001b", "\\ud800", "\u00e0\u0080\u0080"})
    void a_text_that_cannot_be_kept_is_refused(String bad) {
        byte[] body = "{\"offer\": \"a%s\"}".formatted(bad).getBytes(StandardCharsets.ISO_8859_1);
        Reply reply = server.post("/api/v1/launches/anything/orders")
                .by("hostile")
                .key("k")
                .body("application/json", BodyPublishers.ofByteArray(body))
                .send();
        assertEquals(422, reply.status(), reply.text());
        assertTrue(reply.text().contains("control characters"), reply.text());
    }

    @Test
    void a_parameter_that_cannot_be_kept_is_refused() {
        server.get("/api/v1/operator/network/staff?place=%00")
                .byOperator()
                .send()
                .refused(422, "invalid_parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"offers", "regions", "compensation"})
    void nothing_in_a_list_is_refused_as_a_field(String list) {
        Opening opening = Opening.on(server);
        opening.set(list, Collections.singletonList(null));
        opening.define().refused(422, "invalid_request");
    }

    /// All that is said until the server hangs up.
    private String said(String head) throws IOException {
        try (RawCaller caller = new RawCaller(server)) {
            caller.say(head + "\r\nConnection: close\r\n\r\n");
            return caller.all();
        }
    }
}
