package dev.holdfast.delivery.slot;

import dev.holdfast.delivery.slot.SlotRows.Told;
import dev.holdfast.supply.RowReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The slots of some places by their beginnings, to which others are added: no two of one kind at one place at
/// the same time, and none smaller than what is taken of it.
final class Calendar {
    private final Map<String, NavigableMap<Instant, Slot>> byBay = new HashMap<>();

    Calendar(List<Slot> known) {
        known.forEach(slot -> bay(slot).put(slot.from(), slot));
    }

    private NavigableMap<Instant, Slot> bay(Slot slot) {
        return byBay.computeIfAbsent(slot.bay() + " " + slot.place(), bay -> new TreeMap<>());
    }

    /// What is to be written: of rows that speak of one slot the last.
    List<Slot> add(List<Told> told, RowReading reading) {
        Map<String, Slot> opened = new HashMap<>();
        for (Told one : told) {
            Slot slot = one.slot();
            NavigableMap<Instant, Slot> bay = bay(slot);
            Slot known = bay.get(slot.from());
            if (known != null && known.taken() > 0 && !known.to().equals(slot.to())) {
                refuse(reading, one, "to", "cannot change: " + known.taken() + " are booked until " + known.to());
            } else if (known != null && known.taken() > slot.capacity()) {
                refuse(reading, one, "capacity", "is less than the " + known.taken() + " that are booked");
            } else if (overlaps(bay, slot)) {
                refuse(reading, one, "from", "overlaps another slot of this kind at this place");
            } else {
                int taken = known == null ? 0 : known.taken();
                bay.put(
                        slot.from(),
                        new Slot(
                                0,
                                slot.place(),
                                slot.region(),
                                slot.bay(),
                                slot.from(),
                                slot.to(),
                                slot.capacity(),
                                taken));
                opened.put(slot.bay() + " " + slot.place() + " " + slot.from(), slot);
            }
        }
        return new ArrayList<>(opened.values());
    }

    private static boolean overlaps(NavigableMap<Instant, Slot> bay, Slot slot) {
        var before = bay.lowerEntry(slot.from());
        var after = bay.higherEntry(slot.from());
        return (before != null && before.getValue().to().isAfter(slot.from()))
                || (after != null && after.getKey().isBefore(slot.to()));
    }

    private static void refuse(RowReading reading, Told told, String column, String reason) {
        reading.refuse(told.line(), column, told.slot().from().toString(), reason);
    }
}
