package dev.holdfast.bench.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Leaves out of a request whatever is not needed for its fault, as long as the fault stays the same.
final class Shrinker {
    /// A request that fails once in a while is not tried for ever.
    private static final int MAX_ATTEMPTS = 400;

    private final Wire wire;
    private final Judge judge;
    private int attempts;

    Shrinker(Wire wire, Judge judge) {
        this.wire = wire;
        this.judge = judge;
    }

    /// @return the request itself where it does not fail again
    Request shrunk(Request request, Judge.Fault fault) throws IOException {
        Request least = request;
        int before;
        do {
            before = size(least);
            least = withoutHeaders(least, fault);
            least = withShorterTarget(least, fault);
            least = withShorterBody(least, fault);
        } while (size(least) < before && attempts < MAX_ATTEMPTS);
        return least;
    }

    private static int size(Request request) {
        return request.bytes("").length;
    }

    private Request withoutHeaders(Request request, Judge.Fault fault) throws IOException {
        Request least = request;
        for (Request.Header header : request.headers()) {
            List<Request.Header> fewer = new ArrayList<>(least.headers());
            fewer.remove(header);
            least = better(least, least.withHeaders(fewer), fault);
        }
        return least;
    }

    private Request withShorterTarget(Request request, Judge.Fault fault) throws IOException {
        Request least = request;
        int query = request.target().indexOf('?');
        if (query >= 0) {
            least = better(least, least.withTarget(least.target().substring(0, query)), fault);
        }
        if (!request.odd()) {
            // Shorter, it would be another operation's.
            return least;
        }
        byte[] target = least.target().getBytes(ISO_8859_1);
        for (int part = target.length / 2; part > 0; part /= 2) {
            for (int at = 0; at + part <= target.length; at += part) {
                Request shorter = least.withTarget(new String(without(target, at, part), ISO_8859_1));
                least = better(least, shorter, fault);
                target = least.target().getBytes(ISO_8859_1);
            }
        }
        return least;
    }

    private Request withShorterBody(Request request, Judge.Fault fault) throws IOException {
        Request least = better(request, request.withBody(new byte[0]), fault);
        for (int part = least.body().length() / 2; part > 0; part /= 2) {
            for (int at = 0; at + part <= least.body().length(); at += part) {
                least = better(least, least.withBody(without(least.bodyBytes(), at, part)), fault);
            }
        }
        return least;
    }

    private static byte[] without(byte[] bytes, int at, int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, at);
        out.write(bytes, at + length, bytes.length - at - length);
        return out.toByteArray();
    }

    private Request better(Request least, Request shorter, Judge.Fault fault) throws IOException {
        if (size(shorter) >= size(least) || attempts >= MAX_ATTEMPTS) {
            return least;
        }
        attempts++;
        return fault.equals(judge.fault(shorter, wire.ask(shorter))) ? shorter : least;
    }
}
