package dev.holdfast.run;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/// Makes the data that `UpgradeTest` upgrades: plays a small launch against a server of an earlier version and writes
/// down what its database then holds and what its fans were told.
///
/// The server is started with `FarAway.ENVIRONMENT` and `--no-sample` from a checkout of that version; then, from here:
///
///     java -cp (test class path) dev.holdfast.run.OldWorld http://localhost:8080 DATA-FOLDER FILE
final class OldWorld {
    static final String LAUNCH = "tern";
    static final long DEPOSIT = 500_000;
    static final String TOLD = "told";
    static final String SEQUENCES_PART = "sequences";
    /// Ends a part of the file, as it ends a `copy`.
    static final String END = "\\.";

    private static final int FANS = 60;

    private static final String TABLES = """
            select table_schema || '.' || table_name,
                   string_agg(column_name, ',' order by ordinal_position) filter (where is_generated = 'NEVER')
            from information_schema.columns join information_schema.tables using (table_schema, table_name)
            where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
            group by table_schema, table_name order by 1
            """;
    private static final String SEQUENCES = """
            select schemaname || '.' || sequencename, last_value from pg_sequences where last_value is not null
            order by 1
            """;

    private final FarAway sender;
    private final StringBuilder file = new StringBuilder();

    private OldWorld(FarAway sender) {
        this.sender = sender;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        try (FarAway sender = new FarAway()) {
            sender.talksTo(URI.create(arguments[0]));
            OldWorld world = new OldWorld(sender);
            world.play();
            world.copy(Path.of(arguments[1]));
            Files.writeString(Path.of(arguments[2]), world.file);
        }
    }

    private void play() {
        String path = "/api/v1/operator/launches/" + LAUNCH;
        sender.insist("PUT", path, "operator", definition()).is(201);
        LocalDate week = Instant.now()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(8);
        sender.insist(
                        "PUT",
                        path + "/supply",
                        "operator",
                        "offer,week,quantity\npro," + week + ",20\npro," + week.plusWeeks(2) + ",400\nmax,"
                                + week.plusWeeks(1) + ",300\n")
                .is(200);
        file.append(TOLD).append('\n');
        for (int fan = 1; fan <= FANS; fan++) {
            file.append(JsonMapper.shared().writeValueAsString(deal(fan))).append('\n');
        }
        file.append(END).append('\n');
    }

    private static Map<String, Object> definition() {
        Map<String, Object> definition = new HashMap<>();
        definition.put("name", Map.of("en", "Tern", "zh", "燕鸥"));
        definition.put("opensAt", Instant.now().minus(1, ChronoUnit.HOURS).toString());
        definition.put("currency", "CNY");
        definition.put("limitPerMember", 2);
        definition.put("payWithin", "PT15M");
        definition.put("lockAfter", "P7D");
        definition.put("beyondSupply", "waitlist");
        definition.put("regions", List.of(Map.of("id", "north", "name", Map.of("en", "North"), "transitWeeks", 1)));
        definition.put("offers", List.of(offer("pro"), offer("max")));
        return definition;
    }

    private static Map<String, Object> offer(String id) {
        return Map.of("id", id, "name", Map.of("en", id), "price", 27_990_000, "deposit", DEPOSIT);
    }

    /// Three of four pay, one of nine cancels, one of ten locks; what they were told at the end is kept.
    private Map<String, Object> deal(int number) {
        String fan = "fan-" + number;
        String offer = number % 3 == 0 ? "max" : "pro";
        var order = place(sender, fan, offer).is(201);
        String id = order.text("/id");
        if (number % 4 != 0) {
            sender.pay(id, DEPOSIT).is(204);
        }
        if (number % 9 == 0) {
            sender.insist("POST", "/api/v1/orders/" + id + "/cancel", fan, Map.of())
                    .is(200);
        } else if (number % 10 == 1) {
            sender.insist("POST", "/api/v1/orders/" + id + "/lock", fan, Map.of())
                    .is(200);
        }
        var now = sender.insist("GET", "/api/v1/orders/" + id, fan, "").is(200);
        return Map.of(
                "fan", fan,
                "offer", offer,
                "order", id,
                "position", order.number("/position"),
                "from", order.text("/promise/from"),
                "to", order.text("/promise/to"),
                "state", now.text("/state"));
    }

    static FarAway.Answer place(FarAway sender, String fan, String offer) {
        return sender.insist(
                "POST",
                "/api/v1/launches/" + LAUNCH + "/orders",
                fan,
                Map.of("offer", offer, "region", "north"),
                "Idempotency-Key",
                "key-" + fan);
    }

    private void copy(Path data) throws IOException, SQLException {
        Database administrator = Backup.administrator(data.toAbsolutePath());
        String url = administrator.url().replaceFirst("/postgres$", "/holdfast");
        try (Connection connection = new Database(url, administrator.user(), administrator.password()).connect()) {
            for (List<String> table : Everything.rows(connection, TABLES)) {
                var rows = new StringWriter();
                String named = table.getFirst() + " (" + table.getLast() + ")";
                String select = "select " + table.getLast() + " from " + table.getFirst();
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + select + ") to stdout", rows);
                file.append(named).append('\n').append(rows).append(END).append('\n');
            }
            file.append(SEQUENCES_PART).append('\n');
            for (List<String> sequence : Everything.rows(connection, SEQUENCES)) {
                file.append(String.join("\t", sequence)).append('\n');
            }
            file.append(END).append('\n');
        }
    }
}
