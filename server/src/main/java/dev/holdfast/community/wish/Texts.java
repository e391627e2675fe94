package dev.holdfast.community.wish;

import dev.holdfast.kernel.Storable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Which texts of fans may be kept, and how two are known to be the same.
final class Texts {
    static final int MAX_TITLE = 120;
    static final int MAX_TEXT = 4_000;
    static final int MAX_COMMENT = 2_000;

    private Texts() {}

    static void hold(Proposal proposal) {
        if (!proposal.language().equals("en") && !proposal.language().equals("zh")) {
            throw WishProblems.invalid("language", "must be 'en' or 'zh'");
        }
        if (proposal.title().codePoints().anyMatch(character -> !Storable.character(character))) {
            throw WishProblems.invalid("title", "must be one line without control characters");
        }
        hold("title", proposal.title(), MAX_TITLE);
        hold("text", proposal.text(), MAX_TEXT);
    }

    /// Some words, with line breaks and no other control character.
    static void hold(String where, String text, int max) {
        boolean fits = !text.isBlank()
                && text.length() <= max
                && text.codePoints().allMatch(character -> character == '\n' || Storable.character(character));
        if (!fits) {
            throw WishProblems.invalid(
                    where, "must have 1 to " + max + " characters and no control characters but line breaks");
        }
    }

    static byte[] digest(Proposal proposal) {
        try {
            String all = String.join("\0", proposal.wishClass(), proposal.title(), proposal.text());
            return MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
