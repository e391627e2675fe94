package dev.holdfast.bench.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One caller's connection, which says what it is told to, byte by byte: a client library would correct it.
final class Wire implements AutoCloseable {
    /// Longer than anything may take, the cut of a slow caller among it.
    private static final int MAX_WAIT_MS = 30_000;

    /// What a request that is not whole waits for at most: nobody owes it an answer.
    private static final int MAX_WAIT_ODD_MS = 1_000;

    private static final int MAX_LINE = 64 * 1024;

    private final InetSocketAddress server;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    Wire(InetSocketAddress server) {
        this.server = server;
    }

    /// Sends it on a connection of its own when it is odd: what is left of it would be read as the next request.
    Answer ask(Request request) throws IOException {
        if (request.odd()) {
            close();
        }
        byte[] bytes = request.bytes("localhost:" + server.getPort());
        boolean used = socket != null;
        Answer answer = attempt(request, bytes);
        if (answer.status() == 0 && used) {
            // The connection may have been closed while it was idle; that is the server's right.
            answer = attempt(request, bytes);
        }
        if (request.odd()) {
            close();
        }
        return answer;
    }

    private Answer attempt(Request request, byte[] bytes) throws IOException {
        Socket open = connected();
        InputStream from = in;
        if (from == null) {
            return Answer.NONE;
        }
        try {
            open.setSoTimeout(request.odd() ? MAX_WAIT_ODD_MS : MAX_WAIT_MS);
            try {
                open.getOutputStream().write(bytes);
            } catch (IOException refused) {
                // The server may answer, and hang up, before it has read a body it does not want.
            }
            Answer answer = read(from, request.method().equals("HEAD"));
            if (!answer.came() || answer.header("connection").equalsIgnoreCase("close")) {
                close();
            }
            return answer;
        } catch (SocketTimeoutException late) {
            close();
            return Answer.LATE;
        } catch (IOException hungUp) {
            close();
            return Answer.NONE;
        }
    }

    private Socket connected() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket();
            open.setTcpNoDelay(true);
            open.connect(server, MAX_WAIT_MS);
            socket = open;
            in = new BufferedInputStream(open.getInputStream());
        }
        return open;
    }

    private static Answer read(InputStream in, boolean headOnly) throws IOException {
        String line = line(in);
        if (line == null) {
            return Answer.NONE;
        }
        String[] words = line.split(" ", 3);
        int status = words.length > 1 && words[1].matches("\\d{3}") ? Integer.parseInt(words[1]) : 999;
        Map<String, String> headers = new HashMap<>();
        for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
            int colon = Math.max(header.indexOf(':'), 0);
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        if (status < 200) {
            return read(in, headOnly);
        }
        boolean empty = headOnly || status == 204 || status == 304;
        return new Answer(status, headers, empty ? "" : new String(body(in, headers), UTF_8));
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            for (int size = chunk(in); size > 0; size = chunk(in)) {
                whole.writeBytes(in.readNBytes(size));
                line(in);
            }
            line(in);
            return whole.toByteArray();
        }
        String length = headers.get("content-length");
        return length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    }

    private static int chunk(InputStream in) throws IOException {
        String size = line(in);
        return size == null ? 0 : Integer.parseInt(size, 16);
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (next != '\r' && line.size() < MAX_LINE) {
                line.write(next);
            }
        }
        return line.toString(ISO_8859_1);
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        in = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It is given up either way.
            }
        }
    }
}
