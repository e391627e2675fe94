package dev.holdfast.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// The secrets that others sign with: given by the operator, else made once and kept in the data folder.
///
/// They reach the application as properties in memory, never on a command line, where every user of the machine
/// could read them.
final class Keys {
    private static final String JWT = "HOLDFAST_JWT_SECRET";
    private static final String WEBHOOK = "HOLDFAST_SANDBOX_WEBHOOK_SECRET";
    /// HS256 is as strong as its key, and RFC 7518 forbids a shorter one than its hash.
    private static final int MIN_JWT_BYTES = 32;
    /// What Standard Webhooks asks for at least.
    private static final int MIN_WEBHOOK_BYTES = 24;

    private static final int MADE_BYTES = 36;

    private Keys() {}

    static Map<String, String> properties(Path data, Map<String, String> environment, boolean sample)
            throws IOException {
        var properties = new HashMap<String, String>();
        properties.put("holdfast.jwt-secret", jwt(data, environment));
        var webhook = environment.get(WEBHOOK);
        if (webhook != null) {
            properties.put("holdfast.sandbox-webhook-secret", checkedWebhook(webhook));
        } else if (sample) {
            properties.put("holdfast.sandbox-webhook-secret", kept(data.resolve("sandbox-webhook.secret")));
        }
        return Map.copyOf(properties);
    }

    private static String jwt(Path data, Map<String, String> environment) throws IOException {
        var given = environment.get(JWT);
        if (given == null) {
            return kept(data.resolve("jwt.secret"));
        }
        var bytes = given.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < MIN_JWT_BYTES) {
            throw new CannotStart(JWT + " has " + bytes + " bytes and needs at least " + MIN_JWT_BYTES
                    + ": give a longer one, or leave it unset to have one made and kept.");
        }
        return given;
    }

    /// The key of the access tokens of a server that was started before; none is made.
    static String givenOrKept(Path data, Map<String, String> environment) throws IOException {
        var file = data.resolve("jwt.secret");
        if (environment.get(JWT) == null && !Files.exists(file)) {
            throw new CannotStart("There is no key in " + data.toAbsolutePath().normalize()
                    + ": name the folder of the server with --data, or give its " + JWT + ".");
        }
        return jwt(data, environment);
    }

    private static String checkedWebhook(String given) {
        try {
            var bytes = Base64.getDecoder().decode(given.replaceFirst("^whsec_", "")).length;
            if (bytes < MIN_WEBHOOK_BYTES) {
                throw new CannotStart(WEBHOOK + " has " + bytes + " bytes and needs at least " + MIN_WEBHOOK_BYTES
                        + ": give the base64 of a longer one.");
            }
            return given;
        } catch (IllegalArgumentException notBase64) {
            throw new CannotStart(
                    WEBHOOK + " is not base64 (with or without whsec_ in front): give it in that form.", notBase64);
        }
    }

    /// Two instances that start at once must end with the same key: the file gets its name once, and the loser reads.
    private static String kept(Path file) throws IOException {
        if (!Files.exists(file)) {
            var bytes = new byte[MADE_BYTES];
            new SecureRandom().nextBytes(bytes);
            var made = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
            Credentials.writePrivately(made, Base64.getEncoder().encodeToString(bytes) + "\n");
            try {
                Files.createLink(file, made);
            } catch (FileAlreadyExistsException _) {
                // Made by another instance a moment ago.
            } finally {
                Files.deleteIfExists(made);
            }
        }
        return Files.readString(file).strip();
    }
}
