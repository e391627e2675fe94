package dev.holdfast.launch.campaign;

import dev.holdfast.launch.Verdict;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far a campaign has come, as a batch works on it under the line's lock. One row, written once for each batch that
/// changes it and not once for each pledge.
public final class Course {
    public final int launch;
    public final Instant endsAt;
    final Map<String, Long> addOns;
    private long sum;
    private long pledges;
    private long backers;
    private @Nullable Decided decided;
    private long settledPosition;
    private boolean settled;
    private boolean changed;

    /// @param sum and the counts, as of the end
    /// @param stretch how many stretch goals it reached
    public record Decided(Verdict verdict, Instant at, long sum, long pledges, long backers, int stretch) {}

    Course(int launch, Instant endsAt, long sum, long pledges, long backers, Map<String, Long> addOns) {
        this.launch = launch;
        this.endsAt = endsAt;
        this.sum = sum;
        this.pledges = pledges;
        this.backers = backers;
        this.addOns = new HashMap<>(addOns);
    }

    Course decided(@Nullable Decided before, long settledUpTo, boolean isSettled) {
        this.decided = before;
        this.settledPosition = settledUpTo;
        this.settled = isSettled;
        return this;
    }

    public long sum() {
        return sum;
    }

    public long pledges() {
        return pledges;
    }

    public long backers() {
        return backers;
    }

    public @Nullable Decided decided() {
        return decided;
    }

    public boolean is(Verdict verdict) {
        return decided != null && decided.verdict() == verdict;
    }

    public long settledPosition() {
        return settledPosition;
    }

    public boolean settled() {
        return settled;
    }

    boolean changed() {
        return changed;
    }

    /// Puts a pledge into the sum, or takes it out again.
    ///
    /// @param backer whether its member has no other pledge in the sum
    public void count(long amount, int by, boolean backer) {
        sum += by * amount;
        pledges += by;
        backers += backer ? by : 0;
        changed = true;
    }

    /// Units of an add-on that live pledges have.
    public long units(String addOn) {
        return addOns.getOrDefault(addOn, 0L);
    }

    public void take(Map<String, Integer> units, int by) {
        units.forEach((addOn, count) -> addOns.merge(addOn, (long) by * count, Long::sum));
        changed |= !units.isEmpty();
    }

    public void decide(Decided verdict) {
        decided = verdict;
        changed = true;
    }

    public void settledUpTo(long position, boolean last) {
        settledPosition = position;
        settled = last;
        changed = true;
    }
}
