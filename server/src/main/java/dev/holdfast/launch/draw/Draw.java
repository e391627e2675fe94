package dev.holdfast.launch.draw;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/// The draw itself: tickets stand in ascending order of SHA-256(key, hash of the ticket).
///
/// Whoever has the smallest gets place 1. It needs the list as a set only: in which order people entered the lobby
/// plays no part.
public final class Draw {
    private static final int DIGEST = 32;

    private final TicketHashes tickets;
    private final byte[] key;

    /// @param key as [Hashes#key] makes it of seed and figure
    public Draw(TicketHashes tickets, byte[] key) {
        this.tickets = tickets;
        this.key = key.clone();
    }

    /// The tickets' numbers in the order of their places: what stands at 0 has place 1.
    public int[] order() {
        return Ranking.order(tickets.size(), () -> leading(new Lot()), (one, other) -> {
            byte[] lotOfOne = new Lot().of(one).clone();
            int lots = Arrays.compareUnsigned(lotOfOne, new Lot().of(other));
            return lots != 0 ? lots : tickets.compare(one, other);
        });
    }

    /// The place of each ticket, from 1.
    public int[] places() {
        int[] order = order();
        int[] places = new int[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            places[order[rank]] = rank + 1;
        }
        return places;
    }

    private static IntToLongFunction leading(Lot lot) {
        return ticket -> ByteBuffer.wrap(lot.of(ticket)).getLong();
    }

    /// Makes one lot after another in the same few bytes.
    private final class Lot {
        private final MessageDigest digest = Hashes.sha256();
        private final byte[] input = Arrays.copyOf(key, key.length + TicketHashes.BYTES);
        private final byte[] lot = new byte[DIGEST];

        private byte[] of(int ticket) {
            ByteBuffer.wrap(input, key.length, TicketHashes.BYTES)
                    .putLong(tickets.high(ticket))
                    .putLong(tickets.low(ticket));
            digest.update(input);
            try {
                digest.digest(lot, 0, DIGEST);
            } catch (DigestException impossible) {
                throw new IllegalStateException("A SHA-256 has 32 bytes.", impossible);
            }
            return lot;
        }
    }
}
