package dev.holdfast.supply.run;

import dev.holdfast.kernel.Check;
import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.plan.Band;
import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.UnitsThere;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// The line of a run, packed: some two bytes an order, so that a run can be computed again when its line is gone.
///
/// Column by column, because neighbours in a column are alike and that is what packs. Positions and promises are
/// written as differences, every number in groups of seven bits.
final class LinePack {
    private static final int FORMAT = 1;

    /// With the orders whose units are there, after all the rest. A line without any is written as it always was: its
    /// bytes are in the hash of its run.
    private static final int WITH_THERE = 2;

    private static final int GROUP = 7;
    private static final int MORE = 0x80;
    private static final int BUFFER = 1 << 13;
    private static final Band[] BANDS = Band.values();

    private LinePack() {}

    /// The line as bytes that are the same on every machine, and not packed yet.
    @SuppressWarnings("EnumOrdinal") // the bands are part of the format: a new one goes last
    static byte[] plain(RunInput input) {
        var out = new Plain(input.orders());
        out.octet(input.there().isNone() ? FORMAT : WITH_THERE);
        out.number(input.orders());
        out.number(input.floor());
        Line line = input.line();
        long before = 0;
        for (long position : input.position()) {
            out.number(position - before);
            before = position;
        }
        for (int configuration : line.configuration()) {
            out.number(configuration);
        }
        before = 0;
        for (int promised : line.promised()) {
            out.number(promised - before);
            before = promised;
        }
        for (int order = 0; order < line.orders(); order++) {
            out.octet(line.band()[order].ordinal() * 2 + (line.frozen()[order] ? 1 : 0));
        }
        if (!input.there().isNone()) {
            for (int configuration = 0; configuration < input.there().units().length; configuration++) {
                out.number(input.there().units()[configuration]);
                out.number(input.there().furthest()[configuration]);
            }
        }
        return out.bytes();
    }

    /// At the least effort: a tenth larger than at the usual one, in a third of the time that somebody waits for.
    static byte[] pack(byte[] plain) {
        var packed = new ByteArrayOutputStream(plain.length / 2);
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DeflaterOutputStream(packed, deflater, BUFFER)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Nothing is written but memory", impossible);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    static RunInput unpack(byte[] packed, AssembledPlant plant) {
        try (var in = new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)), BUFFER))) {
            int format = in.readByte();
            Check.that(
                    format == FORMAT || format == WITH_THERE,
                    "A packed line has format %s or %s, not %s.",
                    FORMAT,
                    WITH_THERE,
                    format);
            int orders = (int) read(in);
            int floor = (int) read(in);
            var position = new long[orders];
            long before = 0;
            for (int order = 0; order < orders; order++) {
                before += read(in);
                position[order] = before;
            }
            Line line = line(in, orders, floor);
            var there = UnitsThere.none(plant.configurations().size());
            for (int configuration = 0; format == WITH_THERE && configuration < there.units().length; configuration++) {
                there.units()[configuration] = (int) read(in);
                there.furthest()[configuration] = (int) read(in);
            }
            return new RunInput(plant, line, floor, position, there);
        } catch (IOException broken) {
            throw new UncheckedIOException("A packed line cannot be read", broken);
        }
    }

    private static Line line(DataInputStream in, int orders, int floor) throws IOException {
        var line = new Line(new int[orders], new int[orders], new int[orders], new boolean[orders], new Band[orders]);
        for (int order = 0; order < orders; order++) {
            line.configuration()[order] = (int) read(in);
        }
        long before = 0;
        for (int order = 0; order < orders; order++) {
            before += read(in);
            line.promised()[order] = (int) before;
        }
        Arrays.fill(line.notBefore(), floor);
        for (int order = 0; order < orders; order++) {
            int flags = in.readByte();
            line.band()[order] = BANDS[flags / 2];
            line.frozen()[order] = flags % 2 == 1;
        }
        return line;
    }

    private static long read(DataInputStream in) throws IOException {
        long rest = 0;
        int shift = 0;
        int group;
        do {
            group = in.readUnsignedByte();
            rest |= (long) (group & (MORE - 1)) << shift;
            shift += GROUP;
        } while ((group & MORE) != 0);
        return (rest >>> 1) ^ -(rest & 1);
    }

    /// Bytes as they come.
    private static final class Plain {
        private byte[] bytes;
        private int length;

        Plain(int orders) {
            bytes = new byte[BUFFER + 5 * orders];
        }

        /// Small numbers of either sign take one byte.
        void number(long number) {
            long rest = (number << 1) ^ (number >> 63);
            while ((rest & -MORE) != 0) {
                octet((int) (rest & (MORE - 1)) | MORE);
                rest >>>= GROUP;
            }
            octet((int) rest);
        }

        void octet(int value) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, length + (length >> 1));
            }
            bytes[length++] = (byte) value;
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, length);
        }
    }
}
