package dev.holdfast.supply.run;

import dev.holdfast.kernel.Check;
import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.plan.Band;
import dev.holdfast.supply.plan.Line;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// The line of a run, packed: some two bytes an order, so that a run can be computed again when its line is gone.
///
/// Column by column, because neighbours in a column are alike and that is what packs. Positions and promises are
/// written as differences, every number in groups of seven bits.
final class LinePack {
    private static final int FORMAT = 1;
    private static final int GROUP = 7;
    private static final int MORE = 0x80;
    private static final Band[] BANDS = Band.values();

    private LinePack() {}

    static byte[] pack(RunInput input) {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            write(out, input);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Nothing is written but memory", impossible);
        }
        return packed.toByteArray();
    }

    /// The same bytes before they are packed, which are the same on every machine.
    static void write(OutputStream plain, RunInput input) throws IOException {
        var out = new DataOutputStream(plain);
        out.writeByte(FORMAT);
        write(out, input.orders());
        write(out, input.floor());
        columns(out, input);
        out.flush();
    }

    @SuppressWarnings("EnumOrdinal") // the bands are part of the format: a new one goes last
    private static void columns(DataOutputStream out, RunInput input) throws IOException {
        Line line = input.line();
        long before = 0;
        for (long position : input.position()) {
            write(out, position - before);
            before = position;
        }
        for (int configuration : line.configuration()) {
            write(out, configuration);
        }
        before = 0;
        for (int promised : line.promised()) {
            write(out, promised - before);
            before = promised;
        }
        for (int order = 0; order < line.orders(); order++) {
            out.writeByte(line.band()[order].ordinal() * 2 + (line.frozen()[order] ? 1 : 0));
        }
    }

    static RunInput unpack(byte[] packed, AssembledPlant plant) {
        try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
            int format = in.readByte();
            Check.that(format == FORMAT, "A packed line has format %s, not %s.", FORMAT, format);
            int orders = (int) read(in);
            int floor = (int) read(in);
            var position = new long[orders];
            long before = 0;
            for (int order = 0; order < orders; order++) {
                before += read(in);
                position[order] = before;
            }
            return new RunInput(plant, line(in, orders, floor), floor, position);
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

    /// Small numbers of either sign take one byte.
    private static void write(DataOutputStream out, long number) throws IOException {
        long rest = (number << 1) ^ (number >> 63);
        while ((rest & -MORE) != 0) {
            out.writeByte((int) (rest & (MORE - 1)) | MORE);
            rest >>>= GROUP;
        }
        out.writeByte((int) rest);
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
}
