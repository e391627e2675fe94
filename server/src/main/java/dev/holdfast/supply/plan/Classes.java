package dev.holdfast.supply.plan;

import java.util.Arrays;

/// The class of every order: configuration, band, frozen and not-before. Inside a class nobody overtakes.
///
/// Numbered by an open-addressing table of plain longs: a million boxed keys would cost more than the plan.
final class Classes {
    private static final long EMPTY = -1;
    private static final int BANDS = Band.values().length;

    private final int[] ofOrder;
    private long[] keys = new long[1 << 12];
    private int[] numbers = new int[keys.length];
    private int count;

    Classes(Line line) {
        this.ofOrder = new int[line.orders()];
        Arrays.fill(keys, EMPTY);
        for (int order = 0; order < ofOrder.length; order++) {
            ofOrder[order] = number(key(line, order));
        }
    }

    @SuppressWarnings("EnumOrdinal") // part of a key that lives for one plan and is stored nowhere
    private static long key(Line line, int order) {
        long key = line.configuration()[order];
        key = key * (Plant.MAX_WEEKS + 2) + Math.min(line.earliest(order), Plant.MAX_WEEKS + 1);
        key = key * BANDS + line.band()[order].ordinal();
        return key * 2 + (line.frozen()[order] ? 1 : 0);
    }

    int count() {
        return count;
    }

    int of(int order) {
        return ofOrder[order];
    }

    /// Gives every class its own weeks again, the earliest to the first in line; the weeks used stay the same.
    int[] sortedByPosition(int[] week) {
        var start = new int[count + 1];
        for (int inClass : ofOrder) {
            start[inClass + 1]++;
        }
        for (int inClass = 0; inClass < count; inClass++) {
            start[inClass + 1] += start[inClass];
        }
        var gathered = new int[week.length];
        var next = start.clone();
        for (int order = 0; order < week.length; order++) {
            gathered[next[ofOrder[order]]++] = week[order];
        }
        for (int inClass = 0; inClass < count; inClass++) {
            Arrays.sort(gathered, start[inClass], start[inClass + 1]);
        }
        var sorted = new int[week.length];
        for (int order = 0; order < week.length; order++) {
            sorted[order] = gathered[start[ofOrder[order]]++];
        }
        return sorted;
    }

    private int number(long key) {
        int at = slot(key);
        if (keys[at] == EMPTY) {
            keys[at] = key;
            numbers[at] = count++;
            if (count * 2 > keys.length) {
                grow();
                at = slot(key);
            }
        }
        return numbers[at];
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 32) & (keys.length - 1);
        while (keys[at] != EMPTY && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = new int[keys.length];
        Arrays.fill(keys, EMPTY);
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != EMPTY) {
                int at = slot(oldKeys[old]);
                keys[at] = oldKeys[old];
                numbers[at] = oldNumbers[old];
            }
        }
    }
}
