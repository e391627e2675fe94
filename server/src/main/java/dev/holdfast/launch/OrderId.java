package dev.holdfast.launch;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The identity of an order: a version 8 UUID that carries the number of its launch and its position.
///
/// Knowing the launch lets a payment find its line without a look-up, and ids that grow with the line keep the
/// primary key's index appending at one end: random ids cost a page each once the book outgrows memory. The lower
/// 62 bits are random, so an id cannot be guessed from a position.
public record OrderId(UUID value) {
    private static final int POSITION_BITS = 40;
    private static final long MAX_POSITION = (1L << POSITION_BITS) - 1;
    /// The launch number fills what is left of the 60 free bits of the upper half.
    public static final int MAX_LAUNCH = (1 << 20) - 1;

    /// @param random 62 bits of it are used
    public static OrderId of(int launch, long position, long random) {
        long bits = ((long) launch << POSITION_BITS) | (position & MAX_POSITION);
        long upper = (bits >>> 12 << 16) | 0x8000L | (bits & 0xFFFL);
        long lower = (random >>> 2) | 0x8000_0000_0000_0000L;
        return new OrderId(new UUID(upper, lower));
    }

    /// No id of the launch is smaller.
    public static OrderId first(int launch) {
        return of(launch, 0, 0);
    }

    /// No id of the launch is larger.
    public static OrderId last(int launch) {
        return of(launch, MAX_POSITION, -1);
    }

    /// The position in the first half of an id.
    public static long position(long high) {
        return bits(high) & MAX_POSITION;
    }

    /// The id that a text names, or nothing when it cannot be one of ours.
    public static Optional<OrderId> parse(@Nullable String text) {
        if (text == null || text.length() != 36) {
            return Optional.empty();
        }
        try {
            UUID value = UUID.fromString(text);
            return value.version() == 8 && value.variant() == 2 ? Optional.of(new OrderId(value)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /// The number of the launch whose line this order stands in.
    public int launch() {
        return (int) (bits() >>> POSITION_BITS);
    }

    /// The position it was given when it entered the line.
    public long position() {
        return position(value.getMostSignificantBits());
    }

    private long bits() {
        return bits(value.getMostSignificantBits());
    }

    private static long bits(long upper) {
        return (upper >>> 16 << 12) | (upper & 0xFFFL);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
