package dev.holdfast.launch;

import dev.holdfast.kernel.Check;
import java.util.Arrays;

/// The columns of a [LineSnapshot] while they are gathered, order by order.
public final class LineColumns {
    int size;
    long[] high;
    long[] low;
    long[] position;
    long[] entered;
    short[] offer;
    int[] region;
    int[] store;
    OrderState[] state;
    int[] promised;
    int[] first;
    short[] slips;
    long[] price;
    long[] deposit;

    /// @param expected about how many orders will come
    public LineColumns(int expected) {
        int length = Math.max(16, expected);
        high = new long[length];
        low = new long[length];
        position = new long[length];
        entered = new long[length];
        offer = new short[length];
        region = new int[length];
        store = new int[length];
        state = new OrderState[length];
        promised = new int[length];
        first = new int[length];
        slips = new short[length];
        price = new long[length];
        deposit = new long[length];
    }

    public int size() {
        return size;
    }

    /// The order's id and its place in line.
    ///
    /// @return its index
    public int add(long idHigh, long idLow, long position, long entered, OrderState state) {
        if (size == high.length) {
            grow(size + (size >> 1));
        }
        high[size] = idHigh;
        low[size] = idLow;
        this.position[size] = position;
        this.entered[size] = entered;
        this.state[size] = state;
        return size++;
    }

    /// What order `i` is for and where it goes.
    public void wish(int i, int offer, int region, int store) {
        this.offer[i] = (short) offer;
        this.region[i] = region;
        this.store[i] = store;
    }

    public void money(int i, long price, long deposit) {
        this.price[i] = price;
        this.deposit[i] = deposit;
    }

    public long entered(int i) {
        return entered[i];
    }

    /// The window that the fan of order `i` agreed to.
    ///
    /// @param monday days since 1970-01-01, or [LineSnapshot#NONE]
    public void agreed(int i, int monday) {
        first[i] = monday;
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
        long last = 0;
        boolean isSorted = true;
        for (int i = 0; i < size; i++) {
            isSorted &= entered[i] > last;
            last = Math.max(last, entered[i]);
        }
        if (isSorted) {
            return;
        }
        var byEntry = new int[Math.toIntExact(last) + 1];
        for (int i = 0; i < size; i++) {
            byEntry[(int) entered[i]] = i + 1;
        }
        int[] from = Arrays.stream(byEntry).filter(i -> i > 0).map(i -> i - 1).toArray();
        Check.that(from.length == size, "%s orders have %s entry numbers.", size, from.length);
        reorder(from);
    }

    private void reorder(int[] from) {
        high = reordered(high, from);
        low = reordered(low, from);
        position = reordered(position, from);
        entered = reordered(entered, from);
        offer = reordered(offer, from);
        region = reordered(region, from);
        store = reordered(store, from);
        OrderState[] states = state;
        state = new OrderState[from.length];
        Arrays.setAll(state, i -> states[from[i]]);
        promised = reordered(promised, from);
        first = reordered(first, from);
        slips = reordered(slips, from);
        price = reordered(price, from);
        deposit = reordered(deposit, from);
    }

    private static long[] reordered(long[] column, int[] from) {
        var reordered = new long[from.length];
        Arrays.setAll(reordered, i -> column[from[i]]);
        return reordered;
    }

    private static int[] reordered(int[] column, int[] from) {
        var reordered = new int[from.length];
        Arrays.setAll(reordered, i -> column[from[i]]);
        return reordered;
    }

    private static short[] reordered(short[] column, int[] from) {
        var reordered = new short[from.length];
        for (int i = 0; i < from.length; i++) {
            reordered[i] = column[from[i]];
        }
        return reordered;
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
        first = Arrays.copyOf(first, length);
        slips = Arrays.copyOf(slips, length);
        price = Arrays.copyOf(price, length);
        deposit = Arrays.copyOf(deposit, length);
    }
}
