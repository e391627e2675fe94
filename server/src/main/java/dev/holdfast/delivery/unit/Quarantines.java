package dev.holdfast.delivery.unit;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Progress;
import dev.holdfast.member.Members;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of quarantine: what may be faulty is handed to nobody until somebody releases it.
///
/// Whoever hands a unit over holds the [Turn] of its launch, and so does whoever stops it. So what was
/// counted as stopped was not handed over, and what was handed over just before is counted as its owner's.
/// A unit that becomes known as made of a stopped lot is stopped as it becomes known.
public final class Quarantines {
    public static final int MAX_SERIALS = 1_000;
    public static final int MAX_SHOWN = 200;

    private final QuarantineStore store;
    private final UnitStore units;
    private final Turn turn;
    private final Progress progress;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Quarantines(
            QuarantineStore store,
            UnitStore units,
            Turn turn,
            Progress progress,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.units = units;
        this.turn = turn;
        this.progress = progress;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Stops every unit that is made of a lot, or will be, whether anybody named the lot before or not.
    public Quarantine stopLot(String lot, String cause, String actor) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Instant now = clock.instant();
            store.lock();
            int number = store.begin(lot, cause, now, actor);
            store.launches(number).forEach(turn::change);
            store.spread(number, now);
            return begun(number, lot, actor);
        }));
    }

    /// Stops some units, whatever they are made of.
    ///
    /// @throws Problem UNKNOWN when there is none of some serial number
    public Quarantine stopUnits(Collection<String> serials, String cause, String actor) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Instant now = clock.instant();
            store.lock();
            launchesOf(serials).forEach(turn::change);
            int number = store.begin(null, cause, now, actor);
            store.stop(number, serials, now);
            return begun(number, serials.size() + " units", actor);
        }));
    }

    private Quarantine begun(int number, String subject, String actor) {
        Quarantine begun = look(number);
        members.audit(actor, "quarantine", subject, begun.units() + " units, quarantine " + number);
        return begun;
    }

    private List<Integer> launchesOf(Collection<String> serials) {
        List<Unit> found = units.bySerial(serials);
        Set<String> missing = new HashSet<>(serials);
        found.forEach(unit -> missing.remove(unit.serial()));
        if (!missing.isEmpty()) {
            throw Units.unknown(missing.iterator().next());
        }
        return found.stream().map(Unit::launch).distinct().sorted().toList();
    }

    /// Lets go of all that it stops; what another stops too stays where it is.
    ///
    /// @throws Problem UNKNOWN; CONFLICT when it was released before
    public Quarantine release(int number, String actor) {
        return Objects.requireNonNull(transactions.execute(status -> {
            store.lock();
            Quarantine was = look(number);
            store.stoppedLaunches(number).forEach(turn::change);
            if (!store.end(number, clock.instant())) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "quarantine_released",
                        "Quarantine " + number + " was released at " + was.releasedAt() + ".");
            }
            members.audit(actor, "release_quarantine", String.valueOf(number), was.stopped() + " units");
            return look(number);
        }));
    }

    /// Lets go of one unit, whatever stops it: it was remedied.
    ///
    /// @return false: nothing stopped it
    public boolean releaseUnit(String serial, String actor) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            store.lock();
            launchesOf(List.of(serial)).forEach(turn::change);
            boolean released = store.release(serial, clock.instant());
            if (released) {
                members.audit(actor, "release_unit", serial, "");
            }
            return released;
        }));
    }

    /// In the running transaction, before it says what is made of what and before it takes any [Turn].
    void await() {
        store.lock();
    }

    /// In the running transaction, which has awaited: stops what was just said to be made of what is
    /// stopped.
    void spread() {
        store.launches(null).forEach(turn::change);
        store.spread(null, clock.instant());
    }

    /// @throws Problem UNKNOWN
    public Quarantine look(int number) {
        return store.find(number)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNKNOWN, "unknown_quarantine", "There is no quarantine " + number + "."));
    }

    /// Those that hold first, then the latest.
    public List<Quarantine> all() {
        return store.all(MAX_SHOWN);
    }

    /// What stops a unit, the first first.
    public List<Quarantine> of(String serial) {
        return store.of(serial);
    }

    /// What it stopped, with the orders it was taken from or their owners have.
    public List<QuarantinedUnit> units(int number, long after, int limit) {
        List<QuarantinedUnit> page = store.units(number, after, Math.clamp(limit, 1, Units.MAX_PAGE));
        Map<OrderId, String> owners = progress.members(page.stream()
                .map(QuarantinedUnit::order)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return page.stream()
                .map(one -> one.order() == null ? one : one.of(owners.get(one.order())))
                .toList();
    }
}
