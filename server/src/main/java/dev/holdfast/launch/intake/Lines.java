package dev.holdfast.launch.intake;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.EntryRules;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Supplies;
import dev.holdfast.launch.WindowAhead;
import dev.holdfast.launch.pulse.InstanceCounts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/// Every line this instance has to do with: where to ask for something, and where to look.
public final class Lines implements AutoCloseable {
    /// A read that meets a change of the whole launch starts again; more often than this in a row cannot happen.
    private static final int MAX_READS = 10;

    private final CommitterPool pool;
    private final DataSource reads;
    private final Supplies supplies;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final InstanceCounts counts = new InstanceCounts(this::waiting);
    private final IntakeMeters meters;
    private final Map<Integer, Held> lines = new ConcurrentHashMap<>();

    /// What this instance holds of one line.
    private record Held(Known known, Committer committer, SharedRead<LineState> fresh) {}

    public Lines(
            CommitterPool pool,
            DataSource reads,
            Supplies supplies,
            InstantSource clock,
            RandomGenerator random,
            MeterRegistry registry) {
        this.pool = pool;
        this.reads = reads;
        this.supplies = supplies;
        this.clock = clock;
        this.random = random;
        this.meters = new IntakeMeters(registry, counts);
        Gauge.builder("holdfast.waiting", this, Lines::waiting)
                .description("Asks that wait for their batch")
                .register(registry);
    }

    /// Asks something of a launch's line and waits until the answer is durable.
    ///
    /// @param launch the number of a launch that exists
    /// @throws Problem of kind CAPACITY when it cannot be carried out just now
    public Answer ask(int launch, Ask ask) {
        CompletableFuture<Answer> answer = line(launch).committer().ask(ask);
        try {
            // No limit of its own: every batch ends when the database answers or its connection gives up.
            return answer.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    /// The launch as of the last batch that anybody had committed when this was called.
    public LaunchView look(int launch) {
        return Looking.look(fresh(launch), clock.instant());
    }

    /// The windows that an offer's next orders would get.
    ///
    /// @param most orders to look ahead
    public List<WindowAhead> ahead(int launch, String offer, int most) {
        return Looking.ahead(fresh(launch), offer, clock.instant(), most);
    }

    /// Whether prices may be shown to everybody, as far as this instance knows; before it knows of the launch it looks.
    public boolean revealed(int launch) {
        LineState known = line(launch).known().latest();
        return !(known == null ? fresh(launch) : known).definition().sealedAt(clock.instant());
    }

    /// Who may enter, as far as this instance knows; before it knows of the launch it looks. Whether somebody may is
    /// decided with the batch.
    ///
    /// @throws Problem CAPACITY `try_again` when it cannot look
    public EntryRules entry(int launch) {
        LineState known = line(launch).known().latest();
        try {
            return (known == null ? fresh(launch) : known).definition().entry();
        } catch (DataAccessException away) {
            throw tryAgain("The database is not available just now.", away);
        }
    }

    /// The line as of the last batch that anybody had committed when this was called.
    LineState fresh(int launch) {
        return line(launch).fresh().get();
    }

    private Held line(int launch) {
        return lines.computeIfAbsent(launch, number -> {
            Known known = new Known(number);
            Committer committer = new Committer(known, pool, supplies, clock, random, meters);
            return new Held(known, committer, new SharedRead<>(() -> readFresh(known)));
        });
    }

    private LineState readFresh(Known known) {
        try (Connection connection = reads.getConnection()) {
            Optional<LineState> latest = known.at(LineStore.sequence(connection, known.launch()));
            return latest.isPresent() ? latest.get() : catchUp(connection, known);
        } catch (SQLException failure) {
            throw tryAgain("The database is not available just now.", failure);
        }
    }

    private LineState catchUp(Connection connection, Known known) throws SQLException {
        @Nullable LineState from = known.latest();
        for (int i = 0; i < MAX_READS; i++) {
            LineState state = LineStore.snapshot(connection, known.launch(), from, supplies);
            // The supply was read beside the snapshot: only if the launch was not changed since do they belong
            // together.
            Optional<LineState> confirmed = LineStore.follow(connection, state);
            if (confirmed.isPresent()) {
                known.learn(confirmed.get());
                return confirmed.get();
            }
            from = null;
        }
        throw tryAgain("Launch " + known.launch() + " is being changed over and over.", null);
    }

    /// Asks that wait for their batch on this instance.
    public int waiting() {
        return lines.values().stream()
                .mapToInt(held -> held.committer().waiting())
                .sum();
    }

    /// What this instance counted of its answers.
    public InstanceCounts counts() {
        return counts;
    }

    static Problem tryAgain(String why, @Nullable Throwable cause) {
        return new Problem(
                Problem.Kind.CAPACITY,
                "try_again",
                why + " Send the same request, with the same key, again: it will be carried out once.",
                List.of(),
                cause);
    }

    @Override
    public void close() {
        lines.values().forEach(held -> held.committer().close());
        pool.close();
    }
}
