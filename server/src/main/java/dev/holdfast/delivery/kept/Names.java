package dev.holdfast.delivery.kept;

import dev.holdfast.launch.OrderId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Names of orders in files: the same order has the same name in every publication, so that whoever kept an earlier one
/// sees what became of each promise, and nobody without the launch's secret can tell which order it is.
final class Names {
    private static final String HASH = "HmacSHA256";

    private final SecretKeySpec key;

    Names(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), HASH);
    }

    UUID of(OrderId order) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(key);
            ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(order.toString().getBytes(StandardCharsets.US_ASCII)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + HASH, impossible);
        }
    }
}
