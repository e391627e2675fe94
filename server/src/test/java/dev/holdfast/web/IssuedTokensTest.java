package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/// What the REST interface takes of an issuer of OpenID Connect, and what it does while that one is away.
class IssuedTokensTest {
    private static final String US = "holdfast";
    private static final int KEY_BITS = 2048;

    private final RSAKey key;
    private final RSAKey another;
    private final int port;

    IssuedTokensTest() throws JOSEException, IOException {
        key = new RSAKeyGenerator(KEY_BITS).keyID("key-1").generate();
        another = new RSAKeyGenerator(KEY_BITS).keyID("key-1").generate();
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    private String issuer() {
        return "http://127.0.0.1:" + port;
    }

    @Test
    void a_server_starts_while_the_issuer_is_away_and_takes_its_tokens_when_it_is_back() throws Exception {
        var settings = Map.<String, Object>of("holdfast.oidc-issuer", issuer(), "holdfast.oidc-audience", US);
        try (RunningServer server = new RunningServer(settings)) {
            String good = token(key, claims());
            ask(server, good).refused(503, "try_again");
            server.get("/api/v1/orders").by("ann").send().is(200);
            HttpServer twin = twin();
            try {
                ask(server, good).refused(503, "try_again");
                server.clock().forward(Duration.ofSeconds(6));
                ask(server, good).is(200);
                onlyWhatIsMadeOutToUs(server);
            } finally {
                twin.stop(0);
            }
        }
    }

    private void onlyWhatIsMadeOutToUs(RunningServer server) throws JOSEException {
        ask(server, token(key, claims().audience("another-shop"))).refused(401, "token_invalid");
        ask(server, token(key, claims().audience((String) null))).refused(401, "token_invalid");
        ask(server, token(key, claims().claim("nonce", "of a sign-in"))).refused(401, "token_invalid");
        ask(server, token(key, claims().issuer("http://127.0.0.1:1"))).refused(401, "token_invalid");
        ask(server, token(key, claims().expirationTime(Date.from(Instant.now().minusSeconds(600)))))
                .refused(401, "token_invalid");
        ask(server, token(another, claims())).refused(401, "token_invalid");
    }

    @Test
    void an_issuer_without_an_audience_is_refused_at_the_start() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("holdfast.oidc-issuer", issuer())));
        var refused = assertThrows(IllegalArgumentException.class, () -> IssuedTokens.read(environment, Instant::now));
        assertTrue(String.valueOf(refused.getMessage()).contains("HOLDFAST_OIDC_AUDIENCE"), refused.getMessage());
    }

    private static Reply ask(RunningServer server, String token) {
        return server.get("/api/v1/orders").bearer(token).send();
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(US)
                .subject("ann")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
    }

    private static String token(RSAKey signer, JWTClaimsSet.Builder claims) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("key-1").build();
        var token = new SignedJWT(header, claims.build());
        token.sign(new RSASSASigner(signer));
        return token.serialize();
    }

    /// Describes itself and its key, and no more.
    private HttpServer twin() throws IOException {
        HttpServer twin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        twin.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String body = path.equals("/keys")
                    ? new JWKSet(key.toPublicJWK()).toString()
                    : "{\"issuer\":\"" + issuer() + "\",\"jwks_uri\":\"" + issuer() + "/keys\"}";
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        twin.start();
        return twin;
    }
}
