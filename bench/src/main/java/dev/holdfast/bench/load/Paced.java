package dev.holdfast.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One request asked at a steady rate, however slow the answers are: each has its instant, and its latency counts from
/// that instant even when no connection was free. So a server that stands still cannot hide it.
public final class Paced {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final InetSocketAddress server;
    private final byte[] request;
    private final int connections;
    private final long everyNanos;

    private final Latencies latencies = new Latencies();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private int others;
    private long dueNanos;
    private long heardNanos;
    private volatile boolean over;

    /// What came of it.
    ///
    /// @param others answers with another status than 200
    public record Result(int others, double seconds, Latencies.Summary latency) {
        public double perSecond() {
            return latency.answers() / seconds;
        }
    }

    public Paced(InetSocketAddress server, String path, int connections, int perSecond) {
        this.server = server;
        this.connections = connections;
        this.everyNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// Ends a run that another thread began.
    public void stop() {
        over = true;
    }

    /// Asks until it is stopped.
    ///
    /// @throws IOException when the server closes a connection or says nothing for seconds
    public Result run() throws IOException {
        var opened = new ArrayList<Connection>();
        try (var selector = Selector.open()) {
            for (int number = 0; number < connections; number++) {
                var connection = new Connection(server);
                connection.open(selector);
                opened.add(connection);
            }
            long start = System.nanoTime();
            dueNanos = start;
            heardNanos = start;
            var buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
            while (!over) {
                askWhatIsDue();
                turn(selector, buffer);
            }
            return new Result(others, (System.nanoTime() - start) / 1e9, latencies.summary());
        } finally {
            opened.forEach(Connection::close);
        }
    }

    private void askWhatIsDue() throws IOException {
        long now = System.nanoTime();
        while (dueNanos - now <= 0) {
            var connection = idle.poll();
            if (connection == null) {
                return;
            }
            connection.answer.clear();
            connection.busy = true;
            connection.intendedNanos = dueNanos;
            connection.send(ByteBuffer.wrap(request));
            dueNanos += everyNanos;
        }
    }

    private void turn(Selector selector, ByteBuffer buffer) throws IOException {
        selector.select(1);
        long now = System.nanoTime();
        for (var key : List.copyOf(selector.selectedKeys())) {
            var connection = (Connection) key.attachment();
            if (key.isConnectable()) {
                connection.finishOpening(key);
                idle.add(connection);
            } else if (connection.receive(buffer)) {
                others += connection.answer.status() == 200 ? 0 : 1;
                latencies.add(now - connection.intendedNanos);
                heardNanos = now;
                idle.add(connection);
            }
        }
        selector.selectedKeys().clear();
        if (now - heardNanos > PATIENCE_NANOS) {
            throw new IOException("no answer came for " + PATIENCE_NANOS / 1_000_000 + " ms");
        }
    }
}
