package dev.holdfast.bench.slot;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.holdfast.bench.Cpu;
import dev.holdfast.bench.Machine;
import dev.holdfast.bench.Site;
import dev.holdfast.bench.check.Finding;
import dev.holdfast.bench.check.SlotBook;
import dev.holdfast.bench.check.SlotRules;
import dev.holdfast.bench.load.Saturated;
import dev.holdfast.bench.server.EmbeddedDatabase;
import dev.holdfast.bench.server.Throwaway;
import dev.holdfast.bench.slot.Centres.Crowd;
import dev.holdfast.bench.slot.Centres.Person;
import dev.holdfast.delivery.slot.SlotsAlone;
import dev.holdfast.launch.OrderId;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/// Prints how many slots one server books in a second for crowds that want them all at once, beside what PostgreSQL
/// alone takes of the same statements; then how a thousand people fare who want the fifty places of one centre. What
/// everybody was told is held against the book.
///
/// The server is a process of its own, fresh, on a database of its own, and gone afterwards. Arguments: centres (40),
/// connections (64), the seed (1). Ends with 1 when a count is not 0.
public final class BookSlots {
    private static final int TIMES = 25;
    private static final int PEOPLE = 600;
    private static final List<String> BOTH = List.of("hand_over", "express");
    private static final double LIMIT = 2_000;

    private final Site site;
    private final Throwaway throwaway;
    private final Centres centres;
    private final int connections;
    private final long seed;
    private boolean clean = true;

    private BookSlots(Site site, Throwaway throwaway, int connections, long seed) {
        this.site = site;
        this.throwaway = throwaway;
        this.centres = new Centres(site, throwaway.database());
        this.connections = connections;
        this.seed = seed;
    }

    public static void main(String[] arguments) throws Exception {
        int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
        int connections = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 64;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        boolean clean;
        try (var throwaway = Throwaway.start(1);
                var site = Site.of(throwaway)) {
            try (Connection connection = throwaway.database().connect()) {
                say("%s, %d connections, seed %d", Machine.here(connection), connections, seed);
            }
            var slots = new BookSlots(site, throwaway, connections, seed);
            slots.run(size);
            clean = slots.clean;
        }
        System.exit(clean ? 0 : 1);
    }

    private void run(int size) throws IOException, InterruptedException, SQLException, ExecutionException {
        List<Crowd> warm = crowds("warm", size);
        List<Crowd> measured = crowds("rush", size);
        List<Crowd> alone = crowds("alone", Math.max(1, size / 4));
        List<Crowd> contest = List.of(new Crowd("contest", 1_000, 5, List.of("hand_over")));
        var every = new ArrayList<Crowd>();
        List.of(warm, measured, alone, contest).forEach(every::addAll);
        long began = System.nanoTime();
        List<Person> everybody = centres.open(every);
        say(
                "%,d people at %d centres wait for %,d places, laid out in %.1f s",
                everybody.size(),
                every.size(),
                every.stream().mapToInt(Crowd::places).sum(),
                (System.nanoTime() - began) / 1e9);
        play("warming up", everybody, warm);
        double rate = play("rush", everybody, measured);
        double limit = alone(everybody, alone);
        say("PostgreSQL alone: %,.0f bookings a second; the server reaches %.2f of it", limit, rate / limit);
        say("%,.0f bookings a second: %s", rate, rate >= LIMIT ? "within the limit" : "LIMIT MISSED");
        play("1,000 people for 50 places", everybody, contest);
    }

    private static List<Crowd> crowds(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Crowd(name + "-" + number, PEOPLE, TIMES, BOTH))
                .toList();
    }

    /// @return bookings a second
    private double play(String what, List<Person> everybody, List<Crowd> crowds) throws IOException, SQLException {
        InetSocketAddress server = site.addresses().getFirst();
        var people = everybody.stream()
                .filter(person -> crowds.contains(person.crowd()))
                .toList();
        var seekers = new Seekers(
                server.getHostString() + ":" + server.getPort(),
                people,
                slots(centres.book(crowds)),
                site.tokens(),
                seed);
        Cpu before = Cpu.now(throwaway.servers());
        var result = new Saturated(server, connections, seekers).run();
        Cpu.PerOrder cpu = Cpu.now(throwaway.servers()).perOrderSince(before, seekers.booked());
        double rate = seekers.booked() / result.seconds();
        say(
                "%s: %,d bookings in %.2f s, %,.0f a second; %,d times full, %,d not in turn; answers p50 %.1f ms,"
                        + " p99 %.1f ms, at most %.0f ms",
                what,
                seekers.booked(),
                result.seconds(),
                rate,
                seekers.gone(),
                seekers.refused(),
                result.latency().p50(),
                result.latency().p99(),
                result.latency().max());
        say(
                "  us of processor time a booking: server %.0f, PostgreSQL %.0f, generator %.0f",
                cpu.server(), cpu.postgres(), cpu.generator());
        tell(new SlotRules(seekers.log(), centres.book(crowds)).findings());
        seekers.unexpected().forEach((answer, times) -> {
            clean = false;
            say("  unexpected, %d times: %s", times, answer);
        });
        return rate;
    }

    /// By region, the earliest first.
    private static Map<String, List<Long>> slots(SlotBook book) {
        Map<String, List<Long>> slots = new HashMap<>();
        book.counters()
                .forEach(counter -> slots.computeIfAbsent(counter.region(), region -> new ArrayList<>())
                        .add(counter.slot()));
        return slots;
    }

    private void tell(Map<String, Finding> findings) {
        findings.forEach((name, finding) -> {
            clean &= finding.count() == 0;
            say("  %-16s %,d", name, finding.count());
            finding.examples().forEach(example -> say("    %s", example));
        });
    }

    private double alone(List<Person> everybody, List<Crowd> crowds)
            throws IOException, SQLException, ExecutionException, InterruptedException {
        Map<String, List<Long>> slots = slots(centres.book(crowds));
        var places = new ArrayList<SlotsAlone.Place>();
        for (Person person : everybody) {
            Crowd crowd = person.crowd();
            if (crowds.contains(crowd) && person.inTurn()) {
                List<Long> numbers = slots.getOrDefault(crowd.region(), List.of());
                places.add(new SlotsAlone.Place(
                        OrderId.parse(person.order()).orElseThrow(),
                        numbers.get(person.rank() * numbers.size() / crowd.places())));
            }
        }
        EmbeddedDatabase database = throwaway.database();
        try (var alone = new SlotsAlone(database.url(), database.user(), database.password())) {
            return alone.perSecond(places);
        }
    }

    @FormatMethod
    private static void say(@FormatString String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
