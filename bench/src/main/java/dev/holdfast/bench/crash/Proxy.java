package dev.holdfast.bench.crash;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between a server and its PostgreSQL and breaks their talk on demand.
///
/// It reads PostgreSQL's side of the protocol message by message, so that it can lose exactly the answer that says
/// that a transaction is committed: by then it is, and the server must not conclude that it is not.
final class Proxy implements AutoCloseable {
    private static final byte COMMAND_COMPLETE = 'C';
    private static final byte[] COMMIT = "COMMIT\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH_BYTES = 4;

    private final int databasePort;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answersToLose = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile int delayMs;
    private volatile boolean refuses;

    Proxy(int databasePort) throws IOException {
        this.databasePort = databasePort;
        this.door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /// Loses the next answers to COMMIT, each together with its connection.
    void loseAnswersToCommit(int count) {
        answersToLose.set(count);
    }

    int lost() {
        return lost.get();
    }

    /// Holds every message of PostgreSQL back for so long; 0 ends it.
    void delay(int milliseconds) {
        delayMs = milliseconds;
    }

    /// Cuts all connections and takes no new one until it is mended.
    void cut() {
        refuses = true;
        open.forEach(Proxy::close);
    }

    void mend() {
        refuses = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket server = door.accept();
                if (refuses) {
                    close(server);
                } else {
                    join(server);
                }
            } catch (IOException closedOrRefused) {
                // PostgreSQL is away, or the proxy is closed: whoever came finds the connection closed.
            }
        }
    }

    private void join(Socket server) throws IOException {
        open.add(server);
        try {
            var database = new Socket(InetAddress.getLoopbackAddress(), databasePort);
            open.add(database);
            server.setTcpNoDelay(true);
            database.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> until(server, database, this::questions));
            Thread.ofVirtual().start(() -> until(database, server, this::answers));
        } catch (IOException away) {
            close(server);
            throw away;
        }
    }

    /// Carries one direction.
    @FunctionalInterface
    private interface Carrying {
        void carry(InputStream from, OutputStream to) throws IOException, InterruptedException;
    }

    private void until(Socket from, Socket to, Carrying carrying) {
        try {
            carrying.carry(from.getInputStream(), to.getOutputStream());
        } catch (IOException gone) {
            // One side hung up, and the other learns it below.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private void questions(InputStream from, OutputStream to) throws IOException {
        from.transferTo(to);
    }

    private void answers(InputStream from, OutputStream to) throws IOException, InterruptedException {
        var messages = new DataInputStream(from);
        while (true) {
            byte kind = messages.readByte();
            int length = messages.readInt();
            byte[] body = messages.readNBytes(length - LENGTH_BYTES);
            if (kind == COMMAND_COMPLETE && Arrays.equals(body, COMMIT) && losesThisOne()) {
                lost.incrementAndGet();
                return;
            }
            if (delayMs > 0) {
                Thread.sleep(delayMs);
            }
            to.write(whole(kind, length, body));
        }
    }

    private boolean losesThisOne() {
        return answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    private static byte[] whole(byte kind, int length, byte[] body) {
        return java.nio.ByteBuffer.allocate(1 + LENGTH_BYTES + body.length)
                .put(kind)
                .putInt(length)
                .put(body)
                .array();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is given up either way.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(Proxy::close);
    }
}
