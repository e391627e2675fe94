package dev.holdfast.bench.intake;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/// One way to take orders for units of which there are too few: durable before the answer, and no unit sold
/// twice.
interface Peer extends AutoCloseable {
    String name();

    /// What it does for an order and what it leaves out, so that nobody compares a statement with a product
    /// unawares.
    String does();

    /// Puts so many units of a fresh article on sale.
    void stock(String article, int units) throws IOException, SQLException, InterruptedException;

    /// Somebody who orders, on a connection of their own; not for two threads.
    Buyer buyer(String article) throws IOException, SQLException;

    /// How many orders for the article the peer itself has afterwards.
    long sold(String article) throws IOException, SQLException, InterruptedException;

    /// Processor time of the peer and of its database so far, without that of whoever orders.
    Duration cpu();

    @Override
    void close() throws IOException;

    /// One buyer after another on one connection.
    interface Buyer extends AutoCloseable {
        /// Everything that comes before the order itself where the peer needs that (a basket, an address), so
        /// that a crowd of buyers can press at one instant.
        default void prepare(String member) throws IOException, SQLException {}

        /// Orders one unit. Returns when the answer is there.
        Answer order(String member) throws IOException, SQLException;

        @Override
        void close() throws IOException;
    }

    enum Answer {
        TAKEN,
        SOLD_OUT,
        /// Neither: an error, a deadlock, a time-out.
        FAILED
    }
}
