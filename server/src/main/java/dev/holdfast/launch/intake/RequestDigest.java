package dev.holdfast.launch.intake;

import dev.holdfast.launch.PlaceOrder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A digest of what a request asks for, in the room of a UUID. It tells the same wish sent again from another wish
/// under the same key, whatever the spelling of the JSON.
public final class RequestDigest {
    private RequestDigest() {}

    /// The first 128 bits of a SHA-256 over the request's fields.
    public static UUID of(PlaceOrder order) {
        MessageDigest digest = sha256();
        add(digest, order.offer());
        add(digest, order.region());
        add(digest, order.store());
        add(digest, order.channel());
        add(digest, order.referral());
        add(digest, order.acceptTerms());
        // Nothing for none, so that what was digested before there were add-ons is still the same wish.
        new TreeMap<>(order.addOns()).forEach((addOn, units) -> {
            add(digest, addOn);
            add(digest, units.toString());
        });
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /// The length stands before each text, so that no two lists of texts run together into the same bytes.
    private static void add(MessageDigest digest, @Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        digest.update(
                ByteBuffer.allocate(4).putInt(text == null ? -1 : bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
