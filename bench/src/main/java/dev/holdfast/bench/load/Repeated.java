package dev.holdfast.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One request asked over and over on keep-alive connections, each of which asks again as soon as it is answered: how
/// many answers a second a server has in it.
public final class Repeated {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final long PATIENCE_MS = 5_000;

    private final InetSocketAddress server;
    private final byte[] request;
    private final int connections;

    private int answers;
    private int others;
    private long bytes;

    /// What one run gave.
    ///
    /// @param others answers with another status than 200
    /// @param bytes  of all bodies
    public record Result(int answers, int others, long bytes, double seconds, Latencies.Summary latency) {
        public double perSecond() {
            return answers / seconds;
        }
    }

    public Repeated(InetSocketAddress server, String path, int connections) {
        this.server = server;
        this.connections = connections;
        this.request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// @throws IOException when the server closes a connection or does not answer for seconds
    public Result run(int seconds) throws IOException {
        answers = 0;
        others = 0;
        bytes = 0;
        var latencies = new Latencies();
        var opened = new ArrayList<Connection>();
        try (var selector = Selector.open()) {
            for (int number = 0; number < connections; number++) {
                var connection = new Connection(server);
                connection.open(selector);
                opened.add(connection);
            }
            long start = System.nanoTime();
            long end = start + TimeUnit.SECONDS.toNanos(seconds);
            var buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
            while (System.nanoTime() < end) {
                turn(selector, buffer, latencies);
            }
            return new Result(answers, others, bytes, (System.nanoTime() - start) / 1e9, latencies.summary());
        } finally {
            opened.forEach(Connection::close);
        }
    }

    private void turn(Selector selector, ByteBuffer buffer, Latencies latencies) throws IOException {
        if (selector.select(PATIENCE_MS) == 0) {
            throw new IOException("no answer came for " + PATIENCE_MS + " ms");
        }
        for (var key : List.copyOf(selector.selectedKeys())) {
            var connection = (Connection) key.attachment();
            if (key.isConnectable()) {
                connection.finishOpening(key);
                ask(connection);
            } else if (connection.receive(buffer)) {
                count(connection, latencies);
                ask(connection);
            }
        }
        selector.selectedKeys().clear();
    }

    private void ask(Connection connection) throws IOException {
        connection.answer.clear();
        connection.busy = true;
        connection.sentNanos = System.nanoTime();
        connection.send(ByteBuffer.wrap(request));
    }

    private void count(Connection connection, Latencies latencies) {
        var answer = connection.answer;
        answers++;
        bytes += answer.bodyTo() - answer.bodyFrom();
        if (answer.status() != 200) {
            others++;
        }
        latencies.add(System.nanoTime() - connection.sentNanos);
    }
}
