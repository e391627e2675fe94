package dev.holdfast.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/// Two real servers behind whatever sends each request to the next of them, and one is killed in the middle: nobody's
/// ticket is lost or doubled, places are the same everywhere, and a pass from one lets in at the other.
class LobbyKilledTest {
    private static final int FANS = 400;
    private static final int AT_ONCE = 8;
    private static final Duration LOBBY = Duration.ofSeconds(25);
    private static final String PATH = "/api/v1/launches/car";
    private static final String OPERATOR_PATH = "/api/v1/operator/launches/car";

    private final Database database = TestDatabase.empty();
    private final List<FarAway> servers = List.of(new FarAway(), new FarAway());
    private final Map<String, Long> arrivals = new ConcurrentHashMap<>();
    private Path folder = Path.of("/nowhere");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("holdfast-lobby-test-");
    }

    @AfterEach
    void removeFolder() throws IOException {
        servers.forEach(FarAway::close);
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void nobodysTicketIsLostWhicheverServerDies() throws Exception {
        try (HoldfastProcess doomed = start(0);
                HoldfastProcess other = start(1)) {
            define();
            try (var fans = Executors.newFixedThreadPool(AT_ONCE)) {
                List<? extends Future<?>> entering = IntStream.range(0, FANS)
                        .mapToObj(fan -> fans.submit(() -> enter(fan)))
                        .toList();
                entering.get(FANS / 4).get();
                doomed.kill();
                // Those who had asked it ask again, and again, until somebody answers.
                try (HoldfastProcess again = start(0)) {
                    for (var one : entering) {
                        one.get();
                    }
                    assertThat(again.isAlive() && other.isAlive()).isTrue();
                    everybodyHasOneNumber();
                    draw();
                    everybodyHasOnePlace();
                    aPassOfOneLetsInAtTheOther();
                }
            }
        }
    }

    private HoldfastProcess start(int number) throws IOException {
        HoldfastProcess process =
                HoldfastProcess.start(folder.resolve("server-" + number), FarAway.environment(database));
        servers.get(number).talksTo(process.address());
        return process;
    }

    private void define() {
        Instant now = Instant.now();
        Map<String, Object> launch = new HashMap<>();
        launch.put("name", Map.of("en", "Car"));
        launch.put("opensAt", now.plus(LOBBY).plusSeconds(2).toString());
        launch.put("currency", "CNY");
        launch.put("limitPerMember", 1);
        launch.put("payWithin", "PT15M");
        launch.put("lockAfter", "P7D");
        launch.put("beyondSupply", "refuse");
        launch.put("offers", List.of(Map.of("id", "pro", "name", Map.of("en", "Pro"), "price", 100, "deposit", 10)));
        launch.put(
                "waitingRoom",
                Map.of(
                        "lobbyOpensAt",
                        now.minusSeconds(60).toString(),
                        "drawClosesAt",
                        now.plus(LOBBY).toString(),
                        "figure",
                        "a die",
                        "figureAt",
                        now.plus(LOBBY).plusSeconds(1).toString()));
        servers.get(1).insist("PUT", OPERATOR_PATH, "operator", launch).is(201);
        String supply = "offer,week,quantity\npro,2027-01-04," + FANS + "\n";
        servers.get(1)
                .insist("PUT", OPERATOR_PATH + "/supply", "operator", supply)
                .is(200);
    }

    private void enter(int fan) {
        var answer = servers.get(fan % 2).insist("POST", PATH + "/lobby", "fan-" + fan, Map.of());
        arrivals.put("fan-" + fan, answer.is(200).number("/arrival"));
    }

    private FarAway.Answer ticket(int server, String fan) {
        return servers.get(server)
                .insist("GET", PATH + "/lobby/ticket", fan, Map.of())
                .is(200);
    }

    private void everybodyHasOneNumber() {
        Set<Long> numbers = new TreeSet<>();
        arrivals.forEach((fan, arrival) -> {
            assertThat(ticket(0, fan).number("/arrival")).as(fan).isEqualTo(arrival);
            assertThat(ticket(1, fan).number("/arrival")).as(fan).isEqualTo(arrival);
            numbers.add(arrival);
        });
        assertThat(numbers).hasSize(FANS).first().isEqualTo(1L);
        assertThat(numbers).last().isEqualTo((long) FANS);
    }

    private void draw() {
        FarAway.Answer entered;
        do {
            FarAway.pause();
            entered = servers.get(1).insist("POST", OPERATOR_PATH + "/draw/figure", "operator", Map.of("figure", "4"));
        } while (entered.status() == 409);
        entered.is(200);
    }

    private void everybodyHasOnePlace() {
        Set<Long> places = new TreeSet<>();
        for (String fan : arrivals.keySet()) {
            long place = placeAt(0, fan);
            assertThat(placeAt(1, fan)).as(fan).isEqualTo(place);
            places.add(place);
        }
        assertThat(places).hasSize(FANS).first().isEqualTo(1L);
        assertThat(places).last().isEqualTo((long) FANS);
    }

    /// An instance works the draw out for itself, a moment after the figure was entered at another.
    private long placeAt(int server, String fan) {
        while (ticket(server, fan).json().at("/place").isNull()) {
            FarAway.pause();
        }
        return ticket(server, fan).number("/place");
    }

    private void aPassOfOneLetsInAtTheOther() {
        String fan = arrivals.keySet().stream()
                .filter(one -> placeAt(0, one) == 1)
                .findFirst()
                .orElseThrow();
        var ticket = Map.of("ticket", ticket(0, fan).text("/ticket"));
        FarAway.Answer pass;
        do {
            FarAway.pause();
            pass = servers.get(0).insist("POST", PATH + "/lobby/pass", fan, ticket);
        } while (pass.status() == 409);
        var order = Map.of("offer", "pro");
        servers.get(1)
                .insist("POST", PATH + "/orders", fan, order, "Idempotency-Key", "k")
                .is(409);
        servers.get(1)
                .insist(
                        "POST",
                        PATH + "/orders",
                        fan,
                        order,
                        "Idempotency-Key",
                        "k",
                        "Holdfast-Pass",
                        pass.text("/pass"))
                .is(201);
    }
}
