package dev.holdfast.community.points;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a member has, where every point of it came from and where it went.
///
/// @param balances by account; those that were never touched are missing
/// @param ends what may still be spent, by when it expires, the soonest first
/// @param lines the latest first
/// @param full there are more lines before these
public record Statement(Map<Account, Long> balances, List<End> ends, List<Line> lines, boolean full) {
    public Statement {
        balances = Map.copyOf(balances);
        ends = List.copyOf(ends);
        lines = List.copyOf(lines);
    }

    /// Points that expire together.
    public record End(Instant at, long points) {}

    /// One entry of the ledger.
    ///
    /// @param number names it among all entries
    /// @param rule that earned the points
    /// @param activity that earned them
    /// @param subject what moved them: that activity, or a reservation
    public record Line(
            long number,
            Instant at,
            Account from,
            Account to,
            long points,
            Cause cause,
            String rule,
            String activity,
            String subject) {}

    public long in(Account account) {
        return balances.getOrDefault(account, 0L);
    }
}
