package dev.holdfast.member.phone;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes the codes, and what is kept of them.
///
/// A code has a million values, so a plain hash would tell it to whoever reads the table: the hash has the server's
/// key.
final class Codes {
    private static final int VALUES = 1_000_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecureRandom random;
    private final SecretKeySpec key;

    Codes(SecureRandom random, byte[] secret) {
        this.random = random;
        this.key = new SecretKeySpec(mac(new SecretKeySpec(secret, ALGORITHM), "holdfast phone codes"), ALGORITHM);
    }

    String make() {
        return String.format(Locale.ROOT, "%06d", random.nextInt(VALUES));
    }

    /// Of one member and one number: a code that was sent to one telephone proves no other.
    byte[] hash(String member, PhoneNumber number, String code) {
        return mac(key, member + "\n" + number.text() + "\n" + code);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", impossible);
        }
    }
}
