package dev.holdfast.launch.draw;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The three hashes of a draw, all of them SHA-256.
public final class Hashes {
    private Hashes() {}

    /// What is published of a ticket: the first half of the SHA-256 of its id. Whoever has the ticket finds themselves
    /// in the list, and nobody finds anybody else.
    public static byte[] ofTicket(byte[] ticketId) {
        return ByteBuffer.allocate(TicketHashes.BYTES)
                .put(sha256().digest(ticketId), 0, TicketHashes.BYTES)
                .array();
    }

    /// What is published of the seed before the draw, so that nobody can exchange it afterwards.
    public static String commitment(byte[] seed) {
        return HexFormat.of().formatHex(sha256().digest(seed));
    }

    /// The key of the draw. Nobody knows it before the figure is known, not even whoever knows the seed; and nobody
    /// who can bend the figure knows it either, because they do not know the seed.
    public static byte[] key(byte[] seed, String figure) {
        MessageDigest digest = sha256();
        digest.update(seed);
        return digest.digest(figure.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
