package dev.holdfast.web.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// An issuer of OpenID Connect as it is documented, with real signatures: describes itself, sends browsers back with
/// a code, takes each code once and from the one who asked for it. And the ways in which one may misbehave.
final class IssuerTwin implements AutoCloseable {
    static final String CLIENT = "holdfast";
    static final String SECRET = "a secret: of the issuer's twin";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String KEY = "key-1";

    /// What a token has instead of what it should have.
    enum Mischief {
        NONE,
        ANOTHER_NONCE,
        ANOTHER_ISSUER,
        ANOTHER_AUDIENCE,
        ANOTHER_KEY,
        OVER,
        WITHOUT_END,
        WITHOUT_ROLE_HERE,
        NO_TOKEN,
        AWAY
    }

    private record Asked(Map<String, String> parameters) {
        String nonce() {
            return String.valueOf(parameters.get("nonce"));
        }

        boolean isAskedBy(Map<String, String> form) {
            var verifier = String.valueOf(form.get("code_verifier"));
            return String.valueOf(parameters.get("redirect_uri")).equals(form.get("redirect_uri"))
                    && challenge(verifier).equals(parameters.get("code_challenge"));
        }
    }

    private final KeyPair keys = pair();
    private final KeyPair others = pair();
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private final HttpServer server;
    volatile Mischief mischief = Mischief.NONE;
    volatile String member = "fan-000123";
    volatile List<String> roles = List.of();
    /// What else its tokens say of whoever sits there.
    volatile Map<String, String> more = Map.of();

    IssuerTwin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /// Not `localhost`: a browser shall take it for another site than ours.
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> json(exchange, 200, description());
                case "/keys" -> json(exchange, 200, Map.of("keys", List.of(key())));
                case "/authorize" -> authorize(exchange);
                case "/token" -> token(exchange);
                default -> json(exchange, 404, Map.of());
            }
        }
    }

    private Map<String, Object> description() {
        return Map.of(
                "issuer", address(),
                "authorization_endpoint", address() + "/authorize",
                "token_endpoint", address() + "/token",
                "jwks_uri", address() + "/keys");
    }

    private Map<String, Object> key() {
        var key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "kty", "RSA", "kid", KEY, "use", "sig", "alg", "RS256", "n", number(key.getModulus()), "e", "AQAB");
    }

    /// Knows who sits there and agrees at once.
    private void authorize(HttpExchange exchange) throws IOException {
        var asked = parameters(exchange.getRequestURI().getRawQuery());
        var code = UUID.randomUUID().toString();
        codes.put(code, new Asked(asked));
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state") + "&iss="
                                + URLEncoder.encode(address(), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (mischief == Mischief.AWAY) {
            json(exchange, 503, Map.of());
            return;
        }
        var asked = codes.remove(String.valueOf(form.get("code")));
        if (asked == null || !isUs(exchange) || !asked.isAskedBy(form)) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
        } else if (mischief == Mischief.NO_TOKEN) {
            json(exchange, 200, Map.of("access_token", "opaque"));
        } else {
            json(exchange, 200, Map.of("access_token", "opaque", "id_token", signed(claims(asked))));
        }
    }

    private static boolean isUs(HttpExchange exchange) {
        var pair = URLEncoder.encode(CLIENT, StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        var right = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return right.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private Map<String, Object> claims(Asked asked) {
        var claims = new LinkedHashMap<String, Object>();
        long now = Instant.now().getEpochSecond();
        claims.putAll(more);
        claims.put("sub", member);
        claims.put("iss", mischief == Mischief.ANOTHER_ISSUER ? "https://elsewhere.example" : address());
        claims.put("aud", mischief == Mischief.ANOTHER_AUDIENCE ? "another shop" : CLIENT);
        claims.put("nonce", mischief == Mischief.ANOTHER_NONCE ? "another" : asked.nonce());
        claims.put("iat", now);
        if (mischief != Mischief.WITHOUT_END) {
            claims.put("exp", mischief == Mischief.OVER ? now - 120 : now + 300);
        }
        claims.put("roles", mischief == Mischief.WITHOUT_ROLE_HERE ? List.of("gardener") : roles);
        return claims;
    }

    private String signed(Map<String, Object> claims) {
        try {
            var text = part(Map.of("alg", "RS256", "kid", KEY)) + "." + part(claims);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign((mischief == Mischief.ANOTHER_KEY ? others : keys).getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return text + "." + encoded(signature.sign());
        } catch (GeneralSecurityException fault) {
            throw new AssertionError(fault);
        }
    }

    private static String challenge(String verifier) {
        try {
            return encoded(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException fault) {
            throw new AssertionError(fault);
        }
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException fault) {
            throw new AssertionError(fault);
        }
    }

    private static String part(Map<String, Object> content) {
        return encoded(JSON.writeValueAsBytes(content));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return encoded(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Map<String, String> parameters(String form) {
        return Arrays.stream(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void json(HttpExchange exchange, int status, Map<String, Object> content) throws IOException {
        byte[] body = JSON.writeValueAsBytes(content);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
