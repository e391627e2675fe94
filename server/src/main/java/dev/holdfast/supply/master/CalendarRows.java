package dev.holdfast.supply.master;

import dev.holdfast.supply.plan.input.CapacityRows;
import dev.holdfast.supply.plan.input.Mondays;
import dev.holdfast.supply.plan.input.Row;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What `resources` and `holidays` say: on which days there is work, and what a holiday leaves of a week.
///
/// A holiday takes the share of the week's working days that it covers, rounded down in what is left: two of five days
/// off leave 4 of 7 units. Holidays that overlap take a day once. ISO weeks are seven days
/// from Monday whatever year they belong to, so a week 53 or a leap day is a week or a day like any other.
final class CalendarRows {
    /// Stands for every resource in `holidays`.
    static final String ALL = "*";

    /// Longer than a factory is ever closed for and still planned with.
    static final int MAX_HOLIDAY_DAYS = 366;

    private static final Set<DayOfWeek> USUAL = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final Map<String, Set<DayOfWeek>> workingDays = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> names = new LinkedHashMap<>();
    private final Map<String, List<Holiday>> holidays = new HashMap<>();

    private record Holiday(LocalDate from, LocalDate to) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    void addResource(Row row) {
        String resource = row.name("resource");
        row.name("kind");
        Set<DayOfWeek> days = days(row);
        if (resource.equals(ALL)) {
            row.refuse("resource", resource, "stands for all resources and cannot be one");
        }
        if (row.isGood() && workingDays.putIfAbsent(resource, days) != null) {
            row.refuse("resource", resource, "is given twice");
        }
        names.put(resource, Plants.texts(row.text("nameEn"), row.text("nameZh")));
    }

    /// Digits of ISO days, 1 for Monday; none given means Monday to Friday.
    private static Set<DayOfWeek> days(Row row) {
        String digits = row.text("workingDays");
        if (digits.isEmpty()) {
            return USUAL;
        }
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (int at = 0; at < digits.length(); at++) {
            char digit = digits.charAt(at);
            if (digit < '1' || digit > '7' || !days.add(DayOfWeek.of(digit - '0'))) {
                row.refuse("workingDays", digits, "must be ISO days, each once, such as 12345 for Monday to Friday");
                return USUAL;
            }
        }
        return days;
    }

    /// What resources are called among people, by language.
    Map<String, Map<String, String>> names() {
        return names;
    }

    void addHoliday(Row row) {
        String resource = row.name("resource");
        LocalDate from = date(row, "from");
        LocalDate to = date(row, "to");
        if (from != null && to != null) {
            if (to.isBefore(from)) {
                row.refuse("to", row.text("to"), "is before from " + from);
            } else if (from.plusDays(MAX_HOLIDAY_DAYS).isBefore(to)) {
                row.refuse("to", row.text("to"), "makes the holiday longer than " + MAX_HOLIDAY_DAYS + " days");
            } else {
                holidays.computeIfAbsent(resource, _ -> new ArrayList<>()).add(new Holiday(from, to));
            }
        }
    }

    static @Nullable LocalDate date(Row row, String column) {
        try {
            LocalDate day = LocalDate.parse(row.text(column));
            if (day.getYear() >= 2000 && day.getYear() <= 2100) {
                return day;
            }
        } catch (DateTimeParseException _) {
            // Told below: one sentence serves for what is no date and for one nobody plans with.
        }
        row.refuse(column, row.text(column), "must be a date like 2027-02-28, of the years 2000 to 2100");
        return null;
    }

    Set<String> resources() {
        return workingDays.keySet();
    }

    /// What the holidays leave of a week's capacity.
    CapacityRows.Room open(CapacityRows.Room room) {
        Set<DayOfWeek> days = workingDays.getOrDefault(room.resource(), USUAL);
        LocalDate monday = Mondays.date(room.week());
        long off = days.stream()
                .map(day -> monday.plusDays(day.getValue() - 1L))
                .filter(day -> isHoliday(room.resource(), day))
                .count();
        long left = room.capacity() * (days.size() - off) / days.size();
        return new CapacityRows.Room(room.resource(), room.week(), left);
    }

    private boolean isHoliday(String resource, LocalDate day) {
        return holidays.getOrDefault(resource, List.of()).stream().anyMatch(holiday -> holiday.covers(day))
                || holidays.getOrDefault(ALL, List.of()).stream().anyMatch(holiday -> holiday.covers(day));
    }
}
