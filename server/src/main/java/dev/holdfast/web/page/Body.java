package dev.holdfast.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;

/// The bytes of an answer, with their compressed form beside them: what is kept is compressed once, however often it
/// is sent. A page shrinks to a quarter, which is what a fan on a slow phone waits for.
final class Body {
    /// What a caller says who takes anything but that.
    private static final Pattern NO_GZIP = Pattern.compile("gzip\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$)");

    private final byte[] plain;
    private final byte[] compressed;

    private Body(byte[] plain, byte[] compressed) {
        this.plain = plain;
        this.compressed = compressed;
    }

    static Body of(byte[] plain) {
        var compressed = new ByteArrayOutputStream(plain.length / 3);
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Body(plain.clone(), compressed.toByteArray());
    }

    void send(HttpServletRequest request, HttpServletResponse response, String type) throws IOException {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean gzip = accepted != null
                && accepted.contains("gzip")
                && !NO_GZIP.matcher(accepted).find();
        byte[] bytes = gzip ? compressed : plain;
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (gzip) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    byte[] plain() {
        return plain.clone();
    }
}
