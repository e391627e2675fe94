package dev.holdfast.launch.pulse;

import dev.holdfast.launch.pulse.Pulse.Answers;
import dev.holdfast.launch.pulse.Pulse.Ending;
import dev.holdfast.launch.pulse.Pulse.Refused;
import dev.holdfast.launch.pulse.PulseStore.CountsOfOne;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Feels the pulse of a launch: a few short reads, meant to be asked once a second for all who watch.
public final class Pulses {
    /// Holds that end further ahead than this are nobody's worry yet.
    public static final int MINUTES_AHEAD = 15;

    /// How far back [Pulse#seconds] and [Pulse#payments] look.
    public static final Duration LOOKED_BACK = Duration.ofMinutes(15);

    /// Counting holds walks the part of the line that is still unpaid. It may take up a twentieth of the
    /// time, however long that part is, and is asked at least once a minute.
    private static final int SHARE = 20;

    private static final Duration MOST_OFTEN = Duration.ofSeconds(2);
    private static final Duration LEAST_OFTEN = Duration.ofMinutes(1);

    private final PulseStore store;
    private final InstantSource clock;
    private final Map<Integer, Counted> endings = new ConcurrentHashMap<>();

    /// @param dueNs when it is counted again, as [System#nanoTime] tells
    private record Counted(Ending ending, long dueNs) {}

    Pulses(JdbcClient jdbc, InstantSource clock) {
        this.store = new PulseStore(jdbc);
        this.clock = clock;
    }

    /// @param launch the number of a launch that exists
    public Pulse of(int launch) {
        long start = System.nanoTime();
        var at = store.now();
        var database = Duration.ofNanos(System.nanoTime() - start);
        var counts = store.counts(launch);
        return new Pulse(
                at,
                database,
                store.seconds(launch),
                refusals(counts),
                answers(counts),
                ending(launch),
                store.payments(launch, clock.instant().minus(LOOKED_BACK)).orElse(null),
                store.instances());
    }

    private static List<Refused> refusals(List<CountsOfOne> counts) {
        var totals = new HashMap<String, Long>();
        var recent = new HashMap<String, Long>();
        for (var one : counts) {
            var before =
                    one.before() == null ? Map.<String, Long>of() : one.before().refusals();
            one.latest().refusals().forEach((reason, count) -> {
                totals.merge(reason, count, Long::sum);
                recent.merge(reason, count - before.getOrDefault(reason, 0L), Long::sum);
            });
        }
        var refusals = new ArrayList<Refused>();
        totals.forEach((reason, total) -> refusals.add(new Refused(reason, recent.getOrDefault(reason, 0L), total)));
        refusals.sort(Comparator.comparingLong(Refused::lastMinute)
                .thenComparingLong(Refused::total)
                .reversed()
                .thenComparing(Refused::reason));
        return refusals;
    }

    private static Answers answers(List<CountsOfOne> counts) {
        var sum = Latencies.NONE;
        for (var one : counts) {
            sum = Latencies.plus(sum, one.latest().latencies(), 1);
            sum = one.before() == null ? sum : Latencies.plus(sum, one.before().latencies(), -1);
        }
        return new Answers(
                Latencies.sum(sum),
                Latencies.within(0.5, sum).orElse(null),
                Latencies.within(0.99, sum).orElse(null));
    }

    private Ending ending(int launch) {
        var known = endings.get(launch);
        if (known != null && System.nanoTime() < known.dueNs()) {
            return known.ending();
        }
        long start = System.nanoTime();
        var ending = count(launch, clock.instant());
        long took = System.nanoTime() - start;
        long pause = Math.clamp(took * SHARE, MOST_OFTEN.toNanos(), LEAST_OFTEN.toNanos());
        endings.put(launch, new Counted(ending, System.nanoTime() + pause));
        return ending;
    }

    private Ending count(int launch, Instant now) {
        var found = store.ending(launch, now, now.plus(Duration.ofMinutes(MINUTES_AHEAD)));
        var minutes = new ArrayList<Long>();
        for (int minute = 0; minute < MINUTES_AHEAD; minute++) {
            minutes.add(found.getOrDefault(minute, 0L));
        }
        return new Ending(now, minutes);
    }
}
