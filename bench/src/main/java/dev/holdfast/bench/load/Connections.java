package dev.holdfast.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The connections that fans share: opened when somebody waits for one, reused last in first out.
///
/// A server closes what has been idle for some seconds. What nobody needs then stays closed: opening a thousand
/// at once overruns the server's accept queue, and each that it drops waits seconds for its next try.
final class Connections {
    /// Below the usual accept queue of 100.
    private static final int MAX_OPENING = 64;
    /// Before a server that refused is tried again.
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final List<Connection> all = new ArrayList<>();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Deque<Connection> closed = new ArrayDeque<>();
    private int opening;
    private long reopenAt = Long.MIN_VALUE;

    Connections(List<InetSocketAddress> servers, int count) {
        for (int i = 0; i < count; i++) {
            all.add(new Connection(servers.get(i % servers.size())));
        }
        closed.addAll(all);
    }

    /// Begins to open as many as are missing for so many requests that wait.
    void open(Selector selector, int waiting, long now) {
        if (now < reopenAt) {
            return;
        }
        int missing = Math.min(waiting - idle.size() - opening, MAX_OPENING - opening);
        for (int i = Math.min(missing, closed.size()); i > 0; i--) {
            Connection connection = closed.removeFirst();
            opening++;
            try {
                connection.open(selector);
            } catch (IOException e) {
                failed(connection, now);
            }
        }
    }

    /// The system has an answer to an attempt to open.
    void opened(Connection connection, SelectionKey key, long now) {
        try {
            connection.finishOpening(key);
            opening--;
            idle.add(connection);
        } catch (IOException e) {
            failed(connection, now);
        }
    }

    /// One dead server of two must not hold up the other: its connections go to the end of those that wait.
    private void failed(Connection connection, long now) {
        opening--;
        reopenAt = now + PAUSE;
        gone(connection);
    }

    boolean noneIdle() {
        return idle.isEmpty();
    }

    Connection take() {
        return idle.removeLast();
    }

    /// The connection has done its request and can take another.
    void free(Connection connection) {
        idle.add(connection);
    }

    /// The connection is lost.
    void gone(Connection connection) {
        if (!connection.busy) {
            idle.remove(connection);
        }
        connection.close();
        closed.addLast(connection);
    }

    void close() {
        all.forEach(Connection::close);
    }
}
