package dev.holdfast.community.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The code on the screen at the door: RFC 6238 with SHA-256, steps of 30 seconds, six digits.
///
/// Thirty lines of the platform's own and no library: what a library adds is the enrolment of telephones,
/// and here nobody but the server has the secret.
final class RotatingCode {
    static final Duration STEP = Duration.ofSeconds(30);

    /// Whoever reads it in its last second still has a step to type it.
    private static final int STEPS_ACCEPTED = 2;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;

    private final byte[] secret;

    RotatingCode(byte[] secret) {
        this.secret = secret.clone();
    }

    /// @param until when the next one is shown
    record Shown(String code, Instant until) {}

    Shown at(Instant now) {
        long step = step(now);
        return new Shown(code(step), Instant.ofEpochSecond((step + 1) * STEP.toSeconds()));
    }

    boolean accepts(String typed, Instant now) {
        boolean good = false;
        for (int back = 0; back < STEPS_ACCEPTED; back++) {
            good |= MessageDigest.isEqual(
                    code(step(now) - back).getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.UTF_8));
        }
        return good;
    }

    private static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    private String code(long step) {
        return ("%0" + DIGITS + "d").formatted(truncated(step) % MODULUS);
    }

    /// The 31 bits that RFC 4226 takes from where the last four bits point.
    int truncated(long step) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            return ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0x0f) & Integer.MAX_VALUE;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", impossible);
        }
    }
}
