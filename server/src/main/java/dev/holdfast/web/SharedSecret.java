package dev.holdfast.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Checks tokens that are signed with the shared secret: JWS compact form, HS256 (RFC 7515, RFC 7518).
///
/// A library does the same at five times the cost, most of it for looking the algorithm up and reading the header anew
/// each time, and every order of a rush brings a token of its own. Here the algorithm is one and fixed: whatever the
/// header says otherwise is refused, so there is none to confuse.
final class SharedSecret {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_BYTES = 32;

    /// Issuers write one header or a few; the rest are attempts.
    private static final int MAX_HEADERS = 64;

    private final Mac keyed;
    private final Cache<String, Boolean> headers =
            Caffeine.newBuilder().maximumSize(MAX_HEADERS).build();

    /// @param secret its raw UTF-8 bytes are the key, at least 32 of them
    SharedSecret(String secret) {
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        if (key.length < MIN_BYTES) {
            throw new IllegalArgumentException(
                    "HOLDFAST_JWT_SECRET has " + key.length + " bytes and needs at least " + MIN_BYTES + ".");
        }
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM + ".", impossible);
        }
    }

    /// Whether the token says that it is signed with HS256 and nothing that would have to be understood besides.
    boolean claimsToSign(String token) {
        int end = token.indexOf('.');
        return end > 0 && Boolean.TRUE.equals(headers.get(token.substring(0, end), SharedSecret::isHs256));
    }

    /// The claims of a token whose signature holds.
    Optional<JsonNode> claims(String token) {
        int payload = token.indexOf('.') + 1;
        int signature = token.lastIndexOf('.');
        if (signature <= payload) {
            return Optional.empty();
        }
        try {
            byte[] signed = token.substring(0, signature).getBytes(StandardCharsets.US_ASCII);
            byte[] given = Base64.getUrlDecoder().decode(token.substring(signature + 1));
            if (!MessageDigest.isEqual(copy().doFinal(signed), given)) {
                return Optional.empty();
            }
            JsonNode claims = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token.substring(payload, signature)));
            return claims.isObject() ? Optional.of(claims) : Optional.empty();
        } catch (IllegalArgumentException | JacksonException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isHs256(String encoded) {
        try {
            JsonNode header = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(encoded));
            return header.path("alg").asString("").equals("HS256") && !header.has("crit");
        } catch (IllegalArgumentException | JacksonException malformed) {
            return false;
        }
    }

    /// A keyed Mac is not for two threads at once, and keying one costs as much as a signature.
    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("This Java's " + ALGORITHM + " cannot be cloned.", impossible);
        }
    }
}
