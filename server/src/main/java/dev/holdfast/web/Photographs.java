package dev.holdfast.web;

import dev.holdfast.kernel.Photograph;
import java.io.IOException;

/// Photos as answers.
final class Photographs {
    private Photographs() {}

    /// Whatever is in it is a picture and nothing else to a browser.
    static void write(Exchange exchange, Photograph photo) throws IOException {
        exchange.response().setHeader("X-Content-Type-Options", "nosniff");
        exchange.response().setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        exchange.response().setHeader("Cache-Control", "private, no-store");
        exchange.bytes(200, photo.type(), photo.bytes());
    }
}
