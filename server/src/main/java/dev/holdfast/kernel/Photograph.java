package dev.holdfast.kernel;

import java.util.Arrays;
import java.util.UUID;

/// A picture that somebody sent.
///
/// It stands in the kernel as both hand-overs and tickets take them, and what is let in must be the same
/// at every door.
///
/// @param type `image/jpeg` or `image/png`, by its content
@SuppressWarnings("ArrayRecordComponent") // read once; nobody compares two photos
public record Photograph(String type, byte[] bytes) {
    public static final String JPEG = "image/jpeg";
    public static final String PNG = "image/png";

    private static final int ID_LENGTH = 36;
    private static final byte[] JPEG_BEGINS = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_BEGINS = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /// By its content: what somebody calls a photo may be a page with a script.
    ///
    /// @throws Problem INVALID when it is none
    public static Photograph of(byte[] bytes) {
        if (begins(bytes, JPEG_BEGINS)) {
            return new Photograph(JPEG, bytes);
        }
        if (begins(bytes, PNG_BEGINS)) {
            return new Photograph(PNG, bytes);
        }
        throw invalid("The body is no photo: send a JPEG or a PNG, as they begin.");
    }

    public static Problem invalid(String message) {
        return new Problem(Problem.Kind.INVALID, "invalid_photo", message);
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length > with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    /// By which whoever sends a photo knows it again.
    ///
    /// @throws Problem INVALID when it is no UUID
    public static UUID id(String text) {
        try {
            if (text.length() == ID_LENGTH) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException unreadable) {
            // Told below.
        }
        throw new Problem(
                Problem.Kind.INVALID, "invalid_request", "'" + text + "' is no UUID, and the ids of photos are.");
    }
}
