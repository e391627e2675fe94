package dev.holdfast.web.page;

import dev.holdfast.community.points.Account;
import dev.holdfast.community.points.KeptReward;
import dev.holdfast.community.points.PointsReport;
import dev.holdfast.community.points.Reservation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the brand owes in points, by when it expires, and the rewards that wait to be handed over.
///
/// @param waiting reservations nobody confirmed yet, the oldest first
/// @param size of a full page of them
/// @param done one was just confirmed or released
/// @param refused why the last act was not done; null: it was, or there was none
record StaffPointsPage(
        Frame frame,
        PointsReport report,
        List<KeptReward> rewards,
        List<Reservation> waiting,
        int size,
        boolean done,
        @Nullable String refused) {
    StaffPointsPage {
        rewards = List.copyOf(rewards);
        waiting = List.copyOf(waiting);
    }

    String number(long number) {
        return frame.words().number(number);
    }

    String month(LocalDate month) {
        return frame.words().month(month, true);
    }

    String at(Instant instant) {
        return frame.words().instant(instant, ZoneOffset.UTC);
    }

    /// Every account with what stands in it; the last line is what they add up to.
    List<Account> accounts() {
        return List.of(Account.values());
    }

    long in(Account account) {
        return report.accounts().getOrDefault(account, 0L);
    }

    long sum() {
        return report.accounts().values().stream().mapToLong(Long::longValue).sum();
    }

    @Nullable
    Long next() {
        return waiting.size() < size ? null : Long.valueOf(waiting.getLast().number());
    }
}
