package dev.holdfast.community.wish;

import dev.holdfast.member.personal.PersonalData;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What others see in place of a member's name: a keyed hash, so that two things one member said are known to be of
/// one hand and nobody finds out whose, not even by trying all names.
public final class Aliases {
    /// Tells a hundred thousand people apart on a page.
    private static final int SHORT = 8;
    /// Half of it: enough to tell a million apart in a file.
    private static final int HASH_BYTES = 16;

    private final SecretKeySpec key;

    Aliases(byte[] secret) {
        this.key = new SecretKeySpec(mac(new SecretKeySpec(secret, "HmacSHA256"), "holdfast aliases"), "HmacSHA256");
    }

    /// In files: 32 hexadecimal digits.
    public String hash(String member) {
        return HexFormat.of().formatHex(mac(key, member), 0, HASH_BYTES);
    }

    /// On pages; empty: the member is erased.
    public Optional<String> of(String member) {
        return member.startsWith(PersonalData.PSEUDONYM)
                ? Optional.empty()
                : Optional.of(hash(member).substring(0, SHORT));
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", impossible);
        }
    }
}
