package dev.holdfast.delivery.balance;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What somebody writes on a bank transfer so that it finds its balance: a creditor reference by ISO 11649.
///
/// Two check digits find every wrong digit and every pair of digits changed about, so that a slip of the pen
/// never pays another's balance. Banks hand references on in whatever shape the payer wrote them: among other
/// words, in small letters, with blanks in between.
final class RfReference {
    private static final String OURS = "HF";
    private static final int DIGITS = 10;
    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    private static final int CHECK = 98;
    private static final int GROUP = 4;

    /// In a text of letters and digits alone.
    private static final Pattern SHAPE = Pattern.compile("RF(\\d{2})" + OURS + "(\\d{" + DIGITS + "})");

    private RfReference() {}

    /// The reference of a balance, without blanks.
    static String of(long number) {
        String body = OURS + String.format(Locale.ROOT, "%0" + DIGITS + "d", number);
        int check = CHECK - remainder(body + "RF00");
        return "RF" + String.format(Locale.ROOT, "%02d", check) + body;
    }

    /// As it is printed: in groups of four.
    static String printed(String reference) {
        return reference.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    /// What a text of a transfer names.
    sealed interface Found {
        record One(long number) implements Found {}

        /// Its check digits do not fit.
        record Wrong() implements Found {}

        record Several() implements Found {}

        record Nothing() implements Found {}
    }

    static Found in(String text) {
        Matcher shape = SHAPE.matcher(text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
        TreeSet<Long> numbers = new TreeSet<>();
        boolean wrong = false;
        while (shape.find()) {
            OptionalLong number = read(shape.group());
            wrong |= number.isEmpty();
            number.ifPresent(numbers::add);
        }
        if (numbers.size() == 1) {
            return new Found.One(numbers.first());
        }
        if (numbers.isEmpty()) {
            return wrong ? new Found.Wrong() : new Found.Nothing();
        }
        return new Found.Several();
    }

    /// The number of a balance that somebody names by its reference alone.
    static Optional<Long> number(String reference) {
        return in(reference) instanceof Found.One(long number) ? Optional.of(number) : Optional.empty();
    }

    private static OptionalLong read(String reference) {
        String turned = reference.substring(GROUP) + reference.substring(0, GROUP);
        return remainder(turned) == 1
                ? OptionalLong.of(Long.parseLong(reference.substring(GROUP + OURS.length())))
                : OptionalLong.empty();
    }

    /// Letters count as ISO 7064 has them: A is 10, Z is 35.
    private static int remainder(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(letter -> digits.append(Character.digit(letter, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(MODULUS).intValueExact();
    }
}
