package dev.holdfast.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How one language writes days, weeks and instants. A week is always a range of dates, never a number.
///
/// @param full      a day with its year
/// @param dayMonth  a day in a known year
/// @param dayOnly   a day in a known month
/// @param monthYear a month with its year
/// @param month     a month in a known year
/// @param instant   a day and a time of day
/// @param yearFirst whether the year is written once before both ends of a range, or once after them
/// @param dash      between the ends of a range inside one month
/// @param wideDash  between ends that are several words each
record Dates(
        DateTimeFormatter full,
        DateTimeFormatter dayMonth,
        DateTimeFormatter dayOnly,
        DateTimeFormatter monthYear,
        DateTimeFormatter month,
        DateTimeFormatter instant,
        boolean yearFirst,
        String dash,
        String wideDash) {

    private static final DateTimeFormatter BRIEF_DAY = pattern("d MMM", Locale.UK);
    private static final DateTimeFormatter BRIEF_FULL = pattern("d MMM yyyy", Locale.UK);

    static final Dates ENGLISH = new Dates(
            pattern("d MMMM yyyy", Locale.UK),
            pattern("d MMMM", Locale.UK),
            pattern("d", Locale.UK),
            pattern("MMM yyyy", Locale.UK),
            pattern("MMM", Locale.UK),
            pattern("d MMMM yyyy, HH:mm", Locale.UK),
            false,
            "–",
            " – ");

    static final Dates CHINESE = new Dates(
            pattern("yyyy年M月d日", Locale.CHINA),
            pattern("M月d日", Locale.CHINA),
            pattern("d日", Locale.CHINA),
            pattern("yyyy年M月", Locale.CHINA),
            pattern("M月", Locale.CHINA),
            pattern("yyyy年M月d日 HH:mm", Locale.CHINA),
            true,
            "–",
            "–");

    String day(LocalDate day) {
        return full.format(day);
    }

    String month(LocalDate day, boolean withYear) {
        return (withYear ? monthYear : month).format(day);
    }

    /// Says the month and the year once where both ends share them.
    String range(LocalDate from, LocalDate to) {
        if (from.getYear() != to.getYear()) {
            return full.format(from) + wideDash + full.format(to);
        }
        boolean oneMonth = from.getMonth() == to.getMonth();
        if (yearFirst) {
            return full.format(from) + dash + (oneMonth ? dayOnly : dayMonth).format(to);
        }
        return oneMonth
                ? dayOnly.format(from) + dash + full.format(to)
                : dayMonth.format(from) + wideDash + full.format(to);
    }

    /// As [#range], with the months cut short in a language that does so.
    String brief(LocalDate from, LocalDate to) {
        if (yearFirst) {
            return range(from, to);
        }
        boolean oneMonth = from.getMonth() == to.getMonth();
        boolean oneYear = from.getYear() == to.getYear();
        var start = oneMonth ? dayOnly : oneYear ? BRIEF_DAY : BRIEF_FULL;
        return start.format(from) + (oneMonth ? dash : wideDash) + BRIEF_FULL.format(to);
    }

    /// With the offset: a launch has one time of day for readers in every zone.
    String instant(Instant at, ZoneId zone) {
        return instant.format(at.atZone(zone)) + " " + zone(at, zone);
    }

    /// Such as `UTC+8`.
    static String zone(Instant at, ZoneId zone) {
        var offset = at.atZone(zone).getOffset();
        return "UTC" + (offset.equals(ZoneOffset.UTC) ? "" : shortened(offset));
    }

    private static String shortened(ZoneOffset offset) {
        int minutes = offset.getTotalSeconds() / 60;
        int rest = Math.abs(minutes % 60);
        return String.format(
                Locale.ROOT, "%+d%s", minutes / 60, rest == 0 ? "" : String.format(Locale.ROOT, ":%02d", rest));
    }

    private static DateTimeFormatter pattern(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }
}
