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

    /// @param known those that were closed among them, which are in nobody's way
    Calendar(List<Slot> known) {
        known.stream()
                .filter(slot -> slot.capacity() > 0)
                .forEach(slot -> bay(slot).put(slot.from(), slot));
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
            } else if (slot.capacity() > 0 && overlaps(bay, slot)) {
                refuse(reading, one, "from", "overlaps another slot of this kind at this place");
            } else {
                if (slot.capacity() == 0) {
                    bay.remove(slot.from());
                } else {
                    bay.put(slot.from(), taken(slot, known == null ? 0 : known.taken()));
                }
                opened.put(slot.bay() + " " + slot.place() + " " + slot.from(), slot);
            }
        }
        return new ArrayList<>(opened.values());
    }

    private static Slot taken(Slot slot, int taken) {
        return new Slot(0, slot.place(), slot.region(), slot.bay(), slot.from(), slot.to(), slot.capacity(), taken);
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
