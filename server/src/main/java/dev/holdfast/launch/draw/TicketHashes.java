package dev.holdfast.launch.draw;

import dev.holdfast.kernel.Check;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Hashes of tickets in the order in which they came, 16 bytes each and nothing besides: ten million people in a
/// lobby are 160 MB here, and would be ten times that as objects.
///
/// They stand in chunks, so that growing copies nothing and never needs the room twice. One thread adds; what was
/// counted before [#size] was read may be read by others.
public final class TicketHashes {
    public static final int BYTES = 16;

    /// Twice the most people that one launch was ever built for. The sort of a draw leaves this many their number.
    public static final int MAX = 1 << 25;

    private static final int CHUNK_BITS = 16;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private final List<long[]> chunks;
    private int size;

    public TicketHashes() {
        this.chunks = new ArrayList<>();
    }

    private TicketHashes(List<long[]> chunks, int size) {
        this.chunks = chunks;
        this.size = size;
    }

    public int size() {
        return size;
    }

    /// @param high the first 8 bytes, as a big-endian number
    /// @param low the other 8
    public void add(long high, long low) {
        Check.that(size < MAX, "A lobby holds %s tickets and no more.", MAX);
        if (size == chunks.size() << CHUNK_BITS) {
            chunks.add(new long[CHUNK * 2]);
        }
        long[] chunk = chunks.getLast();
        int at = (size & (CHUNK - 1)) * 2;
        chunk[at] = high;
        chunk[at + 1] = low;
        size++;
    }

    public void add(byte[] hash) {
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        add(bytes.getLong(), bytes.getLong());
    }

    public long high(int index) {
        return chunks.get(index >>> CHUNK_BITS)[(index & (CHUNK - 1)) * 2];
    }

    public long low(int index) {
        return chunks.get(index >>> CHUNK_BITS)[(index & (CHUNK - 1)) * 2 + 1];
    }

    /// The first of them as they stand now; what is added later is not among them.
    public TicketHashes first(int count) {
        Check.that(count <= size, "There are %s tickets, not %s.", size, count);
        return new TicketHashes(List.copyOf(chunks), count);
    }

    int compare(int one, int other) {
        int highs = Long.compareUnsigned(high(one), high(other));
        return highs != 0 ? highs : Long.compareUnsigned(low(one), low(other));
    }
}
