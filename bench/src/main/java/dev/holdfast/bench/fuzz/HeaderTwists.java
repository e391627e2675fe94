package dev.holdfast.bench.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/// What can be wrong with the headers of a request, its framing among them.
final class HeaderTwists {
    /// The signature of nobody: `{"alg":"none"}`, `{"sub":"operator","roles":["operator"]}`.
    private static final String UNSIGNED = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJvcGVyYXRvciIsInJvbGVzIjpbIm9wZXJhdG9yIl19.";

    private static final List<String> AUTHORIZATIONS = List.of(
            "",
            "Bearer",
            "Bearer ",
            "Bearer x",
            "Bearer a.b.c",
            "Bearer .. ",
            "Bearer " + UNSIGNED,
            "Bearer " + UNSIGNED + "AAAA",
            "Bearer eyJ9.eyJ9.eyJ9",
            "Bearer " + "x".repeat(9_000),
            "Basic b3BlcmF0b3I6b3BlcmF0b3I=",
            "Digest username=operator",
            "\u00ff\u00fe",
            "Bearer \u00e9");
    private static final List<String> KEYS = List.of(
            "", " ", "a b", "k", "k".repeat(255), "k".repeat(256), "\u00e9", "a\tb", "'", "k, k", "\u007f", "~");
    private static final List<String> TYPES = List.of(
            "",
            "text/plain",
            "application/xml",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/json; charset=",
            "application/json;;",
            "application/problem+json",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=" + "b".repeat(300),
            "application/x-www-form-urlencoded",
            "text/csv; charset=gb18030",
            "*/*",
            "json");
    private static final List<Request.Header> STRANGE = List.of(
            new Request.Header("Content-Encoding", "gzip"),
            new Request.Header("Content-Encoding", "br, deflate"),
            new Request.Header("Accept", "text/nothing"),
            new Request.Header("Accept", ";;;q=x"),
            new Request.Header("Accept-Language", "zz;q=9, *;q=-1, x-" + "y".repeat(500)),
            new Request.Header("Accept-Encoding", "gzip;q=0, identity;q=0"),
            new Request.Header("X-HTTP-Method-Override", "DELETE"),
            new Request.Header("X-Forwarded-For", "1.2.3, ::g, \u00ff"),
            new Request.Header("X-Forwarded-Proto", "gopher"),
            new Request.Header("X-Forwarded-Host", "elsewhere.invalid:99999"),
            new Request.Header("X-Forwarded-Port", "-1"),
            new Request.Header("Forwarded", "for=\"[::1]\";proto=;host=\""),
            new Request.Header("X-Device", "d".repeat(3_000)),
            new Request.Header("X-Device", "\u00ff\u00fe"),
            new Request.Header("Holdfast-Pass", "none.at.all"),
            new Request.Header("Holdfast-Pass", "p".repeat(5_000)),
            new Request.Header("Range", "bytes=0-0,-1,9-"),
            new Request.Header("If-None-Match", "*"),
            new Request.Header("If-Modified-Since", "yesterday"),
            new Request.Header("Cookie", "a=b; SESSION=x; =; \u00ff"),
            new Request.Header("Origin", "null"),
            new Request.Header("Last-Event-ID", "-1"),
            new Request.Header("Upgrade", "h2c"),
            new Request.Header("Connection", "close"),
            new Request.Header("webhook-id", "w".repeat(300)),
            new Request.Header("webhook-timestamp", "99999999999999999999"),
            new Request.Header("webhook-timestamp", "-1"),
            new Request.Header("webhook-signature", "v1,AAAA v1, v2,x"));
    private static final List<Request.Header> BENT = List.of(
            new Request.Header("Host", "elsewhere.invalid"),
            new Request.Header("Host", "a b"),
            new Request.Header("Host", "localhost:99999999"),
            new Request.Header("Expect", "the-impossible"),
            new Request.Header("X-Long", "x".repeat(20_000)),
            new Request.Header("X-Nul", "a\0b"),
            new Request.Header("X-Bare", "a\rb"),
            new Request.Header("X Space", "a"),
            new Request.Header("X-Fold", "a\r\n b"),
            new Request.Header("", "a"),
            new Request.Header("Transfer-Encoding", "chunked, identity"),
            new Request.Header("Transfer-Encoding", "\u000bchunked"),
            new Request.Header("Content-Length", "+1"),
            new Request.Header("Connection", "close, close, x, Authorization"),
            new Request.Header("Upgrade", "websocket"),
            new Request.Header("HTTP2-Settings", "AAMAAABkAAQAAP__"));

    static final List<Twist> ALL = List.of(
            (request, dice) -> request.withHeader("Authorization", Words.pick(AUTHORIZATIONS, dice)),
            (request, dice) -> request.withHeader("Authorization", null),
            (request, dice) -> request.plusHeader("Authorization", Words.pick(AUTHORIZATIONS, dice)),
            (request, dice) -> request.withHeader("Idempotency-Key", Words.pick(KEYS, dice)),
            (request, dice) -> request.withHeader("Idempotency-Key", null),
            (request, dice) -> request.plusHeader("Idempotency-Key", Words.pick(KEYS, dice)),
            (request, dice) -> request.withHeader("Content-Type", Words.pick(TYPES, dice)),
            (request, dice) -> request.plusHeader("Content-Type", Words.pick(TYPES, dice)),
            (request, dice) -> request.withHeader("Content-Type", null),
            HeaderTwists::strange,
            HeaderTwists::strange,
            HeaderTwists::strange,
            (request, dice) -> {
                Request.Header header = Words.pick(BENT, dice);
                return request.plusHeader(header.name(), header.value()).bent();
            },
            HeaderTwists::many,
            (request, dice) -> request.framed(Words.pick(List.of(Request.Framing.values()), dice)));

    private HeaderTwists() {}

    private static Request strange(Request request, RandomGenerator dice) {
        Request.Header header = Words.pick(STRANGE, dice);
        return request.plusHeader(header.name(), header.value());
    }

    private static Request many(Request request, RandomGenerator dice) {
        Request more = request;
        for (int i = dice.nextInt(1, 200); i > 0; i--) {
            more = more.plusHeader("X-" + i, "x");
        }
        return more.bent();
    }
}
