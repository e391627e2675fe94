package dev.holdfast.bench.load;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// A growing byte array with the few appends that an HTTP message needs, none of which allocates.
final class Bytes {
    private byte[] bytes = new byte[1 << 10];
    private int length;

    Bytes clear() {
        length = 0;
        return this;
    }

    Bytes ascii(String text) {
        grow(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
        return this;
    }

    Bytes bytes(byte[] more) {
        return bytes(more, 0, more.length);
    }

    Bytes bytes(byte[] more, int from, int count) {
        grow(count);
        System.arraycopy(more, from, bytes, length, count);
        length += count;
        return this;
    }

    /// Takes everything the buffer holds.
    Bytes drain(ByteBuffer buffer) {
        int count = buffer.remaining();
        grow(count);
        buffer.get(bytes, length, count);
        length += count;
        return this;
    }

    /// Decimal digits of a number that is not negative.
    Bytes number(long value) {
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        grow(digits);
        long rest = value;
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    private void grow(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
