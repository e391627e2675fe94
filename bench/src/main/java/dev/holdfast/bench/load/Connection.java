package dev.holdfast.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// One keep-alive connection with at most one request under way, as one fan's browser would use it.
final class Connection {
    final Answer answer = new Answer();
    private final InetSocketAddress server;
    private @Nullable SocketChannel channel;
    /// The request under way, when it left, and when it was meant to leave; meaningless while idle.
    int ticket;

    long sentNanos;
    long intendedNanos;
    boolean busy;

    Connection(InetSocketAddress server) {
        this.server = server;
    }

    /// Begins to connect, without waiting for the server.
    void open(Selector selector) throws IOException {
        SocketChannel opened = SocketChannel.open();
        channel = opened;
        answer.clear();
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.configureBlocking(false);
        opened.connect(server);
        opened.register(selector, SelectionKey.OP_CONNECT, this);
    }

    void finishOpening(SelectionKey key) throws IOException {
        SocketChannel opened = channel;
        if (opened == null || !opened.finishConnect()) {
            throw new IOException("the server did not take the connection");
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    void close() {
        SocketChannel open = channel;
        channel = null;
        busy = false;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // The connection is given up either way.
            }
        }
    }

    /// Sends one whole request. It is smaller than the socket's empty buffer, so the loop runs once.
    void send(ByteBuffer request) throws IOException {
        SocketChannel open = channel;
        if (open == null) {
            throw new IOException("the connection is closed");
        }
        while (request.hasRemaining()) {
            open.write(request);
        }
    }

    /// Takes what has arrived. True when the answer is complete.
    boolean receive(ByteBuffer buffer) throws IOException {
        SocketChannel open = channel;
        if (open == null) {
            return false;
        }
        buffer.clear();
        if (open.read(buffer) < 0) {
            throw new IOException("the server closed the connection");
        }
        buffer.flip();
        answer.received().drain(buffer);
        return busy && answer.complete();
    }
}
