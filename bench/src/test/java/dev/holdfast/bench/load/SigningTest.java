package dev.holdfast.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds the generator's quick signatures against the libraries that servers verify them with.
class SigningTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void aTokenIsVerifiedByALibrary() throws Exception {
        Instant expires = Instant.now().plusSeconds(60);
        SignedJWT token = SignedJWT.parse(new Tokens(SECRET, expires).sign("fan-7", "fan"));
        assertThat(token.verify(new MACVerifier(SECRET.getBytes(UTF_8)))).isTrue();
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("fan-7");
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("fan");
        assertThat(token.getJWTClaimsSet().getExpirationTime().toInstant().getEpochSecond())
                .isEqualTo(expires.getEpochSecond());
    }

    @Test
    void aPaymentIsVerifiedByALibrary() throws Exception {
        String secret = "whsec_" + Base64.getEncoder().encodeToString(SECRET.getBytes(UTF_8));
        var out = new Bytes();
        long now = Instant.now().getEpochSecond();
        new Webhooks(secret, "localhost:8080", "payment.succeeded")
                .write(out, "pay-1", "0199-ab".getBytes(US_ASCII), "pay-1", 500_000, now);
        String request = new String(out.array(), 0, out.length(), US_ASCII);
        String[] parts = request.split("\r\n\r\n", 2);
        new Webhook(secret).verify(parts[1], headers(parts[0]));
        assertThat(parts[1])
                .isEqualTo("{\"type\":\"payment.succeeded\",\"order\":\"0199-ab\",\"payment\":\"pay-1\","
                        + "\"amount\":500000,\"currency\":\"CNY\"}");
        assertThat(parts[0]).contains("Content-Length: " + parts[1].length());
    }

    private static HttpHeaders headers(String head) {
        Map<String, List<String>> headers = Arrays.stream(head.split("\r\n"))
                .skip(1)
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> List.of(line[1])));
        return HttpHeaders.of(headers, (name, value) -> true);
    }
}
