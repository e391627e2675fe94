package dev.holdfast.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/// Reads one HTTP/1.1 answer out of the bytes received so far. Reused for every answer of a connection.
final class Answer {
    private static final int UNKNOWN = -1;
    private static final byte[] HEADERS_END = ascii("\r\n\r\n");
    private static final byte[] CONTENT_LENGTH = ascii("\r\ncontent-length:");
    private static final byte[] CHUNKED = ascii("\r\ntransfer-encoding: chunked");
    private static final byte[] CLOSE = ascii("\r\nconnection: close");

    private final Bytes received = new Bytes();
    private int status;
    private int bodyFrom;
    private int bodyTo;
    private boolean closes;

    Bytes received() {
        return received;
    }

    void clear() {
        received.clear();
    }

    /// True when a whole answer has arrived; then `status` and the body can be read.
    boolean complete() {
        byte[] bytes = received.array();
        int headersTo = indexOf(bytes, 0, received.length(), HEADERS_END);
        if (headersTo < 0) {
            return false;
        }
        status = (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + (bytes[11] - '0');
        bodyFrom = headersTo + HEADERS_END.length;
        closes = indexOf(bytes, 0, headersTo, CLOSE) >= 0;
        int length = contentLength(bytes, headersTo);
        if (length == UNKNOWN) {
            // Only error pages come in chunks; their last chunk is empty. Good enough to tell where they end.
            bodyTo = received.length();
            return indexOf(bytes, bodyFrom - 2, bodyTo, ascii("\r\n0\r\n\r\n")) >= 0;
        }
        bodyTo = bodyFrom + length;
        return received.length() >= bodyTo;
    }

    private static int contentLength(byte[] bytes, int headersTo) {
        int at = indexOf(bytes, 0, headersTo, CONTENT_LENGTH);
        if (at < 0) {
            return indexOf(bytes, 0, headersTo, CHUNKED) >= 0 ? UNKNOWN : 0;
        }
        return (int) Json.number(bytes, at + CONTENT_LENGTH.length, headersTo);
    }

    int status() {
        return status;
    }

    /// True when the server will not take another request on this connection.
    boolean closes() {
        return closes;
    }

    byte[] bytes() {
        return received.array();
    }

    int bodyFrom() {
        return bodyFrom;
    }

    int bodyTo() {
        return bodyTo;
    }

    String body() {
        return new String(received.array(), bodyFrom, bodyTo - bodyFrom, UTF_8);
    }

    /// The first place of a lower-case pattern, whatever the case of the text.
    private static int indexOf(byte[] bytes, int from, int to, byte[] pattern) {
        int last = to - pattern.length;
        next:
        for (int at = from; at <= last; at++) {
            if (bytes[at] != pattern[0]) {
                continue;
            }
            for (int i = 1; i < pattern.length; i++) {
                byte letter = bytes[at + i];
                if ((letter >= 'A' && letter <= 'Z' ? letter + 32 : letter) != pattern[i]) {
                    continue next;
                }
            }
            return at;
        }
        return -1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
