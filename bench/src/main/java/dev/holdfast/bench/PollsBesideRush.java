package dev.holdfast.bench;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.holdfast.bench.load.Acknowledged;
import dev.holdfast.bench.load.Arrivals;
import dev.holdfast.bench.load.Crowd;
import dev.holdfast.bench.load.Outcome;
import dev.holdfast.bench.load.Paced;
import dev.holdfast.bench.load.Requests;
import dev.holdfast.bench.load.Script;
import dev.holdfast.bench.load.Showroom;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Prints what those who wait in a lobby cost those who order, and the other way round: a rush at half of its saturated
/// rate alone, then the same beside a steady rate of polls, in turns, so that whatever else the machine does meets
/// both.
///
/// The server is a process of its own, fresh, on a database of its own, and gone afterwards. Arguments: polls a second
/// (2,000), rounds (3), orders of the saturated rush (60,000).
public final class PollsBesideRush {
    private static final String LAUNCH = "rush";
    private static final String LOBBY = "rush-lobby";
    private static final int MEMBERS_ORDER = 1;
    private static final int CONNECTIONS = 1_024;
    private static final int POLLING = 256;
    private static final int SECONDS = 12;
    private static final double HALF = 0.5;
    private static final double LIMIT_MS = 100;

    private final Site site;
    private final Showroom showroom;
    private int crowds;

    private PollsBesideRush(Site site, Showroom showroom) {
        this.site = site;
        this.showroom = showroom;
    }

    public static void main(String[] arguments) throws Exception {
        int perSecond = argument(arguments, 0, 2_000);
        int rounds = argument(arguments, 1, 3);
        int saturated = argument(arguments, 2, 60_000);
        try (var site = Site.fresh(1)) {
            var today = LocalDate.now(ZoneOffset.UTC);
            var showroom = Showroom.forOrders(saturated * (2 + 3 * rounds), today);
            site.operator().open(LAUNCH, showroom, MEMBERS_ORDER, "UTC");
            site.operator().defineWithLobby(LOBBY, Showroom.forOrders(1_000, today));
            say("%s", site.machine());
            new PollsBesideRush(site, showroom).run(perSecond, rounds, saturated);
        }
    }

    private static int argument(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }

    private void run(int perSecond, int rounds, int saturated) throws Exception {
        crowd(saturated / 2, 0, new Acknowledged(saturated / 2));
        Acknowledged log = new Acknowledged(saturated);
        Outcome whole = crowd(saturated, 0, log);
        double rate = log.paid() / whole.seconds();
        int orders = (int) (HALF * rate * SECONDS / Arrivals.OPENING_SHARE);
        say("saturated: %,.0f paid orders a second; now %,d orders at half of that", rate, orders);
        for (int round = 1; round <= rounds; round++) {
            Outcome alone = crowd(orders, HALF * rate, new Acknowledged(orders));
            say(
                    "rush alone:  p50 %.1f ms, p99 %.1f ms",
                    alone.latency().p50(), alone.latency().p99());
            Paced polls = new Paced(address(), "/api/v1/launches/" + LOBBY + "/lobby/now", POLLING, perSecond);
            var polling = new FutureTask<>(polls::run);
            Thread.ofPlatform().name("polls").start(polling);
            Outcome beside;
            try {
                beside = crowd(orders, HALF * rate, new Acknowledged(orders));
            } finally {
                polls.stop();
            }
            tell(alone, beside, polling);
        }
    }

    private static void tell(Outcome alone, Outcome beside, FutureTask<Paced.Result> polling)
            throws InterruptedException, ExecutionException {
        Paced.Result polled = polling.get();
        say(
                "beside polls: p50 %.1f ms, p99 %.1f ms: %.2f and %.2f of the rush alone",
                beside.latency().p50(),
                beside.latency().p99(),
                beside.latency().p50() / alone.latency().p50(),
                beside.latency().p99() / alone.latency().p99());
        say(
                "  the polls: %,.0f a second, p50 %.1f ms, p99 %.1f ms, at most %.1f ms, %d not 200: %s",
                polled.perSecond(),
                polled.latency().p50(),
                polled.latency().p99(),
                polled.latency().max(),
                polled.others(),
                polled.latency().p99() < LIMIT_MS && polled.others() == 0 ? "within the limit" : "LIMIT MISSED");
    }

    private InetSocketAddress address() {
        return site.addresses().getFirst();
    }

    /// @param perSecond 0 saturates
    private Outcome crowd(int orders, double perSecond, Acknowledged log) throws IOException {
        int number = ++crowds;
        var script = new Script("polls" + number, orders, orders, showroom, number);
        String host = address().getHostString() + ":" + address().getPort();
        var requests = new Requests(
                host, LAUNCH, script, showroom, site.tokens(), site.secrets().webhook());
        long[] arrivals = perSecond == 0 ? null : Arrivals.burst(orders, perSecond, number);
        Outcome outcome =
                new Crowd(script, requests, log, site.addresses(), CONNECTIONS, arrivals, (nanos, soFar) -> {}).play();
        if (!outcome.unexpected().isEmpty()) {
            say("  unexpected: %s", outcome.unexpected());
        }
        return outcome;
    }

    @FormatMethod
    private static void say(@FormatString String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
