package dev.holdfast.bench;

import dev.holdfast.bench.check.Curve;
import dev.holdfast.bench.load.Showroom;
import dev.holdfast.bench.server.OperatorApi;
import dev.holdfast.launch.intake.LongLine;
import dev.holdfast.supply.plan.SyntheticLaunch;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A launch with a long line that stands under a published plan: 200 configurations, 500 components, everybody
/// promised the week that the plan gives them.
final class PlannedLaunch {
    static final String SLUG = "planned";

    /// Rows in one message to the product, which takes no more.
    private static final int MAX_WORDS = 10_000;

    private static final long LOOK_EVERY_MS = 20;

    private static final String PATH = "/operator/launches/" + SLUG;

    private final Site site;
    private final SyntheticLaunch synthetic;
    private final Showroom showroom;
    private final int number;

    private PlannedLaunch(Site site, SyntheticLaunch synthetic, Showroom showroom, int number) {
        this.site = site;
        this.synthetic = synthetic;
        this.showroom = showroom;
        this.number = number;
    }

    /// @param orders who stand in line at the start
    /// @param room for how many there is supply
    static PlannedLaunch open(Site site, Connection database, int orders, int room)
            throws IOException, InterruptedException, SQLException {
        LocalDate thisWeek = LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var synthetic = new SyntheticLaunch(room, orders, thisWeek);
        Showroom showroom = showroom(synthetic);
        OperatorApi operator = site.operator();
        operator.define(SLUG, showroom, 1_000, "UTC");
        put(operator, "configurations", synthetic.configurations());
        put(operator, "bom", synthetic.bills());
        put(operator, "routing", synthetic.routing());
        put(operator, "capacity", synthetic.capacity());
        int number = LongLine.fill(database, SLUG, wishes(synthetic));
        operator.open(SLUG);
        var launch = new PlannedLaunch(site, synthetic, showroom, number);
        launch.tell(synthetic.commitments(MAX_WORDS));
        launch.publish(
                launch.plan("{\"frontier\": false, \"note\": \"the first\"}").run());
        return launch;
    }

    private static void put(OperatorApi operator, String file, String csv) throws IOException, InterruptedException {
        operator.put(PATH + "/master/" + file + "?source=bench", "text/csv", csv);
    }

    private static LongLine.Wishes wishes(SyntheticLaunch synthetic) {
        return new LongLine.Wishes() {
            @Override
            public int orders() {
                return synthetic.orders();
            }

            @Override
            public String offer(int order) {
                return SyntheticLaunch.offer(synthetic.configuration(order));
            }

            @Override
            public LocalDate promised(int order) {
                return synthetic.promised(order);
            }
        };
    }

    private static Showroom showroom(SyntheticLaunch synthetic) {
        var offers = new ArrayList<Showroom.Offer>();
        for (int at = 0; at < synthetic.shares().size(); at++) {
            offers.add(new Showroom.Offer(
                    SyntheticLaunch.offer(at),
                    20_000_000L,
                    500_000,
                    new Curve(List.of()),
                    synthetic.shares().get(at)));
        }
        return new Showroom(offers, List.of(new Showroom.Region("north", 0), new Showroom.Region("south", 1)));
    }

    int number() {
        return number;
    }

    Showroom showroom() {
        return showroom;
    }

    /// So many components come three weeks later than their suppliers had said.
    void slip(int components) throws IOException, InterruptedException {
        tell(synthetic.slip(components, MAX_WORDS));
    }

    private void tell(List<String> messages) throws IOException, InterruptedException {
        for (String message : messages) {
            site.operator().post(PATH + "/supply-events?source=bench", "text/csv", message);
        }
    }

    /// A run that was computed.
    ///
    /// @param steps how long each took, in seconds, as far as one who looks every 20 ms can tell
    record Computed(JsonNode run, Map<String, Double> steps) {}

    /// Computes a plan and waits until it is there.
    Computed plan(String wish) throws IOException, InterruptedException {
        int number = site.operator()
                .post(PATH + "/plans?wait=0", "application/json", wish)
                .path("run")
                .asInt();
        Map<String, Double> steps = new LinkedHashMap<>();
        while (true) {
            long began = System.nanoTime();
            Thread.sleep(LOOK_EVERY_MS);
            JsonNode run = site.operator().get(PATH + "/plans/" + number);
            String state = run.path("state").asString("");
            if (state.equals("PREVIEW")) {
                return new Computed(run, steps);
            }
            if (!state.equals("RUNNING")) {
                throw new IOException(
                        "The plan is " + state + ": " + run.path("fault").asString(""));
            }
            String step = run.path("progress").path("step").asString("waiting");
            double seconds = (System.nanoTime() - began) / 1e9;
            steps.merge(step, seconds, (before, more) -> Math.round((before + more) * 100) / 100.0);
        }
    }

    JsonNode publish(JsonNode run) throws IOException, InterruptedException {
        return site.operator().post(PATH + "/plans/" + run.path("run").asInt() + "/publish", "application/json", "{}");
    }

    JsonNode whatIf(String wish) throws IOException, InterruptedException {
        return site.operator().post(PATH + "/what-if", "application/json", wish);
    }
}
