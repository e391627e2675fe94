package dev.holdfast.delivery.network;

import dev.holdfast.delivery.unit.Unit;
import dev.holdfast.delivery.unit.UnitState;
import dev.holdfast.delivery.unit.Units;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.supply.MasterRows;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/// What those who work in a centre see and say of the units in its region, and of no others.
public final class CentreDesk {
    /// What can be seen in a centre; what is built and shipped, the plant says.
    private static final Set<UnitState> SEEN_HERE =
            EnumSet.of(UnitState.INSPECTED, UnitState.ARRIVED, UnitState.READY, UnitState.DELIVERED, UnitState.DAMAGED);

    private final Network network;
    private final StaffStore staff;
    private final Units units;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    CentreDesk(Network network, StaffStore staff, Units units, TransactionTemplate transactions, InstantSource clock) {
        this.network = network;
        this.staff = staff;
        this.units = units;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @throws Problem FORBIDDEN when they do not work at this centre
    public List<Unit> units(String actor, String place, String slug, long after, int limit) {
        return units.inRegion(slug, region(actor, place), after, limit);
    }

    /// A unit came into a state at this centre; the act is in the log of the order whose unit it is.
    ///
    /// @param slug of the launch that the unit is of
    /// @throws Problem FORBIDDEN when they do not work at this centre, UNKNOWN when the unit is not in its
    ///     region, INVALID when the state cannot follow the one before
    public Unit say(String actor, String place, String slug, String serial, String word) {
        String region = region(actor, place);
        UnitState state = UnitState.of(word)
                .filter(SEEN_HERE::contains)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.INVALID,
                        "invalid_request",
                        "'state' is '" + word + "'; a centre says inspected, arrived, ready, delivered or damaged.",
                        List.of(new Fault("state", word, "is not said by a centre"))));
        return Objects.requireNonNull(transactions.execute(status -> {
            Unit unit = units.look(serial).unit();
            if (!region.equals(unit.region())) {
                throw new Problem(
                        Problem.Kind.UNKNOWN, "unknown_unit", "There is no unit '" + serial + "' in this region.");
            }
            Map<String, String> row = Map.of(
                    "serial",
                    serial,
                    "configuration",
                    unit.configuration(),
                    "state",
                    state.word(),
                    "at",
                    clock.instant().toString(),
                    "place",
                    place,
                    "cause",
                    "told_by_centre");
            units.tell(slug, new MasterRows.Objects(List.of(row)), place, actor);
            staff.act(actor, place, "unit_" + state.word(), unit.order(), serial, clock.instant());
            return units.look(serial).unit();
        }));
    }

    private String region(String actor, String place) {
        network.admit(actor, place);
        if (!place.startsWith(Network.CENTRE)) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    "not_your_place",
                    "'" + place + "' is no centre, and units are at centres.");
        }
        return place.substring(Network.CENTRE.length());
    }
}
