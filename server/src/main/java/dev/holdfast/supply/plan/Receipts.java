package dev.holdfast.supply.plan;

import dev.holdfast.kernel.Check;
import java.util.Arrays;

/// What arrives of every component and when, before it is packed into a [Plant]: may be copied and changed.
public final class Receipts {
    private final long[] quantity;
    private final int columns;
    private final int longestLead;

    Receipts(long[] quantity, int columns, int longestLead) {
        this.quantity = quantity;
        this.columns = columns;
        this.longestLead = longestLead;
    }

    public Receipts copy() {
        return new Receipts(quantity.clone(), columns, longestLead);
    }

    /// `units` more arrive in `week`, or fewer if negative. A week before all needs is stock in hand, one
    /// after the horizon helps nobody.
    public Receipts add(int component, int week, long units) {
        int column = Math.max(0, week - 1 + longestLead);
        if (column < columns) {
            int at = component * columns + column;
            quantity[at] = Math.addExact(quantity[at], units);
            Check.that(quantity[at] >= 0, "Component %s would receive %s in week %s.", component, quantity[at], week);
        }
        return this;
    }

    /// At most so many units fewer arrive in `week`; none is missed that does not arrive in it.
    public Receipts take(int component, int week, long units) {
        int column = Math.max(0, week - 1 + longestLead);
        return column < columns ? add(component, week, -Math.min(units, quantity[component * columns + column])) : this;
    }

    public boolean areThoseOf(Receipts other) {
        return Arrays.equals(quantity, other.quantity);
    }

    long[] packed(int ofColumns, int ofLongestLead) {
        Check.that(columns == ofColumns && longestLead == ofLongestLead, "These receipts belong to another plant.");
        return quantity;
    }
}
