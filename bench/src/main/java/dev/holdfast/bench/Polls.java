package dev.holdfast.bench;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.holdfast.bench.load.Repeated;
import dev.holdfast.bench.load.Showroom;
import dev.holdfast.bench.server.ServerProcess;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/// Prints how many polls of a launch page's figures one server answers in a second, beside `/healthz`, which does
/// nothing: on a machine that is busy with something else the ratio says more than the rate.
///
/// The server is a process of its own, fresh, on a database of its own, and gone afterwards.
public final class Polls {
    private static final int CONNECTIONS = 128;
    private static final int WARM_UP_SECONDS = 10;
    private static final int SECONDS = 10;
    private static final int ROUNDS = 3;
    private static final String LAUNCH = "polls";
    private static final String LOBBY = "polls-lobby";
    private static final int MEMBERS_ORDER = 1;

    private Polls() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SECONDS;
        try (var site = Site.fresh(1)) {
            site.operator()
                    .open(LAUNCH, Showroom.forOrders(100_000, LocalDate.now(ZoneOffset.UTC)), MEMBERS_ORDER, "UTC");
            site.operator().defineWithLobby(LOBBY, Showroom.forOrders(1_000, LocalDate.now(ZoneOffset.UTC)));
            var machine = Machine.here();
            say(
                    "%d cores, %.1f GiB, JDK %s, %d connections",
                    machine.cpus(), machine.memoryGiB(), machine.jdk(), CONNECTIONS);
            var paths = List.of(
                    "/healthz",
                    "/api/v1/launches/" + LOBBY + "/lobby/now",
                    "/now/" + LAUNCH + "?in=en",
                    "/now/" + LAUNCH + "/picture?in=en");
            for (var path : paths) {
                run(site, path, WARM_UP_SECONDS);
            }
            // In turns, so that whatever else the machine does meets all of them.
            for (int round = 0; round < ROUNDS; round++) {
                double nothing = 0;
                for (var path : paths) {
                    double rate = tell(site, path, seconds);
                    nothing = nothing == 0 ? rate : nothing;
                    say("  %.2f of the first", rate / nothing);
                }
            }
        }
    }

    private static double tell(Site site, String path, int seconds) throws IOException {
        var servers = site.throwaway() == null
                ? List.<ServerProcess>of()
                : site.throwaway().servers();
        var before = Cpu.now(servers);
        var result = run(site, path, seconds);
        var cpu = Cpu.now(servers).perOrderSince(before, result.answers());
        say(
                "%s: %,.0f answers a second, p50 %.1f ms, p99 %.1f ms, %,d bytes each, %d not 200; us an answer: server %.1f,"
                        + " generator %.1f",
                path,
                result.perSecond(),
                result.latency().p50(),
                result.latency().p99(),
                result.bytes() / Math.max(1, result.answers()),
                result.others(),
                cpu.server(),
                cpu.generator());
        return result.perSecond();
    }

    private static Repeated.Result run(Site site, String path, int seconds) throws IOException {
        InetSocketAddress server = site.addresses().getFirst();
        return new Repeated(server, path, CONNECTIONS).run(seconds);
    }

    @FormatMethod
    private static void say(@FormatString String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
