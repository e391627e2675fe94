package dev.holdfast.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs bearer tokens as the rehearsal's identity provider: HS256 with the secret both sides share.
public final class Tokens {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

    private final Mac mac;
    private final long expires;

    public Tokens(String secret, Instant expires) {
        this.mac = hmac(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        this.expires = expires.getEpochSecond();
    }

    /// A token for one member in one role. Members and roles here never need escaping. Several crowds may ask at once.
    public synchronized String sign(String member, String role) {
        String claims = "{\"sub\":\"" + member + "\",\"roles\":[\"" + role + "\"],\"exp\":" + expires + "}";
        String signed = HEADER + "." + encoded(claims);
        return signed + "." + BASE64.encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }

    static Mac hmac(Key key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no usable HmacSHA256, which every JDK must have", e);
        }
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(UTF_8));
    }
}
