package dev.holdfast.bench.server;

import dev.holdfast.bench.check.Book;
import java.io.IOException;
import java.sql.SQLException;

/// Reads one launch's book back after a run: from the database where that is in reach, else as an operator.
public interface BookReader {
    Book read(String launch) throws IOException, SQLException, InterruptedException;

    /// Whether a payment was made in the rush on this launch, by its number.
    static boolean isOf(String launch, String payment) {
        return payment.startsWith("pay-" + launch + "-");
    }
}
