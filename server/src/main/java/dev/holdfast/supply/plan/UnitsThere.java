package dev.holdfast.supply.plan;

import java.util.Arrays;

/// Orders of a line whose units are there, by configuration: nothing is built for them any more.
///
/// @param units how many
/// @param furthest the furthest build week that any of them is promised; 0: none is promised one
@SuppressWarnings("ArrayRecordComponent") // read by index; nobody compares two
public record UnitsThere(int[] units, int[] furthest) {
    public static UnitsThere none(int configurations) {
        return new UnitsThere(new int[configurations], new int[configurations]);
    }

    /// One more order of a configuration.
    public void add(int configuration, int promised) {
        units[configuration]++;
        furthest[configuration] = Math.max(furthest[configuration], promised);
    }

    public boolean isNone() {
        return Arrays.stream(units).allMatch(units -> units == 0);
    }
}
