package dev.holdfast.bench.server;

import dev.holdfast.bench.check.Book;
import java.io.IOException;
import java.sql.SQLException;

/// Reads one launch's book back after a run: from the database where that is in reach, else as an operator.
public interface BookReader {
    Book read(String launch) throws IOException, SQLException, InterruptedException;
}
