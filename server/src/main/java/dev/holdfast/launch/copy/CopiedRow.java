package dev.holdfast.launch.copy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/// A row of `COPY .. TO STDOUT (FORMAT BINARY)`, read field by field in the order of the columns: the
/// cheapest way to take over very many rows, as nothing is made of a field but the number that it is.
public final class CopiedRow {
    /// The signature, flags and the length of an extension that PostgreSQL does not use.
    private static final int HEADER = 19;

    /// PostgreSQL counts days from 2000-01-01.
    private static final int DAYS_BEFORE_2000 = 10_957;

    private ByteBuffer bytes = ByteBuffer.allocate(0);

    private CopiedRow() {}

    /// What is done with each row.
    public interface Each {
        void row(CopiedRow row) throws SQLException;
    }

    /// @param copy the whole statement
    public static void each(Connection connection, String copy, Each each) throws SQLException {
        CopyOut out = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy);
        try {
            CopiedRow row = new CopiedRow();
            boolean first = true;
            // The protocol says that a message of the server is a row; the first one begins with the header.
            for (byte[] message = out.readFromCopy(); message != null; message = out.readFromCopy()) {
                row.bytes = ByteBuffer.wrap(message);
                if (first) {
                    row.bytes.position(HEADER);
                    first = false;
                }
                if (row.bytes.remaining() >= Short.BYTES && row.bytes.getShort() >= 0) {
                    each.row(row);
                }
            }
        } finally {
            if (out.isActive()) {
                out.cancelCopy();
            }
        }
    }

    public int nextInt() {
        return next() < 0 ? 0 : bytes.getInt();
    }

    /// Null is 0.
    public long nextLong() {
        return next() < 0 ? 0 : bytes.getLong();
    }

    public boolean nextBoolean() {
        return next() > 0 && bytes.get() != 0;
    }

    /// A date as days since 1970-01-01.
    ///
    /// @param none in place of null
    public int nextDay(int none) {
        return next() < 0 ? none : bytes.getInt() + DAYS_BEFORE_2000;
    }

    /// Begins a UUID: both its halves have to be read after it, by [#half()].
    public void nextUuid() {
        next();
    }

    public long half() {
        return bytes.getLong();
    }

    /// A text as its number in a list of texts.
    ///
    /// @param none in place of null
    public int nextText(Texts texts, int none) {
        int length = next();
        if (length < 0) {
            return none;
        }
        int number = texts.number(bytes.array(), bytes.position(), length);
        bytes.position(bytes.position() + length);
        return number;
    }

    /// The length of the next field, -1: null.
    private int next() {
        return bytes.getInt();
    }

    static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }
}
