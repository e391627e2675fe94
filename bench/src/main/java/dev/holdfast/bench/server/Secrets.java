package dev.holdfast.bench.server;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/// What both sides must know: the key of the tokens and the key of the payment provider's messages.
public record Secrets(String jwt, String webhook) {
    private static final String JWT = "HOLDFAST_JWT_SECRET";
    private static final String WEBHOOK = "HOLDFAST_SANDBOX_WEBHOOK_SECRET";

    static Secrets random() {
        return new Secrets(random(36), "whsec_" + random(36));
    }

    /// The secrets of a server that runs already.
    public static Secrets fromEnvironment() {
        return new Secrets(required(JWT), required(WEBHOOK));
    }

    Map<String, String> environment() {
        return Map.of(JWT, jwt, WEBHOOK, webhook);
    }

    private static String required(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    name + " is not set. With --url it must hold the secret that the server at that address uses.");
        }
        return value;
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    /// Never shows a secret: records end up in logs.
    @Override
    public String toString() {
        return "Secrets[]";
    }
}
