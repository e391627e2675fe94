package dev.holdfast.bench.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request as it goes over the wire, in parts, so that a shorter one can be made of it.
///
/// Text is one byte for each char, so that it holds every byte there is.
///
/// @param operation what is asked for; null where no operation is
/// @param odd whether HTTP itself is bent: then any refusal is a fair answer, and so is none
record Request(
        Contract.@Nullable Operation operation,
        String method,
        String target,
        List<Header> headers,
        String body,
        Framing framing,
        boolean odd) {

    /// What a header may hold, without a control character in it.
    private static final String VISIBLE = "[\\t -~\\x80-\\xff]*";

    record Header(String name, String value) {}

    /// How the end of the body is told.
    enum Framing {
        NONE,
        LENGTH,
        CHUNKED,
        LENGTH_AND_CHUNKED,
        TWO_LENGTHS,
        TOO_LONG,
        TOO_SHORT,
        NEGATIVE,
        NO_NUMBER,
        HUGE,
        BROKEN_CHUNK,
        UNKNOWN_CODING;

        boolean isSound() {
            return this == NONE || this == LENGTH || this == CHUNKED;
        }
    }

    /// The first of that name; empty where there is none.
    String header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    Request withMethod(String other) {
        return new Request(operation, other, target, headers, body, framing, odd);
    }

    Request withTarget(String other) {
        return new Request(operation, method, other, headers, body, framing, odd);
    }

    Request withHeaders(List<Header> others) {
        boolean bent = others.stream().anyMatch(header -> !header.value().matches(VISIBLE));
        return new Request(operation, method, target, List.copyOf(others), body, framing, odd || bent);
    }

    /// In the place of all others of that name; gone where the value is null.
    Request withHeader(String name, @Nullable String value) {
        List<Header> others = new ArrayList<>(headers);
        others.removeIf(header -> header.name().equalsIgnoreCase(name));
        if (value != null) {
            others.add(new Header(name, value));
        }
        return withHeaders(others);
    }

    Request plusHeader(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return withHeaders(more);
    }

    Request withBody(byte[] other) {
        String text = new String(other, ISO_8859_1);
        return new Request(operation, method, target, headers, text, framing, odd);
    }

    byte[] bodyBytes() {
        return body.getBytes(ISO_8859_1);
    }

    Request framed(Framing other) {
        return new Request(operation, method, target, headers, body, other, odd || !other.isSound());
    }

    /// The same, bent: whoever refuses it is right.
    Request bent() {
        return new Request(operation, method, target, headers, body, framing, true);
    }

    byte[] bytes(String host) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512 + body.length());
        text(out, method + " " + target + " HTTP/1.1\r\n");
        if (headers.stream().noneMatch(header -> header.name().equalsIgnoreCase("Host"))) {
            text(out, "Host: " + host + "\r\n");
        }
        headers.forEach(header -> text(out, header.name() + ": " + header.value() + "\r\n"));
        frame(out);
        return out.toByteArray();
    }

    private void frame(ByteArrayOutputStream out) {
        String length = "Content-Length: ";
        String chunked = "Transfer-Encoding: chunked\r\n";
        switch (framing) {
            case NONE -> text(out, "\r\n");
            case LENGTH -> plain(out, length + body.length() + "\r\n");
            case TWO_LENGTHS -> plain(out, length + body.length() + "\r\n" + length + (body.length() + 1) + "\r\n");
            case TOO_LONG -> plain(out, length + (body.length() + 7) + "\r\n");
            case TOO_SHORT -> plain(out, length + body.length() / 2 + "\r\n");
            case NEGATIVE -> plain(out, length + "-1\r\n");
            case NO_NUMBER -> plain(out, length + "0x10, ten\r\n");
            case HUGE -> plain(out, length + "99999999999999999999\r\n");
            case UNKNOWN_CODING -> plain(out, "Transfer-Encoding: fourfold\r\n");
            case CHUNKED -> chunks(out, chunked, Integer.toHexString(body.length()));
            case LENGTH_AND_CHUNKED -> chunks(out, length + "3\r\n" + chunked, Integer.toHexString(body.length()));
            case BROKEN_CHUNK -> chunks(out, chunked, "-zz");
        }
    }

    private void plain(ByteArrayOutputStream out, String head) {
        text(out, head + "\r\n");
        text(out, body);
    }

    private void chunks(ByteArrayOutputStream out, String head, String size) {
        text(out, head + "\r\n");
        if (body.length() > 0) {
            text(out, size + "\r\n");
            text(out, body);
            text(out, "\r\n");
        }
        text(out, "0\r\n\r\n");
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(ISO_8859_1));
    }
}
