package dev.holdfast.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What one member is asked about later windows, worked out on paper by the words of `docs/consent.md`, under the
/// strict rules and in UTC.
final class PaperConsent {
    private boolean open;
    private int slips;
    private boolean silenceKeeps;
    private LocalDate agreed = LocalDate.EPOCH;
    private LocalDate lastDay = LocalDate.EPOCH;

    /// @param was the first day of the window before, null: none
    void moved(@Nullable String was, @Nullable String now, Instant at) {
        LocalDate base = open ? agreed : was == null ? null : LocalDate.parse(was);
        LocalDate to = now == null ? null : LocalDate.parse(now);
        if (base == null || (to != null && !to.isAfter(base))) {
            open = false;
            return;
        }
        if (was != null && (to == null || to.isAfter(LocalDate.parse(was)))) {
            slips++;
        }
        open = true;
        agreed = base;
        silenceKeeps = slips == 1 && to != null && ChronoUnit.DAYS.between(base, to) <= 30;
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        LocalDate thirty = earlier(today.plusDays(30), base.plusDays(6 + 30));
        LocalDate week = today.plusDays(7);
        lastDay = silenceKeeps && to != null ? to.minusDays(1) : thirty;
        lastDay = lastDay.isBefore(week) ? week : lastDay;
    }

    boolean mayLeave(Instant now) {
        return open && !over(now);
    }

    boolean silenceCancels(Instant now) {
        if (!open || !over(now)) {
            return false;
        }
        open = false;
        return !silenceKeeps;
    }

    void chosenAnew() {
        open = false;
        slips = 0;
    }

    private boolean over(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(lastDay);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
