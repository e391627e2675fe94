package dev.holdfast.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keep-alive connections that each ask the next thing as soon as they are answered, by one thread.
public final class Saturated {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final long PATIENCE_MS = 15_000;

    private final InetSocketAddress server;
    private final int connections;
    private final Conversation conversation;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final Latencies latencies = new Latencies();
    private final List<Connection> silent = new ArrayList<>();
    private int underWay;

    /// What is asked, and what becomes of the answers.
    public interface Conversation {
        /// A whole request, and its number; null: nothing for now.
        @Nullable
        Request next();

        /// @param bytes the answer's, and more; its body lies between `from` and `to`
        void answered(int ticket, int status, byte[] bytes, int from, int to);
    }

    /// @param ticket by which its answer is told
    public record Request(int ticket, ByteBuffer bytes) {}

    /// What one run gave.
    public record Result(double seconds, Latencies.Summary latency) {}

    public Saturated(InetSocketAddress server, int connections, Conversation conversation) {
        this.server = server;
        this.connections = connections;
        this.conversation = conversation;
    }

    /// Asks until there is nothing more to ask and everything is answered.
    ///
    /// @throws IOException when the server closes a connection that waits for it, or says nothing for seconds
    public Result run() throws IOException {
        var opened = new ArrayList<Connection>();
        try (var selector = Selector.open()) {
            for (int number = 0; number < connections; number++) {
                var connection = new Connection(server);
                connection.open(selector);
                opened.add(connection);
            }
            long start = System.nanoTime();
            // All of them are open before the first answer can be the last.
            underWay = connections;
            while (underWay > 0) {
                turn(selector);
            }
            return new Result((System.nanoTime() - start) / 1e9, latencies.summary());
        } finally {
            opened.forEach(Connection::close);
        }
    }

    private void turn(Selector selector) throws IOException {
        if (selector.select(PATIENCE_MS) == 0) {
            throw new IOException("no answer came for " + PATIENCE_MS + " ms");
        }
        for (var key : List.copyOf(selector.selectedKeys())) {
            var connection = (Connection) key.attachment();
            if (key.isConnectable()) {
                connection.finishOpening(key);
                underWay--;
                silent.add(connection);
            } else {
                receive(connection);
            }
        }
        selector.selectedKeys().clear();
        while (!silent.isEmpty() && ask(silent.getLast())) {
            silent.removeLast();
        }
    }

    private void receive(Connection connection) throws IOException {
        try {
            if (connection.receive(buffer)) {
                hear(connection);
            }
        } catch (IOException closed) {
            if (connection.busy) {
                throw closed;
            }
            // A server closes what has been silent for some seconds.
            silent.remove(connection);
            connection.close();
        }
    }

    private void hear(Connection connection) {
        latencies.add(System.nanoTime() - connection.sentNanos);
        connection.busy = false;
        underWay--;
        silent.add(connection);
        Answer answer = connection.answer;
        conversation.answered(connection.ticket, answer.status(), answer.bytes(), answer.bodyFrom(), answer.bodyTo());
    }

    /// @return false: there is nothing to ask
    private boolean ask(Connection connection) throws IOException {
        Request request = conversation.next();
        if (request == null) {
            return false;
        }
        connection.answer.clear();
        connection.busy = true;
        connection.ticket = request.ticket();
        connection.sentNanos = System.nanoTime();
        connection.send(request.bytes());
        underWay++;
        return true;
    }
}
