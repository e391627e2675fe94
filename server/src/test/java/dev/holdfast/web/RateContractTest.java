package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Limits as an operator may set them, behind a proxy that says for whom it asks.
class RateContractTest {
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = new RunningServer(Map.of(
                "holdfast.trusted-proxies",
                "127.0.0.0/8,::1",
                "holdfast.limit-network",
                "5, 1/h",
                "holdfast.limit-polls",
                "3, 1/h",
                "holdfast.limit-orders",
                "2, 1/h"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aNetworkHasALimitOfItsOwnHoweverManyMembersAskFromIt() {
        for (int number = 0; number < 5; number++) {
            mine("fan-" + number, "198.51.100." + number).is(200);
        }
        Reply refused = mine("fan-9", "198.51.100.99");
        refused.refused(429, "too_many_requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3_000, 3_600);
        mine("fan-9", "198.51.101.1").is(200);
    }

    @Test
    void tokensThatAreNoneCountForTheirNetwork() {
        for (int number = 0; number < 5; number++) {
            forged().is(401);
        }
        forged().refused(429, "too_many_requests");
    }

    @Test
    void whatIsAskedWithoutATokenHasItsLimit() throws Exception {
        for (int number = 0; number < 3; number++) {
            poll().is(200);
        }
        poll().refused(429, "too_many_requests");
        assertThat(raw("/now/nowhere", "192.0.2.1").statusCode()).isEqualTo(429);
        HttpResponse<String> page = raw("/", "192.0.2.1");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.body()).contains("One moment, please").doesNotContain("Oops");
        assertThat(raw("/assets/x/holdfast.css", "192.0.2.1").statusCode()).isEqualTo(200);
        assertThat(raw("/", "192.0.3.1").statusCode()).isEqualTo(200);
    }

    @Test
    void wishesToOrderHaveALimitOfTheirOwn() {
        for (int number = 0; number < 2; number++) {
            order().refused(404, "unknown_launch");
        }
        order().refused(429, "too_many_requests");
        mine("fan-orders", "203.0.113.5").is(200);
        assertThat(server.get("/metrics").byOperator().send().text())
                .contains("holdfast_rate_refused_total{limit=\"orders\"} 1.0");
    }

    private static Reply order() {
        return server.post("/api/v1/launches/nowhere/orders")
                .by("fan-orders")
                .header("X-Forwarded-For", "203.0.113.5")
                .key("one")
                .json(Map.of("offer", "pro"))
                .send();
    }

    private static Reply mine(String member, String from) {
        return server.get("/api/v1/orders")
                .by(member)
                .header("X-Forwarded-For", from)
                .send();
    }

    private static Reply forged() {
        return server.get("/api/v1/orders")
                .bearer("e30.e30.e30")
                .header("X-Forwarded-For", "198.18.0.1")
                .send();
    }

    private static Reply poll() {
        return server.get("/api/v1/launches")
                .header("X-Forwarded-For", "192.0.2.1")
                .send();
    }

    private static HttpResponse<String> raw(String path, String from) throws Exception {
        return server.http()
                .send(
                        HttpRequest.newBuilder(server.address().resolve(path))
                                .header("X-Forwarded-For", from)
                                .header("Accept-Language", "en")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
