package dev.holdfast.launch;

import dev.holdfast.kernel.Check;
import java.util.Arrays;
import java.util.BitSet;

/// The columns of a [LineSnapshot] while they are gathered, order by order.
public final class LineColumns {
    int size;
    long[] high;
    long[] low;
    int[] position;
    int[] entered;
    short[] offer;
    int[] region;
    int[] store;
    OrderState[] state;
    int[] promised;
    short[] slips;

    /// @param expected about how many orders will come
    public LineColumns(int expected) {
        // One more, to put things down in while they change places.
        int length = Math.max(16, expected) + 1;
        high = new long[length];
        low = new long[length];
        position = new int[length];
        entered = new int[length];
        offer = new short[length];
        region = new int[length];
        store = new int[length];
        state = new OrderState[length];
        promised = new int[length];
        slips = new short[length];
    }

    public int size() {
        return size;
    }

    /// The order's id, its place in line and its entry number.
    ///
    /// @return its index
    public int add(long idHigh, long idLow, long position, long entered, OrderState state) {
        if (size == high.length) {
            grow(size + (size >> 1));
        }
        high[size] = idHigh;
        low[size] = idLow;
        this.position[size] = Math.toIntExact(position);
        this.entered[size] = Math.toIntExact(entered);
        this.state[size] = state;
        return size++;
    }

    /// What order `i` is for and where it goes.
    public void wish(int i, int offer, int region, int store) {
        this.offer[i] = (short) offer;
        this.region[i] = region;
        this.store[i] = store;
    }

    public long entered(int i) {
        return entered[i];
    }

    /// The window that the fan of order `i` agreed to.
    ///
    /// @param monday days since 1970-01-01, or [LineSnapshot#NONE]
    public void agreed(int i, int monday) {
        promised[i] = monday;
        slips[i] = 0;
    }

    /// The window that order `i` was moved to after that, without its fan's doing.
    public void moved(int i, int monday) {
        boolean had = promised[i] != LineSnapshot.NONE;
        if (had && (monday == LineSnapshot.NONE || monday > promised[i])) {
            slips[i]++;
        }
        promised[i] = monday;
    }

    /// The first half of the id of order `i`.
    public long idHigh(int i) {
        return high[i];
    }

    /// Puts orders that were added as they lay in the table into entry order. Cheaper than to have the database sort
    /// their rows, which it can only begin to send when it has read them all.
    public void sortByEntry() {
        int last = 0;
        boolean isSorted = true;
        for (int i = 0; i < size; i++) {
            isSorted &= entered[i] > last;
            last = Math.max(last, entered[i]);
        }
        if (isSorted) {
            return;
        }
        var byEntry = new int[last + 1];
        for (int i = 0; i < size; i++) {
            byEntry[entered[i]] = i + 1;
        }
        var from = new int[size];
        int found = 0;
        for (int i : byEntry) {
            if (i > 0) {
                from[found++] = i - 1;
            }
        }
        Check.that(found == size, "%s orders have %s entry numbers.", size, found);
        reorder(from);
    }

    /// In place, along the circles in which they change places: a second line beside this one would be the largest
    /// thing that a plan run leaves to be collected.
    ///
    /// @param from where the order of each index lies; afterwards each lies at its index
    private void reorder(int[] from) {
        if (size == high.length) {
            grow(size + 1);
        }
        int spare = size;
        for (int start = 0; start < size; start++) {
            if (from[start] != start) {
                move(start, spare);
                int to = start;
                while (from[to] != start) {
                    int next = from[to];
                    move(next, to);
                    from[to] = to;
                    to = next;
                }
                move(spare, to);
                from[to] = to;
            }
        }
    }

    /// The same orders without some, in the same order.
    LineColumns without(BitSet out) {
        var rest = new LineColumns(size - out.cardinality());
        for (int i = out.nextClearBit(0); i < size; i = out.nextClearBit(i + 1)) {
            int at = rest.add(high[i], low[i], position[i], entered[i], state[i]);
            rest.wish(at, offer[i], region[i], store[i]);
            rest.promised[at] = promised[i];
            rest.slips[at] = slips[i];
        }
        return rest;
    }

    private void move(int from, int to) {
        high[to] = high[from];
        low[to] = low[from];
        position[to] = position[from];
        entered[to] = entered[from];
        offer[to] = offer[from];
        region[to] = region[from];
        store[to] = store[from];
        state[to] = state[from];
        promised[to] = promised[from];
        slips[to] = slips[from];
    }

    private void grow(int length) {
        high = Arrays.copyOf(high, length);
        low = Arrays.copyOf(low, length);
        position = Arrays.copyOf(position, length);
        entered = Arrays.copyOf(entered, length);
        offer = Arrays.copyOf(offer, length);
        region = Arrays.copyOf(region, length);
        store = Arrays.copyOf(store, length);
        state = Arrays.copyOf(state, length);
        promised = Arrays.copyOf(promised, length);
        slips = Arrays.copyOf(slips, length);
    }
}
