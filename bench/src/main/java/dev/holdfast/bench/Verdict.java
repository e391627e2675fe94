package dev.holdfast.bench;

/// The end of a rehearsal in words.
final class Verdict {
    /// A generator that stood still longer than this measured itself.
    private static final long MAX_STANDSTILL_MS = 1_000;

    private Verdict() {}

    static void print(Report report, Console console) {
        console.say("");
        speed(report, console);
        cost(report, console);
        console.say("");
        counts(report, console);
        console.say("");
        console.say(
                report.clean()
                        ? "VERDICT: every order acknowledged is in the book, once, with the window it was told."
                        : "VERDICT: broken. The counts above must all be 0.");
    }

    private static void speed(Report report, Console console) {
        console.say(
                "%,d orders acknowledged and %,d paid in %.1f s (%s): %,.0f paid orders a second",
                report.ordersAcknowledged(),
                report.ordersPaid(),
                report.seconds(),
                report.warm() ? "warm" : "cold",
                report.paidOrdersPerSecond());
        console.say(
                "at %,.0f orders a second, answers took %.1f ms (half), %.1f ms (99 of 100), %.1f ms (slowest)",
                report.latencyAtOrdersPerSecond(),
                report.latencyMs().p50(),
                report.latencyMs().p99(),
                report.latencyMs().max());
        if (report.generatorStandstillMs() > MAX_STANDSTILL_MS) {
            console.say(
                    "NOTE: the generator itself stood still for %,d ms; rate and latencies are not worth keeping",
                    report.generatorStandstillMs());
        }
    }

    private static void cost(Report report, Console console) {
        Cpu.PerOrder cpu = report.cpuMicrosPerPaidOrder();
        if (cpu != null) {
            console.say(
                    "each paid order took %.0f us of processor time in the server, %.0f in PostgreSQL, %.0f in the"
                            + " generator",
                    cpu.server(), cpu.postgres(), cpu.generator());
        }
        if (report.serverPeakMemoryMiB() > 0) {
            console.say("the server never held more than %,d MiB", report.serverPeakMemoryMiB());
        }
        Report.Limit limit = report.limit();
        Double ratio = report.ratioToLimit();
        if (limit != null && ratio != null) {
            console.say(
                    "PostgreSQL alone does %,.0f a second with the same statements; the product reaches %.2f of it",
                    limit.paidOrdersPerSecond(), ratio);
        }
    }

    private static void counts(Report report, Console console) {
        report.counts().forEach((name, count) -> {
            console.say("%-18s %,d", name, count);
            var finding = report.findings().get(name);
            if (finding != null) {
                finding.examples().forEach(example -> console.say("    %s", example));
            }
        });
        report.unexpected()
                .forEach((kind, unexpected) -> console.say(
                        "unexpected answer   %s, %,d times: %s", kind, unexpected.count(), unexpected.example()));
    }
}
