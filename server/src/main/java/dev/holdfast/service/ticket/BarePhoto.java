package dev.holdfast.service.ticket;

import dev.holdfast.kernel.Photograph;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A photo without what a camera wrote beside the picture: where and when it was taken, with whose device.
///
/// An owner shows a store a scratch, and not where they live. Only which way is up is kept, since else a
/// browser would show many photos lying on their side. What stands behind the picture's end, where some
/// devices hide a second one or a film, is left out too.
final class BarePhoto {
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final int ORIENTATION = 0x0112;

    /// Chunks that say how a picture looks; those with words, times and places are others.
    private static final Set<String> SHOWN = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "acTL",
            "fcTL", "fdAT");

    private final ByteBuffer from;
    private final ByteArrayOutputStream to = new ByteArrayOutputStream();

    private BarePhoto(byte[] bytes) {
        this.from = ByteBuffer.wrap(bytes);
    }

    /// @throws dev.holdfast.kernel.Problem INVALID when it ends before its picture does
    static Photograph of(Photograph photo) {
        BarePhoto bare = new BarePhoto(photo.bytes());
        try {
            if (photo.type().equals(Photograph.JPEG)) {
                bare.jpeg();
            } else {
                bare.png();
            }
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException cut) {
            throw Photograph.invalid("The photo is not whole. Send it again.");
        }
        return new Photograph(photo.type(), bare.to.toByteArray());
    }

    private void png() {
        copy(8);
        boolean more = true;
        while (more) {
            int length = from.getInt();
            byte[] name = take(4);
            byte[] rest = take(Math.addExact(length, 4));
            String chunk = new String(name, StandardCharsets.US_ASCII);
            if (SHOWN.contains(chunk)) {
                to.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
                to.writeBytes(name);
                to.writeBytes(rest);
            }
            more = !chunk.equals("IEND");
        }
    }

    private void jpeg() {
        copy(2);
        int marker = marker();
        while (marker != 0xD9) {
            byte[] segment = take((from.getShort() & 0xFFFF) - 2);
            if (marker == 0xE1) {
                upright(segment);
            } else if (isPicture(marker)) {
                write(marker, segment);
            }
            marker = marker == 0xDA ? scan() : marker();
        }
        to.write(0xFF);
        to.write(0xD9);
    }

    /// Of the applications' own, how its colours are meant; no comment.
    private static boolean isPicture(int marker) {
        boolean application = marker >= 0xE0 && marker <= 0xEF;
        return marker != 0xFE && (!application || marker == 0xE0 || marker == 0xE2 || marker == 0xEE);
    }

    private int marker() {
        if ((from.get() & 0xFF) != 0xFF) {
            throw new IllegalArgumentException("no marker");
        }
        int marker = from.get() & 0xFF;
        while (marker == 0xFF) {
            marker = from.get() & 0xFF;
        }
        return marker;
    }

    /// Copies the picture's own data.
    ///
    /// @return the marker behind it
    private int scan() {
        while (true) {
            int one = from.get() & 0xFF;
            if (one == 0xFF) {
                int next = from.get() & 0xFF;
                while (next == 0xFF) {
                    next = from.get() & 0xFF;
                }
                boolean data = next == 0 || (next >= 0xD0 && next <= 0xD7);
                if (!data) {
                    return next;
                }
                to.write(one);
                one = next;
            }
            to.write(one);
        }
    }

    private void upright(byte[] segment) {
        Integer orientation = orientation(segment);
        if (orientation != null && orientation > 1 && orientation <= 8) {
            ByteBuffer kept = ByteBuffer.allocate(EXIF.length + 26).put(EXIF);
            kept.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
            kept.putShort((short) 1)
                    .putShort((short) ORIENTATION)
                    .putShort((short) 3)
                    .putInt(1);
            kept.putShort(orientation.shortValue()).putShort((short) 0).putInt(0);
            write(0xE1, kept.array());
        }
    }

    /// Null: it does not say.
    private static @Nullable Integer orientation(byte[] segment) {
        boolean exif =
                segment.length >= EXIF.length + 8 && Arrays.equals(segment, 0, EXIF.length, EXIF, 0, EXIF.length);
        if (!exif) {
            return null;
        }
        ByteBuffer tags = ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length)
                .slice();
        tags.order(tags.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        try {
            int at = tags.getInt(4);
            int count = tags.getShort(at) & 0xFFFF;
            for (int tag = at + 2; tag < at + 2 + 12 * count; tag += 12) {
                if ((tags.getShort(tag) & 0xFFFF) == ORIENTATION) {
                    return tags.getShort(tag + 8) & 0xFFFF;
                }
            }
        } catch (IndexOutOfBoundsException cut) {
            // What it says of itself is nobody's concern: the picture is.
        }
        return null;
    }

    private void write(int marker, byte[] segment) {
        to.write(0xFF);
        to.write(marker);
        to.writeBytes(
                ByteBuffer.allocate(2).putShort((short) (segment.length + 2)).array());
        to.writeBytes(segment);
    }

    private void copy(int bytes) {
        to.writeBytes(take(bytes));
    }

    private byte[] take(int bytes) {
        if (bytes < 0 || bytes > from.remaining()) {
            throw new IllegalArgumentException("cut short");
        }
        byte[] taken = new byte[bytes];
        from.get(taken);
        return taken;
    }
}
