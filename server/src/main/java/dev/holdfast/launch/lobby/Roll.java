package dev.holdfast.launch.lobby;

import dev.holdfast.launch.draw.TicketHashes;

/// Who is in a lobby, in memory: hashes of tickets in order of arrival, found again by a hash.
///
/// 16 bytes for the hash of each person and 6 to 12 for a table of numbers beside it. A table of the platform would
/// need eighty, and ten million people are to fit beside everything else on a small machine.
final class Roll {
    private static final int LEAST_SLOTS = 1 << 10;

    private final TicketHashes hashes = new TicketHashes();
    /// Numbers of arrival, 0: free. At most two thirds are taken, so that a search is short.
    private int[] slots = new int[LEAST_SLOTS];

    synchronized int size() {
        return hashes.size();
    }

    /// The number of arrival, from 1; 0: not in the lobby.
    synchronized int find(long high, long low) {
        return slots[slot(slots, high, low)];
    }

    /// Puts one more at the end.
    ///
    /// @return the number of arrival
    synchronized int add(long high, long low) {
        hashes.add(high, low);
        if (hashes.size() * 3L > slots.length * 2L) {
            grow();
        } else {
            slots[slot(slots, high, low)] = hashes.size();
        }
        return hashes.size();
    }

    /// Those who came first, as they stand: later entries do not change it.
    synchronized TicketHashes first(int count) {
        return hashes.first(count);
    }

    synchronized long high(int arrival) {
        return hashes.high(arrival - 1);
    }

    synchronized long low(int arrival) {
        return hashes.low(arrival - 1);
    }

    private void grow() {
        int[] larger = new int[slots.length * 2];
        for (int number = 0; number < hashes.size(); number++) {
            larger[slot(larger, hashes.high(number), hashes.low(number))] = number + 1;
        }
        slots = larger;
    }

    /// Where the hash stands, or where it would. A hash is even by itself: its own bits choose the slot.
    private int slot(int[] in, long high, long low) {
        int slot = (int) low & (in.length - 1);
        while (in[slot] != 0 && (hashes.low(in[slot] - 1) != low || hashes.high(in[slot] - 1) != high)) {
            slot = (slot + 1) & (in.length - 1);
        }
        return slot;
    }
}
