package dev.holdfast.delivery.unit;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Progress;
import dev.holdfast.member.Members;
import dev.holdfast.supply.MasterRows;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of units: what the plant and the centres say of them, and who asks where one is.
public final class Units {
    /// A day's work of a large plant, told row by row.
    public static final int MAX_FILE_BYTES = 32 * 1024 * 1024;

    public static final int MAX_PAGE = 1_000;

    /// A plant's clock may go ahead of ours.
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final UnitStore store;
    private final LotStore lots;
    private final Quarantines quarantines;
    private final Turn turn;
    private final Launch launch;
    private final Progress progress;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Units(
            UnitStore store,
            LotStore lots,
            Quarantines quarantines,
            Turn turn,
            Launch launch,
            Progress progress,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.lots = lots;
        this.quarantines = quarantines;
        this.turn = turn;
        this.launch = launch;
        this.progress = progress;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Writes down what a plant or a centre says of units; all of it, or nothing when a row is bad. The same
    /// rows once more change nothing.
    ///
    /// @throws Problem INVALID with every fault (the first 100)
    public UnitsTold tell(String slug, MasterRows rows, String actor) {
        return tell(slug, rows, actor, actor);
    }

    /// The same by somebody at a place: the unit's history names the place, and the audit trail the person.
    public UnitsTold tell(String slug, MasterRows rows, String place, String actor) {
        LaunchDefinition definition = launch.look(slug).definition();
        int number = launch.number(slug);
        PlantRows told = new PlantRows(definition, rows, clock.instant().plus(TOLERANCE)).read();
        refuse(told);
        return Objects.requireNonNull(transactions.execute(status -> {
            if (!told.lots.isEmpty()) {
                quarantines.await();
            }
            turn.change(number);
            told.judge(number, store.bySerial(told.serials()));
            refuse(told);
            store.write(number, told.drafts(), told.steps, clock.instant(), place);
            if (!told.lots.isEmpty()) {
                lots.use(told.lots);
                quarantines.spread();
            }
            UnitsTold said = new UnitsTold(
                    told.size(),
                    (int) told.drafts().stream().filter(draft -> !draft.known).count(),
                    told.steps.size(),
                    told.unchanged);
            members.audit(actor, "tell_units", slug, said.built() + " built, " + said.moved() + " steps");
            return said;
        }));
    }

    private static void refuse(PlantRows told) {
        if (told.reading().isFaulty()) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_units",
                    told.reading().detail(),
                    told.reading().faults());
        }
    }

    /// A unit with everything that ever happened to it.
    ///
    /// @throws Problem UNKNOWN when there is none of this serial number
    public UnitHistory look(String serial) {
        Unit unit = store.bySerial(List.of(serial)).stream().findFirst().orElseThrow(() -> unknown(serial));
        return new UnitHistory(
                unit, store.steps(unit.number()), store.givings(unit.number()), lots.ofUnit(unit.number()));
    }

    /// The unit that an order has.
    public Optional<UnitHistory> of(OrderId order) {
        return store.ofOrder(order).map(unit -> look(unit.serial()));
    }

    /// @param state only units in this state; null: all
    /// @param after the number of the last one of the page before; 0: from the beginning
    public List<Unit> page(String slug, @Nullable UnitState state, long after, int limit) {
        return store.page(launch.number(slug), state, after, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// Those that are in a region or under way to it.
    public List<Unit> inRegion(String slug, String region, long after, int limit) {
        return store.inRegion(launch.number(slug), region, after, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// Every unit made of a lot, through however many other lots, with whoever has it.
    ///
    /// @throws Problem UNKNOWN when nobody ever named the lot
    public List<Traced> trace(String lot, long after, int limit) {
        if (!knows(lot)) {
            throw unknownLot(lot);
        }
        List<Traced> traced = lots.trace(lot, after, Math.clamp(limit, 1, MAX_PAGE));
        Map<OrderId, String> owners = progress.members(
                traced.stream().map(Traced::order).filter(Objects::nonNull).toList());
        return traced.stream()
                .map(one -> one.order() == null ? one : one.of(owners.get(one.order())))
                .toList();
    }

    public static Problem unknownLot(String lot) {
        return new Problem(
                Problem.Kind.UNKNOWN,
                "unknown_lot",
                "There is no lot '" + lot + "'. Maybe its name is written in another way where units are built.");
    }

    /// Whether anybody ever named the lot.
    public boolean knows(String lot) {
        return lots.knows(lot);
    }

    static Problem unknown(String serial) {
        return new Problem(
                Problem.Kind.UNKNOWN,
                "unknown_unit",
                "There is no unit '" + serial + "'. Maybe the plant has not said that it was built.");
    }
}
