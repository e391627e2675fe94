package dev.holdfast.delivery.network;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;

/// The one delivery centre of a region.
///
/// @param name by language
/// @param stock units that it has room for
/// @param timeZone of the opening hours
/// @param weekdays on which it is open: ISO days such as `123456`
/// @param opens such as `09:00`
/// @param closedOn days on which it is closed all the same, with a blank between them
public record Centre(
        String region,
        Map<String, String> name,
        String city,
        int stock,
        int inspectionBays,
        int handOverBays,
        boolean afterSales,
        String timeZone,
        String weekdays,
        String opens,
        String closes,
        String closedOn) {
    public Centre {
        name = Map.copyOf(name);
    }

    /// Whether it is open on this day at all.
    public boolean opensOn(LocalDate day) {
        return weekdays.indexOf('0' + day.getDayOfWeek().getValue()) >= 0
                && !Arrays.asList(closedOn.split(" ", -1)).contains(day.toString());
    }
}
