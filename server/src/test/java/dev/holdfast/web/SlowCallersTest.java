package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Callers who are slow on purpose, by raw sockets, against a server whose patience is short.
class SlowCallersTest {
    private static final Duration FOR_EVER = Duration.ofSeconds(25);
    private static final Duration SOON = Duration.ofSeconds(15);

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = new RunningServer(Map.of(
                "server.tomcat.connection-timeout",
                "2s",
                "server.tomcat.keep-alive-timeout",
                "1s",
                "holdfast.head-within",
                "2s",
                "holdfast.body-within",
                "2s",
                "holdfast.request-within",
                "8s"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whoSaysNothingIsHungUpOn() throws IOException {
        try (RawCaller caller = new RawCaller(server)) {
            assertThat(caller.wait(FOR_EVER)).isLessThan(SOON);
        }
    }

    @Test
    void aHeaderThatNeverEndsIsHungUpOnThoughEachByteComesInTime() throws Exception {
        try (RawCaller caller = new RawCaller(server)) {
            assertThat(caller.say("GET /healthz HTTP/1.1\r\nX-Slow: ").drip(FOR_EVER))
                    .isLessThan(SOON);
        }
    }

    @Test
    void aBodyThatNeverEndsIsHungUpOnThoughEachByteComesInTime() throws Exception {
        String order = "POST /api/v1/launches/nowhere/orders HTTP/1.1\r\nHost: x\r\nIdempotency-Key: k\r\n"
                + "Authorization: Bearer " + server.token("slow") + "\r\n";
        try (RawCaller known = new RawCaller(server);
                RawCaller chunked = new RawCaller(server)) {
            assertThat(known.say(order + "Content-Length: 9000\r\n\r\n{").drip(FOR_EVER))
                    .isLessThan(SOON);
            assertThat(chunked.say(order + "Transfer-Encoding: chunked\r\n\r\n2000\r\n{")
                            .drip(FOR_EVER))
                    .isLessThan(SOON);
        }
    }

    @Test
    void aFormThatNeverEndsIsHungUpOnBeforeAnybodyKnowsWhoSendsIt() throws Exception {
        try (RawCaller caller = new RawCaller(server)) {
            assertThat(caller.say("POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n"
                                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\naddress=")
                            .drip(FOR_EVER))
                    .isLessThan(SOON);
        }
    }

    @Test
    void aBodyNobodyWantedIsNotWaitedForEither() throws Exception {
        try (RawCaller caller = new RawCaller(server)) {
            assertThat(caller.say("POST /api/v1/launches/nowhere/orders HTTP/1.1\r\nHost: x\r\n"
                                    + "Content-Length: 9000\r\n\r\n{")
                            .drip(FOR_EVER))
                    .isLessThan(SOON);
        }
    }

    @Test
    void whoNeverReadsTheAnswersIsHungUpOn() throws Exception {
        try (RawCaller caller = asking(200)) {
            assertThat(caller.sip(0, FOR_EVER)).isLessThan(SOON);
        }
    }

    @Test
    void whoReadsByDropsIsHungUpOn() throws Exception {
        try (RawCaller caller = asking(200)) {
            assertThat(caller.sip(100, FOR_EVER)).isLessThan(FOR_EVER);
        }
    }

    @Test
    void anIdleConnectionIsGivenUp() throws Exception {
        try (RawCaller caller = new RawCaller(server)) {
            assertThat(caller.say("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").wait(FOR_EVER))
                    .isLessThan(SOON);
        }
    }

    @Test
    void aStreamThatIsNotReadEndsToo() throws Exception {
        Opening opening = Opening.with(server).supplied("pro,2027-01-04,3");
        try (RawCaller caller = new RawCaller(server)) {
            caller.say("GET " + opening.operatorPath("/live/events").replace("/api/v1", "") + " HTTP/1.1\r\nHost: x\r\n"
                    + "Cookie: holdfast_session=" + server.session("operator-1", "operator") + "\r\n\r\n");
            assertThat(caller.sip(0, FOR_EVER.multipliedBy(2))).isLessThan(FOR_EVER.multipliedBy(2));
        }
    }

    @Test
    void aHeaderOrFormThatIsTooLongIsRefusedAndNotKept() throws Exception {
        try (RawCaller caller = new RawCaller(server);
                RawCaller form = new RawCaller(server)) {
            caller.say("GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(17_000));
            assertThat(caller.answer()).startsWith("HTTP/1.1 400");
            form.say("POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 300000\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\naddress=" + "x".repeat(299_992));
            assertThat(form.answer()).containsPattern("HTTP/1.1 4(03|13)");
        }
    }

    @Test
    void strangersCannotSendFilesToPages() throws Exception {
        try (RawCaller caller = new RawCaller(server)) {
            caller.say("POST /operator/launches/x/supply HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n"
                    + "Content-Type: multipart/form-data; boundary=b\r\n\r\n--b\r\n");
            assertThat(caller.answer()).as("before the file was sent").startsWith("HTTP/1.1 303");
        }
    }

    @Test
    void hundredsOfThemKeepNobodyFromOrdering() throws Exception {
        Opening opening = Opening.with(server).supplied("pro,2027-01-04,3");
        opening.operator("open").is(200);
        List<RawCaller> slow = new ArrayList<>();
        try {
            for (int number = 0; number < 400; number++) {
                slow.add(new RawCaller(server)
                        .say("POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 90\r\n"
                                + (number % 2 == 0
                                        ? "X-Half: "
                                        : "Content-Type: application/x-www-form-urlencoded\r\n\r\na")));
            }
            assertThat(opening.order("fan-1", "pro").status()).isEqualTo(201);
        } finally {
            for (RawCaller caller : slow) {
                caller.close();
            }
        }
    }

    @Test
    void whoWaitsForTheServerIsNotSlow() throws Exception {
        Opening opening = Opening.with(server).supplied("pro,2027-01-04,3");
        String plans = opening.operatorPath("/plans");
        long run = server.post(plans + "?wait=60")
                .by("paula", "planner")
                .json(Map.of())
                .send()
                .is(201)
                .number("/run");
        Thread holding = Thread.ofVirtual()
                .start(() -> server.database()
                        .sql("""
                        with line as (
                          select n.launch from launch.line n join launch.launch l on l.number = n.launch
                          where l.slug = ? for update of n)
                        select pg_sleep(4)::text from line
                        """)
                        .param(opening.slug)
                        .query(String.class)
                        .list());
        try {
            server.post(plans + "/" + run + "/publish")
                    .by("paula", "planner")
                    .json(Map.of("note", "nobody reads this"))
                    .send()
                    .is(200);
        } finally {
            holding.join();
        }
    }

    private static RawCaller asking(int times) throws IOException {
        return new RawCaller(server).say("GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n".repeat(times));
    }
}
