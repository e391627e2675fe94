package dev.holdfast.launch.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Checks one delivery against the rules of Standard Webhooks.
///
/// The reference library is the judge in the tests and not used here: it keys a new `Mac`, formats the whole body into
/// a new text and reads its own clock for every message, on the one path that sees ten thousand of them a second.
final class StandardWebhook {

    /// From the standard; the same either way, for clocks run ahead as well as behind.
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";

    private static final String VERSION = "v1,";

    private StandardWebhook() {}

    /// Why this delivery must not be believed, or null when it may be.
    static @Nullable String objection(WebhookSecret secret, WebhookHeaders headers, byte[] body, Instant now) {
        String id = headers.first(ID);
        String timestamp = headers.first(TIMESTAMP);
        String signatures = headers.first(SIGNATURE);
        if (id == null || id.isEmpty() || timestamp == null || signatures == null) {
            return "one of the headers " + ID + ", " + TIMESTAMP + ", " + SIGNATURE + " is missing";
        }
        if (!isTimely(timestamp, now)) {
            return TIMESTAMP + " is not within 5 minutes of " + now;
        }
        byte[] expected = secret.signature(id, timestamp, body);
        return anyMatches(signatures, expected) ? null : "no signature in " + SIGNATURE + " holds";
    }

    /// Compared in whole seconds, since that is all the sender can say.
    static boolean isTimely(String timestamp, Instant now) {
        try {
            long offSeconds = Math.subtractExact(Long.parseLong(timestamp), now.getEpochSecond());
            return Math.abs(offSeconds) <= TOLERANCE.toSeconds();
        } catch (NumberFormatException | ArithmeticException notATime) {
            return false;
        }
    }

    /// While a secret is being changed a sender signs with the old and with the new one.
    private static boolean anyMatches(String signatures, byte[] expected) {
        for (int start = 0; start < signatures.length(); ) {
            int space = signatures.indexOf(' ', start);
            int end = space < 0 ? signatures.length() : space;
            if (signatures.startsWith(VERSION, start)) {
                byte[] given =
                        signatures.substring(start + VERSION.length(), end).getBytes(StandardCharsets.UTF_8);
                if (MessageDigest.isEqual(expected, given)) {
                    return true;
                }
            }
            start = end + 1;
        }
        return false;
    }
}
