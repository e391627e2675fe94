package dev.holdfast.launch;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The simplest supply: every offer is its own component with one curve, so a rank read on the curve is a week.
///
/// A quote is never earlier than the last week already given in the offer's line. Without that, a release would let
/// a newcomer be promised a week before somebody who ordered first; with it, each week's promises stay within the
/// curve because everybody's week is at most the newcomer's, whose rank the curve has reached. Whoever waits without
/// a week counts in that rank, so the unit that the next plan gives them is not the newcomer's.
public final class OneCurve implements SupplyLine {
    private final Map<String, Curve> curves;
    private final Map<String, Stand> stands;

    public OneCurve(Map<String, Curve> curves, List<Supplies.Checkpoint> checkpoint) {
        this.curves = Map.copyOf(curves);
        this.stands = new HashMap<>();
        for (Supplies.Checkpoint at : checkpoint) {
            stands.put(at.offer(), new Stand(at.live(), at.furthest().orElse(null)));
        }
    }

    private OneCurve(OneCurve other) {
        this.curves = other.curves;
        this.stands = new HashMap<>(other.stands);
    }

    @Override
    public Optional<LocalDate> quote(String offer, LocalDate thisWeek) {
        Stand stand = stand(offer);
        return curve(offer).reaches(stand.live + 1).map(week -> latest(week, thisWeek, stand.furthest));
    }

    @Override
    public Optional<LocalDate> take(String offer, LocalDate thisWeek) {
        Optional<LocalDate> week = quote(offer, thisWeek);
        taken(offer, week.orElse(null));
        return week;
    }

    @Override
    public void taken(String offer, @Nullable LocalDate week) {
        Stand stand = stand(offer);
        stands.put(offer, new Stand(stand.live + 1, week == null ? stand.furthest : week));
    }

    /// The first week that the rank reaches and nobody in front is behind of, or the order's own when that is later.
    @Override
    public Optional<LocalDate> keep(String offer, @Nullable LocalDate week, LocalDate thisWeek) {
        Optional<LocalDate> kept =
                quote(offer, thisWeek).map(first -> week != null && week.isAfter(first) ? week : first);
        taken(offer, kept.orElse(null));
        return kept;
    }

    /// Which week it was does not matter: units are counted, and everybody's week is read at their rank.
    @Override
    public void release(String offer, @Nullable LocalDate week) {
        Stand stand = stand(offer);
        stands.put(offer, new Stand(stand.live - 1, stand.furthest));
    }

    @Override
    public long remaining(String offer) {
        return curve(offer).total() - stand(offer).live;
    }

    @Override
    public long live(String offer) {
        return stand(offer).live;
    }

    @Override
    public Supplies.Checkpoint checkpoint(String offer) {
        Stand stand = stand(offer);
        return new Supplies.Checkpoint(offer, stand.live, Optional.ofNullable(stand.furthest), "");
    }

    @Override
    public SupplyLine copy() {
        return new OneCurve(this);
    }

    private Stand stand(String offer) {
        return stands.getOrDefault(offer, Stand.EMPTY);
    }

    private Curve curve(String offer) {
        return curves.getOrDefault(offer, Curve.NOTHING);
    }

    private static LocalDate latest(LocalDate week, LocalDate thisWeek, @Nullable LocalDate furthest) {
        LocalDate latest = week.isBefore(thisWeek) ? thisWeek : week;
        return furthest != null && latest.isBefore(furthest) ? furthest : latest;
    }

    /// @param furthest the last week given, null before the first
    private record Stand(long live, @Nullable LocalDate furthest) {
        static final Stand EMPTY = new Stand(0, null);

        Stand {
            if (live < 0) {
                throw new IllegalStateException("More orders were released than taken: " + live + " would be live.");
            }
        }
    }
}
