package dev.holdfast.member.phone;

import java.util.Optional;
import java.util.regex.Pattern;

/// A telephone number as the world writes it (E.164): `+`, the country, and at most 15 digits.
public record PhoneNumber(String text) {
    private static final Pattern DECORATION = Pattern.compile("[\\s().\\-/\u00a0\u2010-\u2015]");
    private static final Pattern WORLDWIDE = Pattern.compile("\\+[1-9]\\d{6,14}");

    /// Digits that are shown of a number: enough to know one's own, and too few to call it.
    private static final int SHOWN = 2;

    /// @param typed with the country in front, as `+86 138 0013 8000` or `0086...`; brackets and dashes do no harm
    public static Optional<PhoneNumber> parse(String typed) {
        String digits = DECORATION.matcher(typed).replaceAll("");
        String worldwide = digits.startsWith("00") ? "+" + digits.substring(2) : digits;
        return WORLDWIDE.matcher(worldwide).matches() ? Optional.of(new PhoneNumber(worldwide)) : Optional.empty();
    }

    /// As it may stand on a screen that others see.
    public String masked() {
        int end = text.length() - SHOWN;
        return text.substring(0, 3) + "\u2026" + text.substring(end);
    }

    /// Numbers end up in logs by accident; not whole.
    @Override
    public String toString() {
        return masked();
    }
}
