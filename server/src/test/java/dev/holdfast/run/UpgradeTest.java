package dev.holdfast.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/// Data that an earlier version wrote ([OldWorld]) is started by today's, through the real start-up: every order keeps
/// its place, promise and money, every key its order, and the line goes on where it stopped.
class UpgradeTest {
    /// Only ever added to: each row of old is there, as it was.
    private static final List<String> APPENDED = List.of(
            "launch.journal ",
            "launch.state_change ",
            "launch.promise ",
            "launch.payment_event ",
            "launch.transfer ",
            "member.audit ");

    private static final String ASTRAY = """
            select o.id from launch.orders o where (o.state in ('PLACED', 'LOCKED')) <> (500000 =
              (select coalesce(sum(case when t.credit = 'HELD' then t.amount else -t.amount end), 0)
               from launch.transfer t where t.order_text = o.id::text and 'HELD' in (t.credit, t.debit)))
            """;

    private final FarAway sender = new FarAway();
    private Path data = Path.of("/nowhere");

    @BeforeEach
    void makeFolder() throws IOException {
        data = Files.createTempDirectory("holdfast-upgrade-test-");
    }

    @AfterEach
    void removeFolder() throws IOException {
        sender.close();
        FileSystemUtils.deleteRecursively(data);
    }

    /// `first-night`: launch at its steps 1, 2 and 20, so that later steps have lower numbers. `before-pledges`: all
    /// that there was before fans could pledge.
    @ParameterizedTest
    @ValueSource(strings = {"first-night", "before-pledges"})
    void whatAnEarlierVersionPromisedIsKeptByThisOne(String version) throws Exception {
        OldData old = new OldData(version);
        old.load(data);
        assertThat(old.told()).hasSizeGreaterThan(50);
        try (HoldfastProcess server = HoldfastProcess.start(data, FarAway.ENVIRONMENT)) {
            sender.talksTo(server.address());
            everyRowIsAsItWas(old);
            for (JsonNode fan : old.told()) {
                isKept(fan);
            }
            theLineGoesOn(old.told());
            server.stop();
        }
        assertThat(Everything.linesOf(data, ASTRAY)).isEmpty();
    }

    private void everyRowIsAsItWas(OldData old) throws IOException, SQLException {
        Database administrator = Backup.administrator(data);
        String url = administrator.url().replaceFirst("/postgres$", "/holdfast");
        List<String> compared = new ArrayList<>();
        try (Connection connection = new Database(url, administrator.user(), administrator.password()).connect()) {
            for (Map.Entry<String, List<String>> table : old.tables().entrySet()) {
                if (APPENDED.stream().anyMatch(table.getKey()::startsWith)) {
                    var now = new StringWriter();
                    String columns = table.getKey().replaceFirst(".*\\((.*)\\)", "$1");
                    String named = table.getKey().replaceFirst(" .*", "");
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("copy (select " + columns + " from " + named + ") to stdout", now);
                    assertThat(now.toString().lines().toList()).as(named).containsAll(table.getValue());
                    compared.add(named + " ");
                }
            }
        }
        assertThat(compared).containsExactlyInAnyOrderElementsOf(APPENDED);
    }

    private void isKept(JsonNode fan) {
        String id = fan.get("order").asString();
        var order = sender.insist("GET", "/api/v1/orders/" + id, "operator", "").is(200);
        assertThat(order.number("/position")).isEqualTo(fan.get("position").asLong());
        assertThat(order.text("/promises/0/promise/from"))
                .isEqualTo(fan.get("from").asString());
        assertThat(order.text("/promises/0/promise/to")).isEqualTo(fan.get("to").asString());
        // Who had not paid when the data was written is long past the time for it.
        String state = fan.get("state").asString();
        assertThat(order.text("/state")).isIn(state, state.equals("HELD") ? "EXPIRED" : state);
        var again = OldWorld.place(
                sender, fan.get("fan").asString(), fan.get("offer").asString());
        assertThat(again.is(200).text("/id")).isEqualTo(id);
        assertThat(again.number("/position")).isEqualTo(fan.get("position").asLong());
        if (!state.equals("HELD") && !state.equals("EXPIRED")) {
            sender.pay(id, OldWorld.DEPOSIT).is(204);
        }
    }

    private void theLineGoesOn(List<JsonNode> told) {
        var order = OldWorld.place(sender, "fan-of-today", "max").is(201);
        assertThat(order.number("/position")).isEqualTo(told.size() + 1);
        assertThat(order.text("/promise/from")).isNotEmpty();
        sender.pay(order.text("/id"), OldWorld.DEPOSIT).is(204);
        String first = told.stream()
                .filter(fan -> fan.get("state").asString().equals("PLACED"))
                .findFirst()
                .orElseThrow()
                .get("order")
                .asString();
        sender.insist("POST", "/api/v1/orders/" + first + "/cancel", "operator", Map.of())
                .is(200);
        sender.insist("GET", "/api/v1/orders/" + first + "/receipt", "operator", "")
                .is(200);
    }
}
