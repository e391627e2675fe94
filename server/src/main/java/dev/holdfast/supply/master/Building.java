package dev.holdfast.supply.master;

import dev.holdfast.supply.BuiltUnits;
import dev.holdfast.supply.SupplyEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Writes down what was built, so that a plan that counted on it can be computed again as it was.
public final class Building {
    private final EventStore events;

    Building(EventStore events) {
        this.events = events;
    }

    /// Writes an event for every day that is not as it was told last. Joins the running transaction and makes others
    /// who tell of this launch's supply wait for its end.
    public void tell(Teller teller, List<BuiltUnits.Day> days) {
        if (days.isEmpty()) {
            return;
        }
        long last = events.lock(teller.launch());
        Map<String, SupplyEvent> known = new HashMap<>();
        events.last(teller.launch(), Standing.BUILT).forEach(event -> known.put(event.subject(), event));
        List<SupplyEvent> written = new ArrayList<>();
        for (BuiltUnits.Day day : days) {
            SupplyEvent before = known.get(BuiltParts.subject(day));
            if (before == null
                    || !Objects.equals(before.quantity(), day.units())
                    || !Objects.equals(before.quarantined(), day.lost())) {
                written.add(event(teller, day, last + written.size() + 1));
            }
        }
        events.append(teller.launch(), written);
    }

    private static SupplyEvent event(Teller teller, BuiltUnits.Day day, long number) {
        return new SupplyEvent(
                number,
                teller.at(),
                teller.actor(),
                teller.source(),
                null,
                teller.at(),
                day.day(),
                0,
                Standing.BUILT,
                BuiltParts.subject(day),
                true,
                null,
                null,
                null,
                null,
                day.units(),
                day.lost(),
                day.day(),
                null);
    }
}
