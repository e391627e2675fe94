package dev.holdfast.service.ticket;

import dev.holdfast.delivery.handover.HandOver;
import dev.holdfast.delivery.handover.HandOvers;
import dev.holdfast.delivery.unit.Unit;
import dev.holdfast.delivery.unit.UnitState;
import dev.holdfast.delivery.unit.Units;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// Whose a unit is: the member of the order that it was handed over to.
public final class Owners {
    private final Launch launch;
    private final Units units;
    private final HandOvers handOvers;

    Owners(Launch launch, Units units, HandOvers handOvers) {
        this.launch = launch;
        this.units = units;
        this.handOvers = handOvers;
    }

    /// Empty: it was not handed over yet.
    ///
    /// @throws dev.holdfast.kernel.Problem UNKNOWN when there is no such order for the one who asks
    public Optional<OwnedUnit> find(OrderId id, Asker asker) {
        Order order = launch.order(id, asker).order();
        Optional<Unit> unit = units.of(id).map(history -> history.unit());
        if (unit.isEmpty() || unit.get().state() != UnitState.DELIVERED) {
            return Optional.empty();
        }
        return unit.map(one -> new OwnedUnit(
                id,
                order.member(),
                order.launch(),
                one.serial(),
                one.configuration(),
                region(order, one),
                one.at(),
                warranty(order, one, asker)));
    }

    private static String region(Order order, Unit unit) {
        String region = unit.region() == null ? order.region() : unit.region();
        return region == null ? "" : region;
    }

    /// A unit that a plant handed over without a checklist has its warranty from the day it said so.
    private LocalDate warranty(Order order, Unit unit, Asker asker) {
        ZoneId zone = launch.look(order.launch()).definition().timeZone();
        return handOvers
                .find(order.id(), asker)
                .map(HandOver::warrantyFrom)
                .orElseGet(() -> unit.at().atZone(zone).toLocalDate());
    }

    /// @throws dev.holdfast.kernel.Problem UNKNOWN; CONFLICT as long as it was not handed over
    public OwnedUnit owned(OrderId order, Asker asker) {
        return find(order, asker).orElseThrow(() -> Refused.notDelivered(order));
    }
}
