package dev.holdfast.service.work;

import dev.holdfast.delivery.network.Network;
import dev.holdfast.kernel.Problem;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.supply.RowReading;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of parts for those who work where they are.
public final class Parts {
    public static final int MAX_FILE_BYTES = 256 * 1024;
    public static final int MAX_PAGE = 1_000;

    private static final int MAX_ROWS = 1_000;
    private static final int MAX_CODE = 64;
    private static final int MAX_QUANTITY = 100_000;

    private final Network network;
    private final StockStore stock;
    private final Reserving reserving;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Parts(
            Network network,
            StockStore stock,
            Reserving reserving,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.network = network;
        this.stock = stock;
        this.reserving = reserving;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param received rows that were taken; the others were told before
    /// @param served how often a work order that waited got its part
    public record Told(int received, int served) {}

    private record Row(
            String part,
            String note,
            int quantity,
            @Nullable LocalDate expectedOn) {}

    /// @throws Problem FORBIDDEN when they do not work there
    public List<Stock> at(String place, int limit, String clerk) {
        network.admit(clerk, place);
        return stock.ofPlace(place, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// Writes down what came, each row of a delivery note once however often it is told, and when more is
    /// expected.
    /// What came goes to whoever waits for it, in order.
    ///
    /// @throws Problem FORBIDDEN when they do not work there; INVALID with every fault, and nothing changed
    public Told tell(String place, MasterRows rows, String clerk) {
        network.admit(clerk, place);
        RowReading reading = new RowReading("parts", "part", "note,quantity,expectedOn", rows);
        List<Row> told = read(reading);
        if (reading.isFaulty()) {
            throw new Problem(Problem.Kind.INVALID, "invalid_parts", reading.detail(), reading.faults());
        }
        return Objects.requireNonNull(transactions.execute(status -> tell(place, told, clerk, clock.instant())));
    }

    private Told tell(String place, List<Row> told, String clerk, Instant now) {
        int received = 0;
        int served = 0;
        for (Row row : told) {
            if (row.quantity() == 0) {
                stock.expect(place, row.part(), row.expectedOn());
            } else if (stock.receipt(place, row.note(), row.part(), row.quantity(), clerk, now)) {
                stock.receive(place, row.part(), row.quantity());
                stock.expect(place, row.part(), row.expectedOn());
                served += reserving.serve(place, row.part()).size();
                received++;
            }
        }
        network.act(clerk, place, "tell_parts", null, told.size() + " rows, " + received + " received");
        return new Told(received, served);
    }

    /// In the order of their names, as work orders lock them.
    private static List<Row> read(RowReading reading) {
        List<Row> told = new ArrayList<>();
        reading.each(row -> {
            String part = row.name("part");
            String note = row.text("note").strip();
            int quantity = row.text("quantity").isEmpty() ? 0 : (int) row.whole("quantity", 0, MAX_QUANTITY);
            if (part.length() > MAX_CODE || note.length() > MAX_CODE) {
                row.refuse("part", "must be, as note, of at most " + MAX_CODE + " characters");
            } else if (quantity > 0 && note.isEmpty()) {
                row.refuse("note", "must name the delivery note, so that it counts once");
            } else if (told.size() == MAX_ROWS) {
                row.refuse("part", "is one too many: there may be " + MAX_ROWS);
            }
            LocalDate expected = null;
            try {
                expected = row.text("expectedOn").isEmpty() ? null : LocalDate.parse(row.text("expectedOn"));
            } catch (DateTimeException unreadable) {
                row.refuse("expectedOn", "must be a day such as 2027-03-01");
            }
            if (row.isGood()) {
                told.add(new Row(part, note, quantity, expected));
            }
        });
        told.sort(Comparator.comparing(Row::part));
        return told;
    }
}
