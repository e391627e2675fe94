package dev.holdfast.launch;

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
