package dev.holdfast.launch.draw;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/// A list of hashes in ascending order, without a second copy of it: four bytes for each ticket say in which order they
/// are read.
public final class FrozenList {
    private static final int AT_ONCE = 4_096;

    private final TicketHashes tickets;
    private final int[] ascending;

    private FrozenList(TicketHashes tickets, int[] ascending) {
        this.tickets = tickets;
        this.ascending = ascending;
    }

    /// @param tickets in any order, each once
    public static FrozenList of(TicketHashes tickets) {
        return new FrozenList(tickets, Ranking.order(tickets.size(), () -> tickets::high, tickets::compare));
    }

    public int size() {
        return ascending.length;
    }

    /// The first half of a hash.
    ///
    /// @param rank from 0
    long high(int rank) {
        return tickets.high(ascending[rank]);
    }

    long low(int rank) {
        return tickets.low(ascending[rank]);
    }

    /// The SHA-256 of all hashes one after another.
    public String root() {
        var digest = Hashes.sha256();
        ByteBuffer bytes = ByteBuffer.allocate(AT_ONCE * TicketHashes.BYTES);
        for (int rank = 0; rank < ascending.length; rank++) {
            bytes.putLong(high(rank)).putLong(low(rank));
            if (!bytes.hasRemaining()) {
                digest.update(bytes.array());
                bytes.clear();
            }
        }
        digest.update(bytes.array(), 0, bytes.position());
        return HexFormat.of().formatHex(digest.digest());
    }
}
