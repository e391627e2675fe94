package dev.holdfast.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/// One keep-alive connection that asks and waits, for one thread. Every peer that speaks HTTP is asked
/// through it, so that none pays for another client than the others.
public final class Talk implements AutoCloseable {
    private static final int MAX_WAIT_MS = 120_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Answer answer = new Answer();
    private final byte[] buffer = new byte[1 << 13];

    public Talk(InetSocketAddress server) throws IOException {
        socket = new Socket(server.getAddress(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(MAX_WAIT_MS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /// Sends one whole request and returns the status of its answer.
    public int ask(byte[] request) throws IOException {
        answer.clear();
        out.write(request);
        do {
            int count = in.read(buffer);
            if (count < 0) {
                throw new IOException("the server closed the connection");
            }
            answer.received().drain(ByteBuffer.wrap(buffer, 0, count));
        } while (!answer.complete());
        return answer.status();
    }

    /// Of the last answer.
    public String body() {
        return answer.body();
    }

    /// Everything received for the last answer, its head included.
    public String head() {
        return new String(answer.bytes(), 0, answer.bodyFrom(), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
