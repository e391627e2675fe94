package dev.holdfast.launch.copy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Rows for `COPY .. FROM STDIN` in PostgreSQL's text format: the cheapest way to hand over many rows at once.
public final class CopyRows {
    private final String copy;
    private final StringBuilder text = new StringBuilder(4096);
    private boolean startOfRow = true;

    /// @param copy the whole statement
    public CopyRows(String copy) {
        this.copy = copy;
    }

    public CopyRows add(@Nullable Object value) {
        if (!startOfRow) {
            text.append('\t');
        }
        startOfRow = false;
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof String string) {
            escape(string);
        } else {
            // Numbers, booleans, UUIDs, ISO dates and instants hold nothing to escape.
            text.append(value);
        }
        return this;
    }

    public void endRow() {
        text.append('\n');
        startOfRow = true;
    }

    public void into(Connection connection) throws SQLException {
        if (text.isEmpty()) {
            return;
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, new ByteArrayInputStream(bytes));
        } catch (IOException fromMemory) {
            throw new UncheckedIOException(fromMemory);
        }
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
