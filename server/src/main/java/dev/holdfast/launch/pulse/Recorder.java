package dev.holdfast.launch.pulse;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes once a second what this instance knows: that it is there, which lines moved, and what it counted.
///
/// It writes whether anybody watches or not, because somebody who opens the war room wants to see how it came
/// to this.
final class Recorder implements AutoCloseable {
    /// How often what nobody looks at any more is taken away.
    private static final int FORGET_EVERY = 600;

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    private final RecordStore store;
    private final InstanceCounts counts;
    private final UUID id = UUID.randomUUID();
    private final String name;
    private final Map<Integer, Counts.Snapshot> written = new HashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("recorder").daemon(true).factory());
    private int seconds;
    private @Nullable ScheduledFuture<?> recording;

    /// @param name by which people tell the instances apart
    Recorder(JdbcClient jdbc, InstanceCounts counts, String name) {
        this.store = new RecordStore(jdbc);
        this.counts = counts;
        this.name = name;
    }

    void start() {
        recording = clock.scheduleAtFixedRate(this::record, 0, 1, TimeUnit.SECONDS);
    }

    private void record() {
        try {
            recordNow();
        } catch (RuntimeException failure) {
            // The next second tries again; an exception let through would end the schedule for ever.
            LOG.warn("A second was not recorded: {}", failure.getMessage());
        }
    }

    void recordNow() {
        store.alive(id, name, counts.waiting());
        store.moved();
        counts.all().forEach(this::recordCounts);
        seconds++;
        if (seconds % FORGET_EVERY == 0) {
            store.forget();
        }
    }

    private void recordCounts(int launch, Counts counted) {
        var now = counted.snapshot();
        if (!now.equals(written.getOrDefault(launch, Counts.Snapshot.NONE))) {
            store.counted(launch, id, now);
            written.put(launch, now);
        }
    }

    /// Says that it stops, so that nobody looks for it.
    @Override
    public void close() {
        if (recording != null) {
            recording.cancel(true);
        }
        clock.shutdownNow();
        try {
            store.stopped(id);
        } catch (RuntimeException failure) {
            LOG.debug("The database was gone first.", failure);
        }
    }
}
