package dev.holdfast.member;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// Makes the secrets that browsers carry, and the hash under which they are found again.
///
/// The secrets are random over their whole length, so one round of SHA-256 without salt is enough: there is nothing to
/// guess, and whoever reads the table cannot sign in with what stands there.
public final class Secrets {
    private static final int BYTES = 32;
    /// 32 bytes in base64 without padding.
    private static final int LENGTH = 43;

    private final SecureRandom random;

    public Secrets(SecureRandom random) {
        this.random = random;
    }

    public String make() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Whether the text can be a secret of ours; spares the database the look-up of anything else.
    public static boolean isShaped(String text) {
        return text.length() == LENGTH;
    }

    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
