package dev.holdfast.launch.news;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One POST to a receiver nobody here knows: to the very address that was judged, no redirect followed, no more than a
/// line of the answer read, and all of it within a time.
///
/// The JDK's own client looks names up by itself, so it could be sent elsewhere than where the judge looked.
final class WebhookCall {
    static final Duration WITHIN = Duration.ofSeconds(15);

    private static final int MAX_STATUS_LINE = 1_024;

    private final Destinations destinations;
    private final SSLSocketFactory trusted;

    WebhookCall(Destinations destinations) {
        this(destinations, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /// @param trusted says whose certificates are believed
    WebhookCall(Destinations destinations, SSLSocketFactory trusted) {
        this.destinations = destinations;
        this.trusted = trusted;
    }

    /// @return the status of the answer
    int post(URI url, Map<String, String> headers, byte[] body) throws IOException {
        long end = System.nanoTime() + WITHIN.toNanos();
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(destinations.address(url), port(url)), leftMs(end));
            plain.setSoTimeout(leftMs(end));
            if (!"https".equals(url.getScheme())) {
                return post(plain, url, headers, body, end);
            }
            try (Socket secured = secured(plain, url)) {
                return post(secured, url, headers, body, end);
            }
        }
    }

    private static int post(Socket socket, URI url, Map<String, String> headers, byte[] body, long end)
            throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(head(url, headers, body.length).getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
        return status(socket, end);
    }

    /// The certificate must be the name's, not the address's.
    private Socket secured(Socket plain, URI url) throws IOException {
        SSLSocket secured = (SSLSocket) trusted.createSocket(plain, url.getHost(), port(url), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static String head(URI url, Map<String, String> headers, int length) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        StringBuilder head = new StringBuilder("POST ")
                .append(path)
                .append(url.getRawQuery() == null ? "" : "?" + url.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(url.getRawAuthority())
                .append("\r\nContent-Type: application/json\r\nUser-Agent: holdfast\r\nConnection: close\r\n")
                .append("Content-Length: ")
                .append(length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private static int status(Socket socket, long end) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = read(socket, in, end); next != '\n'; next = read(socket, in, end)) {
            if (next < 0 || line.size() == MAX_STATUS_LINE) {
                throw new IOException("The answer is no HTTP.");
            }
            line.write(next);
        }
        String[] words = line.toString(StandardCharsets.ISO_8859_1).strip().split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5]\\d\\d")) {
            throw new IOException("The answer is no HTTP.");
        }
        return Integer.parseInt(words[1]);
    }

    /// Byte by byte, each with what is left of the time: who answers a byte a second is not waited for either.
    private static int read(Socket socket, InputStream in, long end) throws IOException {
        socket.setSoTimeout(leftMs(end));
        return in.read();
    }

    private static int leftMs(long end) throws SocketTimeoutException {
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (left <= 0) {
            throw new SocketTimeoutException("No answer within " + WITHIN.toSeconds() + " seconds.");
        }
        return (int) left;
    }

    private static int port(URI url) {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return "https".equals(url.getScheme()) ? 443 : 80;
    }
}
