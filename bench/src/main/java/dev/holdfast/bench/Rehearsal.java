package dev.holdfast.bench;

import dev.holdfast.bench.check.Findings;
import dev.holdfast.bench.load.Arrivals;
import dev.holdfast.bench.load.Outcome;
import dev.holdfast.bench.server.Throwaway;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A whole rehearsal: warm up, saturate to find the rate, run again at 80 % of it for the latencies, check all.
///
/// Each round has a launch of its own, so that a book that grew in one does not slow the next.
final class Rehearsal {
    private static final double CALM = 0.8;
    /// A few seconds' worth; the rate is flat by then.
    private static final int MAX_LIMIT_ORDERS = 100_000;

    private final Site site;
    private final Settings settings;
    private final String run;
    private final Console console;
    private final TreeMap<String, Outcome.Unexpected> unexpected = new TreeMap<>();
    private Findings findings = Findings.NONE;

    Rehearsal(Site site, Settings settings, String run, Console console) {
        this.site = site;
        this.settings = settings;
        this.run = run;
        this.console = console;
    }

    Report run() throws IOException, SQLException, InterruptedException {
        Instant at = Instant.now();
        if (settings.warmUp() > 0) {
            round("warm", settings.warmUp(), 1, null);
        }
        Played saturated = round("rush", settings.orders(), 2, null);
        double rate = saturated.round().log().paid() / saturated.outcome().seconds();
        double calm = settings.rate() == null ? Math.max(1, CALM * rate) : settings.rate();
        Played timed = round("calm", settings.ordersForLatency(), 3, arrivals(calm));
        return report(at, saturated, rate, timed, calm);
    }

    private record Played(Round round, Outcome outcome) {}

    private Played round(String name, int orders, int number, long @Nullable [] arrivals)
            throws IOException, SQLException, InterruptedException {
        var round = new Round(
                site,
                name + "-" + run,
                orders,
                Math.min(orders, settings.members()),
                settings.seed() + number,
                settings.campaign());
        Outcome outcome = round.play(settings.connections(), arrivals, console.progress(name, orders));
        unexpected.putAll(outcome.unexpected());
        console.say(
                "%s: %,d acknowledged, %,d paid, %,d sold out in %.1f s; now checking its book",
                name, round.log().orders(), round.log().paid(), round.log().refused(), outcome.seconds());
        findings = findings.and(round.check());
        return new Played(round, outcome);
    }

    private long[] arrivals(double perSecond) {
        int orders = settings.ordersForLatency();
        return switch (settings.shape()) {
            case BURST -> Arrivals.burst(orders, perSecond, settings.seed());
            case SPREAD -> Arrivals.spread(orders, perSecond, settings.seed());
        };
    }

    private Report report(Instant at, Played saturated, double rate, Played calmed, double calm)
            throws IOException, SQLException, InterruptedException {
        Report.Limit limit = limit();
        Outcome timed = calmed.outcome();
        return new Report(
                at,
                settings,
                settings.warmUp() > 0,
                saturated.round().log().orders(),
                saturated.round().log().paid(),
                saturated.round().log().refused(),
                saturated.outcome().seconds(),
                rate,
                Tenths.ratesPerSecond(saturated.round().log().paidNanos()),
                saturated.round().cpu(),
                timed.latency(),
                timed.orderLatency(),
                timed.paymentLatency(),
                timed.tailLatency(),
                calm,
                Math.max(saturated.outcome().standstillMs(), timed.standstillMs()),
                Report.counts(findings),
                findings.byName(),
                unexpected,
                peakMemoryMiB(),
                site.machine(),
                limit,
                limit == null ? null : rate / limit.paidOrdersPerSecond());
    }

    /// What the database alone takes, on a launch of its own beside the books that the rounds have filled.
    private Report.@Nullable Limit limit() throws IOException, SQLException, InterruptedException {
        Throwaway throwaway = site.throwaway();
        if (throwaway == null) {
            return null;
        }
        int orders = Math.min(settings.orders(), MAX_LIMIT_ORDERS);
        console.say("limit: PostgreSQL alone takes %,d orders", orders);
        return new Report.Limit(
                Limit.paidOrdersPerSecond(site.operator(), throwaway.database(), "alone-" + run, orders));
    }

    private long peakMemoryMiB() {
        return site.throwaway() == null
                ? 0
                : site.throwaway().servers().stream()
                        .mapToLong(server -> server.peakMemoryMiB())
                        .max()
                        .orElse(0);
    }
}
