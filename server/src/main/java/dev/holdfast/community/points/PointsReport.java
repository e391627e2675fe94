package dev.holdfast.community.points;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What the brand may still have to give, and where everything else went.
///
/// @param sums every account by rule and month, as they can be added again from the entries
public record PointsReport(List<Sum> sums) {
    public PointsReport {
        sums = List.copyOf(sums);
    }

    /// What stands in an account.
    ///
    /// @param month in which its lots expire: its first day
    public record Sum(Account account, String rule, LocalDate month, long points) {}

    /// What may still be spent of lots that expire in one month.
    public record Month(LocalDate month, long pending, long active, long reserved) {
        public long all() {
            return pending + active + reserved;
        }
    }

    /// By account; adds up to zero.
    public Map<Account, Long> accounts() {
        Map<Account, Long> accounts = new EnumMap<>(Account.class);
        sums.forEach(sum -> accounts.merge(sum.account(), sum.points(), Long::sum));
        return accounts;
    }

    /// What the brand may still have to give something for.
    public long total() {
        return sums.stream()
                .filter(sum -> sum.account().isLiability())
                .mapToLong(Sum::points)
                .sum();
    }

    /// Month by month, the soonest first.
    public List<Month> months() {
        Map<LocalDate, Map<Account, Long>> months = new TreeMap<>();
        sums.stream()
                .filter(sum -> sum.account().isLiability() && sum.points() != 0)
                .forEach(sum -> months.computeIfAbsent(sum.month(), month -> new EnumMap<>(Account.class))
                        .merge(sum.account(), sum.points(), Long::sum));
        return months.entrySet().stream()
                .map(month -> new Month(
                        month.getKey(),
                        in(month.getValue(), Account.PENDING),
                        in(month.getValue(), Account.ACTIVE),
                        in(month.getValue(), Account.RESERVED)))
                .toList();
    }

    private static long in(Map<Account, Long> accounts, Account account) {
        return Objects.requireNonNullElse(accounts.get(account), 0L);
    }
}
