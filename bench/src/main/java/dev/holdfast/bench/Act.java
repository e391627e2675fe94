package dev.holdfast.bench;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.holdfast.bench.load.Acknowledged;
import dev.holdfast.bench.load.Arrivals;
import dev.holdfast.bench.load.Crowd;
import dev.holdfast.bench.load.Outcome;
import dev.holdfast.bench.load.Requests;
import dev.holdfast.bench.load.Script;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/// Prints how long it takes until a supplier's slip is a new promise: the plan, its publication, and the news to
/// everybody it moves, on a launch with a long line; then twenty what-ifs, and what intake feels of a plan run.
///
/// The server is a process of its own, fresh, on a PostgreSQL of its own, and gone afterwards. Arguments: orders in
/// line
/// (1,000,000), components that slip (16), and which parts: `act`, `what-if`, `intake` (all).
public final class Act {
    private static final int ROUNDS = 3;
    private static final int WHAT_IFS = 20;
    private static final int CONNECTIONS = 1_024;
    private static final int SATURATED = 100_000;
    private static final double HALF = 0.5;
    private static final int SECONDS = 20;
    private static final long BEFORE_PLAN_MS = 3_000;

    private final Site site;
    private final PlannedLaunch launch;
    private int crowds;

    private Act(Site site, PlannedLaunch launch) {
        this.site = site;
        this.launch = launch;
    }

    public static void main(String[] arguments) throws Exception {
        int orders = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int components = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 16;
        List<String> parts = arguments.length > 2
                ? List.of(arguments).subList(2, arguments.length)
                : List.of("act", "what-if", "intake");
        try (var site = Site.fresh(1)) {
            var throwaway = site.throwaway();
            if (throwaway == null) {
                throw new IllegalStateException("A fresh site is a throw-away.");
            }
            long began = System.nanoTime();
            Act act;
            try (Connection database = throwaway.database().connect()) {
                var machine = Machine.here(database);
                say("%s", machine);
                act = new Act(site, PlannedLaunch.open(site, database, orders, orders + orders / 2));
            }
            say("%,d orders stand under a plan (prepared in %.0f s)", orders, (System.nanoTime() - began) / 1e9);
            act.run(parts, components);
            say(
                    "the server held %,d MiB at most",
                    throwaway.servers().getFirst().peakMemoryMiB());
        }
    }

    private void run(List<String> parts, int components) throws Exception {
        for (int round = 1; parts.contains("act") && round <= ROUNDS; round++) {
            launch.slip(components * round);
            act(round);
        }
        if (parts.contains("what-if")) {
            whatIf();
        }
        if (parts.contains("intake")) {
            intake();
        }
    }

    /// From a planner's click to the last letter queued. What a planner thinks about in between is left out.
    private void act(int round) throws Exception {
        long began = System.nanoTime();
        PlannedLaunch.Computed computed = launch.plan("{\"frontier\": false}");
        JsonNode run = computed.run();
        double planned = (System.nanoTime() - began) / 1e9;
        ActWatch.Parts parts;
        JsonNode published;
        try (var watch =
                new ActWatch(database(), launch.number(), run.path("run").asInt())) {
            watch.start();
            published = launch.publish(run).path("published");
            parts = watch.await();
        }
        say(
                "act %d of %d: published after %.2f s, letters queued after %.2f s, %,d earlier, %,d later, %,d lost, %,d reached",
                round,
                ROUNDS,
                planned + parts.untilPublished(),
                (System.nanoTime() - began) / 1e9,
                published.path("earlier").asLong(),
                published.path("later").asLong(),
                published.path("lost").asLong(),
                published.path("reached").asLong());
        say(
                "  plan run %.2f s %s; publishing: reading %.2f s, staging %.2f s, flip %.3f s (locked for %.3f s); news %.2f s",
                planned,
                computed.steps(),
                parts.reading(),
                parts.staging(),
                parts.flip(),
                parts.underLock(),
                parts.news());
    }

    private void whatIf() throws Exception {
        List<String> scenarios = new ArrayList<>();
        for (int at = 0; at < WHAT_IFS; at++) {
            scenarios.add("""
                    {"name": "slip %1$d", "changes": [{"kind": "slip", "component": "part%1$d", "weeks": 2}]}""".formatted(at * 11));
        }
        long began = System.nanoTime();
        JsonNode answer =
                launch.whatIf("{\"rule\": \"stay-put\", \"scenarios\": [" + String.join(", ", scenarios) + "]}");
        say(
                "%d what-ifs beside the plan of the moment: %.1f s",
                answer.path("scenarios").size(), (System.nanoTime() - began) / 1e9);
    }

    private void intake() throws Exception {
        crowd(SATURATED / 4, 0);
        Acknowledged log = new Acknowledged(SATURATED);
        Outcome saturated = crowd(SATURATED, 0, log);
        double rate = log.paid() / saturated.seconds();
        int orders = (int) (HALF * rate * SECONDS / Arrivals.OPENING_SHARE);
        say("saturated: %,.0f paid orders a second; now %,d orders at half of that", rate, orders);
        for (int round = 1; round <= 2; round++) {
            Outcome alone = crowd(orders, HALF * rate);
            say(
                    "  alone: p50 %.1f ms, p99 %.1f ms",
                    alone.latency().p50(), alone.latency().p99());
            launch.slip(round + 1);
            AtomicReference<JsonNode> run = new AtomicReference<>();
            beside(
                    "a plan run",
                    orders,
                    rate,
                    alone,
                    () -> run.set(launch.plan("{\"frontier\": false}").run()));
            beside("its publication", orders, rate, alone, () -> launch.publish(run.get()));
        }
    }

    /// What a planner does, while orders come in; the news of a publication falls into the same time.
    private void beside(String what, int orders, double rate, Outcome alone, Planning work) throws Exception {
        var planning = new FutureTask<>(() -> {
            Thread.sleep(BEFORE_PLAN_MS);
            long began = System.nanoTime();
            work.run();
            return (System.nanoTime() - began) / 1e9;
        });
        Thread.ofPlatform().name("planner").start(planning);
        Outcome beside = crowd(orders, HALF * rate);
        say(
                "  beside %s of %.1f s: p50 %.1f ms, p99 %.1f ms, %.1f ms more",
                what,
                planning.get(),
                beside.latency().p50(),
                beside.latency().p99(),
                beside.latency().p99() - alone.latency().p99());
    }

    /// What a planner does.
    private interface Planning {
        void run() throws IOException, InterruptedException;
    }

    private Outcome crowd(int orders, double perSecond) throws IOException {
        return crowd(orders, perSecond, new Acknowledged(orders));
    }

    /// @param perSecond 0 saturates
    private Outcome crowd(int orders, double perSecond, Acknowledged log) throws IOException {
        int number = ++crowds;
        var script = new Script("act" + number, orders, orders, launch.showroom(), number);
        var address = site.addresses().getFirst();
        String host = address.getHostString() + ":" + address.getPort();
        var requests = new Requests(
                host,
                PlannedLaunch.SLUG,
                script,
                launch.showroom(),
                site.tokens(),
                site.secrets().webhook());
        long[] arrivals = perSecond == 0 ? null : Arrivals.burst(orders, perSecond, number);
        Outcome outcome =
                new Crowd(script, requests, log, site.addresses(), CONNECTIONS, arrivals, (nanos, soFar) -> {}).play();
        if (!outcome.unexpected().isEmpty()) {
            say("  unexpected: %s", outcome.unexpected());
        }
        return outcome;
    }

    private Connection database() throws IOException, SQLException {
        var throwaway = site.throwaway();
        if (throwaway == null) {
            throw new IllegalStateException("A fresh site is a throw-away.");
        }
        return throwaway.database().connect();
    }

    @FormatMethod
    private static void say(@FormatString String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
