package dev.holdfast.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Access tokens made by hand, so that the library with which the server reads them is not judge of itself.
public final class TestTokens {
    private TestTokens() {}

    public static String hs256(String secret, Map<String, Object> claims) {
        return signed(Map.of("alg", "HS256", "typ", "JWT"), secret, claims);
    }

    static String signed(Map<String, Object> header, String secret, Map<String, Object> claims) {
        String text = part(header) + "." + part(claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return text + "." + encode(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException fault) {
            throw new AssertionError("Every JDK has HmacSHA256", fault);
        }
    }

    static String part(Map<String, Object> content) {
        return encode(Reply.JSON.writeValueAsBytes(content));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
