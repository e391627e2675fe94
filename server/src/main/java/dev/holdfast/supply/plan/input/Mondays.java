package dev.holdfast.supply.plan.input;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Locale;

/// Weeks by a running number: Mondays counted from Monday, 5 January 1970.
public final class Mondays {
    public static final int NO_DATE = Integer.MIN_VALUE + 1;
    public static final int NO_MONDAY = Integer.MIN_VALUE + 2;

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 5);
    private static final int YEAR_DIGITS = 4;

    private Mondays() {}

    public static int number(String text) {
        try {
            // A year of more digits would parse with a sign; nobody plans that far ahead.
            LocalDate day = text.indexOf('-') == YEAR_DIGITS ? LocalDate.parse(text) : null;
            return day == null ? NO_DATE : number(day);
        } catch (DateTimeParseException _) {
            return NO_DATE;
        }
    }

    public static int number(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.MONDAY
                ? Math.toIntExact(Math.floorDiv(day.toEpochDay() - FIRST.toEpochDay(), 7L))
                : NO_MONDAY;
    }

    public static LocalDate date(int number) {
        return FIRST.plusWeeks(number);
    }

    public static String dayOf(String text) {
        return LocalDate.parse(text).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
