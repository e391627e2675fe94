package dev.holdfast.web.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.Window;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/// Orders as rows of a CSV file, for a spreadsheet or another program.
final class OrderRows implements AutoCloseable {
    private final CsvWriter csv;

    OrderRows(Writer writer) {
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        csv.writeRecord(
                "position",
                "order",
                "member",
                "state",
                "offer",
                "region",
                "store",
                "channel",
                "referral",
                "heldAt",
                "placedAt",
                "promiseFrom",
                "promiseTo",
                "firstPromiseFrom",
                "price",
                "deposit",
                "currency");
    }

    void write(Order order) {
        csv.writeRecord(
                String.valueOf(order.position()),
                order.id().toString(),
                safe(order.member()),
                order.state().name(),
                safe(order.offer()),
                safe(order.region()),
                safe(order.store()),
                safe(order.channel()),
                safe(order.referral()),
                order.heldAt().toString(),
                order.placedAt() == null ? "" : order.placedAt().toString(),
                from(order.promise()),
                order.promise() == null ? "" : order.promise().to().toString(),
                from(order.first().promise()),
                String.valueOf(order.price().amount()),
                String.valueOf(order.deposit().amount()),
                order.price().currency());
    }

    /// Writes what is still in memory, and closes the writer it was given.
    @Override
    public void close() throws IOException {
        csv.close();
    }

    /// A spreadsheet runs what begins like a formula, and fans choose what they are called and whom they name: such a
    /// text gets an apostrophe in front, which spreadsheets do not show.
    static String safe(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return switch (text.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r', '\n' -> "'" + text;
            default -> text;
        };
    }

    private static String from(@Nullable Window window) {
        return window == null ? "" : window.from().toString();
    }
}
