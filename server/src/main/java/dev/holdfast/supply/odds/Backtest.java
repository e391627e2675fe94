package dev.holdfast.supply.odds;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator.SplittableGenerator;

/// Says again what would have been said at past weeks about each component's curve, and looks up what came.
///
/// A component's curve is where a supplier's lateness meets the line: an order's build week is the week in
/// which the component that binds reaches its rank. So the correction learnt here per supplier and distance
/// is the one that orders bound by this supplier need, and no launch has to be over before there is something
/// to learn from.
///
/// @param ahead how many weeks ahead are looked at
/// @param settle weeks after the last of them in which a delivery may still come before it counts as never
/// @param count scenarios for each past week
public record Backtest(int ahead, int settle, int count) {
    public static final Backtest USUAL = new Backtest(52, 26, 100);

    /// @param components how many there are, numbered from 0
    /// @param now the past week at the end of which this is said; only what was known then is used
    public List<Said> at(
            int now, List<Commitment> commitments, int suppliers, int components, SplittableGenerator random) {
        Awaited awaited = Awaited.asOf(commitments, suppliers, now);
        int weeks = ahead + settle;
        var drawn = new long[count][components * (weeks + 2)];
        for (int scenario = 0; scenario < count; scenario++) {
            long[] units = drawn[scenario];
            awaited.draw(random.split(), (commitment, week, arrived) -> add(units, commitment, week, arrived, now));
        }
        var came = new long[1][components * (weeks + 2)];
        var due = new long[components * (weeks + 2)];
        var supplier = new int[components];
        for (Commitment commitment : awaited.commitments()) {
            supplier[commitment.component()] = commitment.supplier();
            add(due, commitment, commitment.due(), commitment.quantity(), now);
            if (commitment.received() != Commitment.OPEN) {
                long counted = Math.min(commitment.arrived(), commitment.quantity());
                add(came[0], commitment, commitment.received(), counted, now);
            }
        }
        var spread = new Spread(components, weeks, drawn);
        return compare(now, spread, new Spread(components, weeks, came), due, supplier);
    }

    private void add(long[] units, Commitment commitment, int week, long arrived, int now) {
        int at = Math.max(1, week - now);
        if (at <= ahead + settle) {
            units[commitment.component() * (ahead + settle + 2) + at] += arrived;
        }
    }

    private List<Said> compare(int now, Spread said, Spread came, long[] due, int[] supplier) {
        List<Said> cases = new ArrayList<>();
        for (int component = 0; component < supplier.length; component++) {
            long before = 0;
            for (int week = 1; week <= ahead; week++) {
                long units = due[component * (ahead + settle + 2) + week];
                if (units > 0) {
                    double rank = before + units / 2.0;
                    int actual = (int) Math.round(came.bounds(component, rank).half());
                    cases.add(new Said(supplier[component], week, now + week, said.bounds(component, rank), actual));
                }
                before += units;
            }
        }
        return cases;
    }
}
