package dev.holdfast.web.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.holdfast.kernel.SheetText;
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
                SheetText.safe(order.member()),
                order.state().name(),
                SheetText.safe(order.offer()),
                SheetText.safe(order.region()),
                SheetText.safe(order.store()),
                SheetText.safe(order.channel()),
                SheetText.safe(order.referral()),
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

    private static String from(@Nullable Window window) {
        return window == null ? "" : window.from().toString();
    }
}
