package dev.holdfast.bench;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.holdfast.bench.load.Latencies;
import dev.holdfast.bench.load.Showroom;
import dev.holdfast.delivery.allocation.Allocation;
import dev.holdfast.delivery.allocation.Stock;
import dev.holdfast.delivery.allocation.Waiting;
import dev.holdfast.launch.intake.LongLine;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Prints how long it takes to give a million units to a million orders, and to find from a lot, among ten
/// million uses of lots, every unit made of it and whoever has it: with exactly those that were planted, or
/// it ends in an exception.
///
/// The second is asked of a server of its own, fresh, over HTTP; its rows are copied in. Arguments: units
/// (1,000,000), lots in each unit (10), how often lots are looked for (200); as many times before that, to warm up.
public final class Deliveries {
    private static final String SLUG = "delivered";
    private static final int CONFIGURATIONS = 27;
    private static final int REGIONS = 8;
    private static final int ROUNDS = 10;
    private static final int SLOWEST = 5;
    /// Each lot is in so many units: one page of the interface.
    private static final int UNITS_OF_A_LOT = 1_000;

    /// Lots are handed out in strides that have no factor in common with any round number of them.
    private static final long STRIDE = 7_919;

    private static final String USES = """
            insert into delivery.lot_unit (lot, unit)
            select l.number, u.number from delivery.unit u
            cross join generate_series(1, :each) k
            join delivery.lot l on l.name = 'lot-' || ((substr(u.serial, 6)::bigint * :stride + k - 1) % :lots)
            """;

    private final Site site;
    private final int units;
    private final int lotsOfAUnit;

    private Deliveries(Site site, int units, int lotsOfAUnit) {
        this.site = site;
        this.units = units;
        this.lotsOfAUnit = lotsOfAUnit;
    }

    public static void main(String[] arguments) throws Exception {
        int units = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int lots = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 200;
        give(units);
        try (var site = Site.fresh(1)) {
            var throwaway = site.throwaway();
            if (throwaway == null) {
                throw new IllegalStateException("A fresh site is a throw-away.");
            }
            var deliveries = new Deliveries(site, units, lots);
            try (Connection database = throwaway.database().connect()) {
                say("%s", Machine.here(database));
                deliveries.fill(database);
            }
            throwaway.database().settle();
            deliveries.trace(times);
            deliveries.drill(Math.max(1, times / 10));
        }
    }

    private static void give(int size) {
        var random = new Random(1);
        var none = new int[size];
        Arrays.fill(none, Allocation.NONE);
        var usable = new boolean[size];
        Arrays.fill(usable, true);
        for (int round = 0; round < ROUNDS; round++) {
            var orders = new Waiting(
                    random.ints(size, 0, CONFIGURATIONS).toArray(),
                    random.ints(size, 0, REGIONS).toArray(),
                    none,
                    new boolean[size]);
            var stock = new Stock(
                    random.ints(size, 0, CONFIGURATIONS).toArray(),
                    random.ints(size, -1, REGIONS).toArray(),
                    usable);
            long began = System.nanoTime();
            var given = Allocation.give(orders, stock, CONFIGURATIONS, REGIONS);
            double ms = (System.nanoTime() - began) / 1e6;
            long served = Arrays.stream(given.unitOf())
                    .filter(unit -> unit != Allocation.NONE)
                    .count();
            say("%,d units given to %,d of %,d orders in %.0f ms", size, served, size, ms);
        }
    }

    private int lots() {
        return (int) ((long) units * lotsOfAUnit / UNITS_OF_A_LOT);
    }

    /// Every unit has an order, and its lots lie as far from one another as its neighbours' do.
    private void fill(Connection database) throws IOException, InterruptedException, SQLException {
        var showroom = Showroom.forOrders(units, LocalDate.now(ZoneOffset.UTC));
        var monday = LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        site.operator().define(SLUG, showroom, 1_000, "UTC");
        LongLine.fill(database, SLUG, new LongLine.Wishes() {
            @Override
            public int orders() {
                return units;
            }

            @Override
            public String offer(int order) {
                return showroom.offers().get(order % showroom.offers().size()).id();
            }

            @Override
            public LocalDate promised(int order) {
                return monday;
            }
        });
        try (Statement statement = database.createStatement()) {
            statement.execute("""
                    insert into delivery.unit (launch, serial, configuration, state, at, built_at)
                    select o.launch, 'unit-' || o.position, o.offer, 'BUILT', now(), now()
                    from launch.orders o order by o.position""");
            statement.execute("""
                    insert into delivery.holding (unit, order_id, launch, told, due)
                    select u.number, o.id, o.launch, 'BUILT', false
                    from delivery.unit u join launch.orders o on 'unit-' || o.position = u.serial""");
            statement.execute("insert into delivery.lot (name) select 'lot-' || n from generate_series(0, "
                    + (lots() - 1) + ") n");
            statement.execute(USES.replace(":each", String.valueOf(lotsOfAUnit))
                    .replace(":stride", String.valueOf(STRIDE))
                    .replace(":lots", String.valueOf(lots())));
        }
        say("%,d units of %,d lots, %,d uses", units, lots(), (long) units * lotsOfAUnit);
    }

    /// The units that were planted in a lot, by their serial numbers.
    private Set<String> planted(int lot) {
        var planted = new HashSet<String>();
        for (int unit = 1; unit <= units; unit++) {
            long distance = Math.floorMod(lot - unit * STRIDE, (long) lots());
            if (distance < lotsOfAUnit) {
                planted.add("unit-" + unit);
            }
        }
        return planted;
    }

    private void trace(int times) throws IOException, InterruptedException {
        var random = new Random(2);
        var latencies = new Latencies();
        var slowest = new TreeMap<Long, Integer>();
        long found = 0;
        for (int time = -times; time < times; time++) {
            int lot = random.nextInt(lots());
            long began = System.nanoTime();
            JsonNode page = site.operator().get("/operator/lots?limit=1000&lot=lot-" + lot);
            long took = System.nanoTime() - began;
            if (time == -times) {
                say("lot to owners, the first time on a server that was just started: %.1f ms", took / 1e6);
            } else if (time >= 0) {
                latencies.add(took);
                slowest.put(took, time + 1);
            }
            var serials = new HashSet<String>();
            for (JsonNode unit : page.path("units")) {
                serials.add(unit.path("serial").asString(""));
                if (unit.path("member").asString("").isEmpty()) {
                    throw new IllegalStateException("Unit " + unit + " of lot " + lot + " has no owner.");
                }
            }
            if (!serials.equals(planted(lot))) {
                throw new IllegalStateException("Of lot " + lot + " other units were found than were planted.");
            }
            found += time < 0 ? 0 : serials.size();
        }
        var of = latencies.summary();
        say(
                "lot to owners, %,d times: p50 %.1f ms, p99 %.1f ms, most %.1f ms; %,d units found, as planted",
                times, of.p50(), of.p99(), of.max(), found);
        slowest.descendingMap().entrySet().stream()
                .limit(SLOWEST)
                .forEach(one -> say("  the %,d. time took %.1f ms", one.getValue(), one.getKey() / 1e6));
    }

    /// The same as a drill of a recall: all owners of a lot in one act, written down and committed.
    private void drill(int times) throws IOException, InterruptedException {
        var random = new Random(3);
        var listed = new Latencies();
        var acts = new Latencies();
        for (int time = 0; time < times; time++) {
            int lot = random.nextInt(lots());
            String wish = """
                    {"lots": ["lot-%d"], "drill": true, "severity": "safety", "minutes": 30,
                     "title": {"en": "A drill", "zh": "演练"}, "remedy": {"en": "None", "zh": "无"}}
                    """.formatted(lot);
            long began = System.nanoTime();
            JsonNode drill = site.operator().post("/operator/launches/" + SLUG + "/recalls", "application/json", wish);
            acts.add(System.nanoTime() - began);
            listed.add(drill.path("listedMs").asLong() * 1_000_000);
            int planted = planted(lot).size();
            if (drill.path("units").asInt() != planted) {
                throw new IllegalStateException("Of lot " + lot + " " + drill.path("units")
                        + " units were called back, and not " + planted + ".");
            }
        }
        var list = listed.summary();
        var act = acts.summary();
        say(
                "drills of a recall, %,d: the list p50 %.0f ms, most %.0f ms; the whole act p50 %.1f ms, most %.1f ms",
                times, list.p50(), list.max(), act.p50(), act.max());
    }

    @FormatMethod
    private static void say(@FormatString String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
