package dev.holdfast.delivery.network;

import dev.holdfast.supply.RowReading;
import dev.holdfast.supply.RowReading.Given;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The file of centres: one for each region.
final class CentreRows {
    static final String NEEDED =
            "region,nameEn,nameZh,city,stock,inspectionBays,handOverBays,timeZone,weekdays,opens,closes";
    static final String OPTIONAL = "afterSales,closedOn";
    static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private static final int MAX_STOCK = 100_000;
    private static final int MAX_BAYS = 1_000;
    private static final Pattern WEEKDAYS = Pattern.compile("(?!.*(.).*\\1)[1-7]{1,7}");

    private CentreRows() {}

    static Map<String, Centre> read(RowReading reading) {
        Map<String, Centre> centres = new LinkedHashMap<>();
        reading.each(row -> {
            Centre centre = read(row);
            if (centres.containsKey(centre.region())) {
                row.refuse("region", "has a centre already; a region has one");
            }
            if (row.isGood()) {
                centres.put(centre.region(), centre);
            }
        });
        return centres;
    }

    private static Centre read(Given row) {
        if (!ID.matcher(row.name("region")).matches()) {
            row.refuse("region", "must be of at most 64 small letters, digits and hyphens");
        }
        if (!WEEKDAYS.matcher(row.text("weekdays")).matches()) {
            row.refuse("weekdays", "must name each day of the week that it is open once, 1 to 7, such as 123456");
        }
        hours(row);
        closedOn(row);
        try {
            ZoneId.of(row.text("timeZone"));
        } catch (DateTimeException unknown) {
            row.refuse("timeZone", "must be a time zone such as Asia/Shanghai");
        }
        return new Centre(
                row.text("region"),
                Map.of("en", row.name("nameEn"), "zh", row.name("nameZh")),
                row.name("city"),
                (int) row.whole("stock", 0, MAX_STOCK),
                (int) row.whole("inspectionBays", 0, MAX_BAYS),
                (int) row.whole("handOverBays", 0, MAX_BAYS),
                row.flag("afterSales"),
                row.text("timeZone"),
                row.text("weekdays"),
                row.text("opens"),
                row.text("closes"),
                row.text("closedOn").strip());
    }

    private static void hours(Given row) {
        try {
            LocalTime opens = LocalTime.parse(row.text("opens"));
            if (!LocalTime.parse(row.text("closes")).isAfter(opens)) {
                row.refuse("closes", "must be after it opens");
            }
        } catch (DateTimeException unreadable) {
            row.refuse("opens", "must be, as closes, a time such as 09:00");
        }
    }

    private static void closedOn(Given row) {
        for (String day : row.text("closedOn").strip().split(" +", -1)) {
            try {
                if (!day.isEmpty()) {
                    LocalDate.parse(day);
                }
            } catch (DateTimeException unreadable) {
                row.refuse("closedOn", "must be days such as 2027-02-17, with a blank between them");
            }
        }
    }
}
