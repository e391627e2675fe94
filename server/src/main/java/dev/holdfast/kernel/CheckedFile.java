package dev.holdfast.kernel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file in ASCII of which the length and the checksum are known once it was written.
public final class CheckedFile {
    private final MessageDigest digest = sha256();
    private final OutputStream to;
    private long bytes;

    public CheckedFile(OutputStream to) {
        this.to = to;
    }

    public void put(String text) throws IOException {
        byte[] written = text.getBytes(StandardCharsets.US_ASCII);
        digest.update(written);
        bytes += written.length;
        to.write(written);
    }

    public long bytes() {
        return bytes;
    }

    /// SHA-256 in hexadecimal digits. To be asked for once, at the end.
    public String checksum() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
