package dev.holdfast.member.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A mail address that can stand in a header and an envelope as it is.
///
/// Narrower than the standard on purpose: no quoted names, no comments, no address literals, ASCII only. What is left
/// out is rare among people and common among attacks.
public record MailAddress(String text) {
    /// The longest that fits an SMTP envelope.
    static final int MAX_LENGTH = 254;

    private static final int MAX_NAME = 64;
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    public MailAddress {
        if (!isAddress(text)) {
            throw new IllegalArgumentException("This is no mail address.");
        }
    }

    /// The address a person typed or a token claims; empty when it is none.
    public static Optional<MailAddress> parse(@Nullable String typed) {
        var text = typed == null ? "" : typed.strip();
        return isAddress(text) ? Optional.of(new MailAddress(text)) : Optional.empty();
    }

    private static boolean isAddress(String text) {
        int at = text.lastIndexOf('@');
        return text.length() <= MAX_LENGTH
                && at > 0
                && at <= MAX_NAME
                && NAME.matcher(text.substring(0, at)).matches()
                && HOST.matcher(text.substring(at + 1)).matches();
    }

    /// The same for two spellings of one mailbox.
    String folded() {
        return text.toLowerCase(Locale.ROOT);
    }

    String host() {
        return text.substring(text.lastIndexOf('@') + 1);
    }
}
