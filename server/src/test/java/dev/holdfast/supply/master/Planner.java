package dev.holdfast.supply.master;

import dev.holdfast.TestDatabase;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.supply.MasterUploaded;
import dev.holdfast.supply.SupplyTold;
import dev.holdfast.supply.plan.Band;
import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.Rule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// One launch's planner on a real database: offers `car` and `bike`, days as in Shanghai, a plan of ten weeks that
/// starts
/// on Monday, 21 December 2026, so that it runs through a week 53.
final class Planner {
    static final LocalDate START = LocalDate.of(2026, 12, 21);
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final List<String> OFFERS = List.of("car", "bike");

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final int launch = NUMBER.incrementAndGet();
    private final JdbcTemplate jdbc = new JdbcTemplate(DATABASE.dataSource());
    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(DATABASE.dataSource()));
    private final EventStore events = new EventStore(jdbc);
    private final FileStore files = new FileStore(jdbc);
    private final Knowledge knowledge = new Knowledge(files, events, new CurveStore(jdbc));
    private final Uploads uploads = new Uploads(knowledge, files, events);
    private final Telling telling = new Telling(knowledge, events);
    private final Plants plants = Plants.of(jdbc);

    JdbcTemplate jdbc() {
        return jdbc;
    }

    private Teller teller() {
        return new Teller(launch, Set.copyOf(OFFERS), ZONE, "planner", "test", Instant.parse("2026-12-20T12:00:00Z"));
    }

    MasterUploaded put(MasterFile file, String... rows) {
        String csv = String.join(",", file.sheet().needed()) + "\n" + String.join("\n", rows) + "\n";
        return putCsv(file, csv);
    }

    MasterUploaded putCsv(MasterFile file, String csv) {
        return Objects.requireNonNull(
                transactions.execute(_ -> uploads.put(teller(), file, new MasterRows.Csv(bytes(csv)))));
    }

    /// Rows under a header of their own, such as `commitment,component,quantity,week,status`.
    List<SupplyTold> tell(String header, String... rows) {
        String csv = header + "\n" + String.join("\n", rows) + "\n";
        return Objects.requireNonNull(
                transactions.execute(_ -> telling.tell(teller(), new MasterRows.Csv(bytes(csv)))));
    }

    List<SupplyTold> commit(String... rows) {
        return tell("commitment,component,quantity,week,status", rows);
    }

    void curve(String offer, LocalDate week, long quantity) {
        transactions.executeWithoutResult(_ -> {
            jdbc.update(
                    "insert into supply.version (launch, version, at, actor) values (?, 1, now(), 'planner')", launch);
            jdbc.update("insert into supply.receipt values (?, 1, ?, ?, ?)", launch, offer, week, quantity);
            uploads.curve(teller(), 1, Set.of(offer));
        });
    }

    long latest() {
        return plants.latestEvent(launch);
    }

    Touched touched(long after) {
        return plants.touched(launch, after, latest());
    }

    AssembledPlant plant() {
        return plants.assemble(launch, OFFERS, horizon(Counting.COMMITTED));
    }

    AssembledPlant plant(Counting counting) {
        return plants.assemble(launch, OFFERS, horizon(counting));
    }

    AssembledPlant plantAt(long event) {
        return plants.assemble(launch, OFFERS, horizon(Counting.COMMITTED), event);
    }

    private static Horizon horizon(Counting counting) {
        return new Horizon(START, 10, counting);
    }

    /// The build weeks of so many orders for `car`, 11 where supply ends.
    List<Integer> weeks(AssembledPlant plant, int orders) {
        var none = new int[orders];
        Arrays.fill(none, Line.NONE);
        var band = new Band[orders];
        Arrays.fill(band, Band.KEEP);
        var line = new Line(new int[orders], none, new int[orders], new boolean[orders], band);
        return Arrays.stream(Rule.LINE.plan(plant.plant(), line).week()).boxed().toList();
    }

    private static byte[] bytes(String csv) {
        return csv.getBytes(StandardCharsets.UTF_8);
    }
}
