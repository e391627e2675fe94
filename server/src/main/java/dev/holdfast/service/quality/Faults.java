package dev.holdfast.service.quality;

import dev.holdfast.delivery.unit.Fleet;
import dev.holdfast.delivery.unit.Fleet.Kind;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.member.Members;
import dev.holdfast.supply.MasterRows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of faults: what was found in single units, and how often that is.
public final class Faults {
    /// A day of inspections of a large plant.
    public static final int MAX_FILE_BYTES = 4 * 1024 * 1024;

    /// Of which anything was found: a page lists no more, and the watch looks at no more.
    public static final int MAX_COMPONENTS = 500;

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    /// How often the watch looks.
    static final Duration LOOK = Duration.ofDays(1);

    private final FaultStore store;
    private final Counting counting;
    private final Fleet fleet;
    private final Launch launch;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Faults(
            FaultStore store,
            Counting counting,
            Fleet fleet,
            Launch launch,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.counting = counting;
        this.fleet = fleet;
        this.launch = launch;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param taken that were not known
    public record Told(int rows, int taken) {}

    /// Writes down what was found; all of it, or nothing when a row is bad. The same references once more
    /// change nothing.
    ///
    /// @throws Problem INVALID with every fault of the rows (the first 100)
    public Told tell(String slug, MasterRows rows, String actor) {
        launch.look(slug);
        FaultRows told = new FaultRows(rows, clock.instant().plus(TOLERANCE)).read();
        refuse(told);
        Map<String, Kind> kinds = new HashMap<>();
        fleet.kinds(slug, told.serials()).forEach(kind -> kinds.put(kind.serial(), kind));
        List<Fault> faults = told.faults(kinds);
        refuse(told);
        return Objects.requireNonNull(transactions.execute(status -> {
            int taken = store.tell(slug, faults, clock.instant(), actor);
            members.audit(actor, "tell_faults", slug, told.size() + " rows, " + taken + " taken");
            return new Told(told.size(), taken);
        }));
    }

    private static void refuse(FaultRows told) {
        if (told.reading().isFaulty()) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_faults",
                    told.reading().detail(),
                    told.reading().faults());
        }
    }

    /// Of which anything was found, the most first.
    public List<String> components(String slug) {
        launch.look(slug);
        return store.components(slug, MAX_COMPONENTS);
    }

    /// How often a component was found faulty until now.
    ///
    /// @throws Problem UNKNOWN when there is no such launch
    public Rates rates(String slug, String component) {
        List<String> components = components(slug);
        Instant now = clock.instant();
        Counting.Ground ground = counting.ground(slug, components.size(), LOOK, now);
        return counting.rates(ground, component, Instant.EPOCH);
    }

    /// When the watch looked at a launch last.
    public Optional<Instant> lookedAt(String slug) {
        return store.lookedAt(slug);
    }
}
