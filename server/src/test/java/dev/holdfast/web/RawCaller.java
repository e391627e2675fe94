package dev.holdfast.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A caller who writes and reads as it pleases.
final class RawCaller implements AutoCloseable {
    private final Socket socket = new Socket();

    RawCaller(RunningServer server) throws IOException {
        // Little room on this side, so that an answer that is not read waits on the server's.
        socket.setReceiveBufferSize(4 * 1024);
        socket.connect(new InetSocketAddress("localhost", server.address().getPort()));
    }

    RawCaller say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /// A byte every 100 ms, for ever.
    ///
    /// @return how long until the server hung up
    Duration drip(Duration atMost) {
        long start = System.nanoTime();
        try {
            while (System.nanoTime() - start < atMost.toNanos()) {
                say("x");
                socket.setSoTimeout(100);
                try {
                    if (socket.getInputStream().read() < 0) {
                        break;
                    }
                } catch (SocketTimeoutException silent) {
                    // Still there.
                }
            }
        } catch (IOException hungUp) {
            // As it should.
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// Reads some bytes every 200 ms; none at all where `bytes` is 0.
    ///
    /// @return how long until the server hung up
    Duration sip(int bytes, Duration atMost) throws InterruptedException {
        long start = System.nanoTime();
        byte[] some = new byte[Math.max(bytes, 1)];
        try {
            socket.setSoTimeout(1);
            while (System.nanoTime() - start < atMost.toNanos()) {
                Thread.sleep(200);
                if (bytes == 0) {
                    // What is sent to a socket that was closed comes back as an error.
                    say("\r\n");
                } else if (socket.getInputStream().read(some) < 0) {
                    break;
                }
            }
        } catch (IOException hungUp) {
            // As it should.
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// @return how long until the server hung up on a caller who says nothing
    Duration wait(Duration atMost) throws IOException {
        long start = System.nanoTime();
        socket.setSoTimeout((int) atMost.toMillis());
        try {
            while (socket.getInputStream().read() >= 0) {
                // An answer; what counts is its end.
            }
        } catch (IOException hungUp) {
            // As it should, or too late.
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// The beginning of an answer.
    String answer() throws IOException {
        socket.setSoTimeout(10_000);
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    /// The whole of it, for a caller who asked for the connection's end.
    String all() throws IOException {
        socket.setSoTimeout(10_000);
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
