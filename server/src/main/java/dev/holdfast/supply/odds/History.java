package dev.holdfast.supply.odds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/// How late each supplier used to be, and how short, week after week.
///
/// A future is drawn from the past by a stationary bootstrap: a supplier relives weeks of its own history in
/// stretches of [#STRETCH] weeks in the mean, since weeks of trouble come in rows and a draw for each
/// delivery alone would let them cancel out. Commitments due in the same week draw from the same past week.
///
/// A supplier with fewer than [#ENOUGH] past weeks is unknown to that extent: in a share of the scenarios it
/// behaves as some other supplier does throughout, the pooled prior. It is not mixed delivery by delivery: an
/// unknown supplier may be bad for long, not a little bad at once. When nobody has a past, everything comes
/// as committed.
public final class History {
    /// Weeks of own history after which no other supplier is asked.
    static final int ENOUGH = 26;

    /// Weeks that are remembered, three years: suppliers change, and a shift learnt on one length of
    /// history is wrong for another.
    static final int MEMORY = 156;

    /// Mean length of a relived stretch in weeks.
    static final int STRETCH = 8;

    /// Past weeks looked at for one that is like now.
    private static final int LOOKS = 8;

    private final List<Past> pasts;
    private final List<Past> pool;

    private History(List<Past> pasts) {
        this.pasts = pasts;
        this.pool = pasts.stream().filter(past -> past.weeks() > 0).toList();
    }

    /// What was known at the end of week `now`.
    ///
    /// @param suppliers how many there are, numbered from 0
    public static History asOf(List<Commitment> commitments, int suppliers, int now) {
        var bySupplier = new ArrayList<List<Commitment>>();
        for (int supplier = 0; supplier < suppliers; supplier++) {
            bySupplier.add(new ArrayList<>());
        }
        commitments.stream()
                .filter(commitment -> commitment.made() <= now && commitment.due() > now - MEMORY)
                .filter(commitment -> commitment.received() <= now || commitment.due() <= now)
                .sorted(Comparator.comparingInt(Commitment::due))
                .forEach(commitment -> bySupplier.get(commitment.supplier()).add(commitment));
        return new History(bySupplier.stream().map(due -> Past.of(due, now)).toList());
    }

    /// One possible behaviour of a supplier, from now on.
    Future future(int supplier, RandomGenerator random) {
        Past own = pasts.get(supplier);
        boolean isKnown = random.nextInt(ENOUGH) < own.weeks();
        Past relived = isKnown || pool.isEmpty() ? own : pool.get(random.nextInt(pool.size()));
        return new Future(relived, isKnown, random);
    }

    /// The deliveries of one supplier by due week: those of week `i` stand from `start[i]` to `start[i + 1]`.
    @SuppressWarnings("ArrayRecordComponent") // a value read by index; nobody compares two pasts
    record Past(int[] start, int[] late, double[] share) {

        static Past of(List<Commitment> due, int now) {
            var start = new ArrayList<Integer>();
            for (int at = 0; at < due.size(); at++) {
                if (at == 0 || due.get(at).due() != due.get(at - 1).due()) {
                    start.add(at);
                }
            }
            start.add(due.size());
            return new Past(
                    start.stream().mapToInt(Integer::intValue).toArray(),
                    due.stream().mapToInt(one -> one.weeksLate(now)).toArray(),
                    due.stream().mapToDouble(one -> one.share(now)).toArray());
        }

        int weeks() {
            return start.length - 1;
        }

        /// A past week in front of which this supplier was about as late as it is now: trouble that has
        /// begun goes on.
        int likeNow(RandomGenerator random) {
            int last = weeks() - 1;
            double now = lateBefore(weeks());
            int found = random.nextInt(weeks());
            for (int look = 1; look < LOOKS; look++) {
                int other = random.nextInt(weeks());
                boolean isCloser = Math.abs(lateBefore(other) - now) < Math.abs(lateBefore(found) - now);
                found = isCloser ? other : found;
            }
            return last < 1 ? 0 : found;
        }

        /// The mean lateness of the two weeks before one.
        private double lateBefore(int week) {
            int from = start[Math.max(0, week - 2)];
            int to = start[Math.max(1, week)];
            double sum = 0;
            for (int delivery = from; delivery < to; delivery++) {
                sum += late[delivery];
            }
            return sum / (to - from);
        }
    }
}
