package dev.holdfast.web;

import dev.holdfast.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request to the REST interface and its answer.
///
/// @param names the path's variables, in order
record Exchange(HttpServletRequest request, HttpServletResponse response, List<String> names) {
    private static final String JSON = "application/json";

    String name(int index) {
        return names.get(index);
    }

    /// @throws Problem TOO_LARGE beyond `max` bytes
    byte[] body(int max) throws IOException {
        long length = request.getContentLengthLong();
        if (length > max) {
            throw tooLarge(max);
        }
        // A length that is known is read into exactly as much room: reading "up to max" fills the heap with max.
        byte[] body = request.getInputStream().readNBytes(length >= 0 ? (int) length : max + 1);
        if (body.length > max) {
            throw tooLarge(max);
        }
        return body;
    }

    /// The body as a stream that breaks off beyond `max` bytes.
    InputStream stream(long max) throws IOException {
        if (request.getContentLengthLong() > max) {
            throw tooLarge(max);
        }
        return new BoundedStream(request.getInputStream(), max);
    }

    @Nullable
    String header(String name) {
        return request.getHeader(name);
    }

    /// @throws Problem INVALID when the query cannot be read at all
    @Nullable
    String parameter(String name) {
        try {
            return StorableText.parameter(name, request.getParameter(name));
        } catch (IllegalStateException unreadable) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_parameter",
                    "The query cannot be read. Write what is no letter and no digit as a percent sign and two hexadecimal digits.",
                    List.of(),
                    unreadable);
        }
    }

    /// A whole number in the query.
    ///
    /// @throws Problem INVALID when it is none, or not within the bounds
    long number(String name, long otherwise, long min, long max) {
        String text = parameter(name);
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below.
        }
        throw new Problem(
                Problem.Kind.INVALID,
                "invalid_parameter",
                "'" + name + "' is '" + text + "' and must be a whole number from " + min + " to " + max + ".");
    }

    void json(int status, byte[] body) throws IOException {
        bytes(status, JSON, body);
    }

    void problem(int status, byte[] body) throws IOException {
        bytes(status, "application/problem+json", body);
    }

    void empty(int status) {
        response.setStatus(status);
    }

    void text(int status, String type, String body) throws IOException {
        bytes(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /// Begins the answer of a CSV file that is written as it is read, with what its reader can check it against.
    ///
    /// @param checksum SHA-256 of it, in hexadecimal digits
    void file(String name, String checksum) {
        file(name);
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(checksum));
        response.setHeader("Repr-Digest", "sha-256=:" + digest + ":");
    }

    /// The same of a file that nobody has a checksum of yet.
    void file(String name) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
    }

    static Problem tooLarge(long max) {
        return new Problem(
                Problem.Kind.TOO_LARGE, "body_too_large", "The body may have " + max + " bytes. Send a smaller one.");
    }
}
