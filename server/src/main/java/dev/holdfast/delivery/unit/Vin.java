package dev.holdfast.delivery.unit;

import org.jspecify.annotations.Nullable;

/// A vehicle identification number: 17 characters of ISO 3779, whose ninth is the check digit of 49 CFR
/// 565.15.
///
/// Letters stand for digits, digits are weighed by their place, and the remainder of their sum by 11 is the
/// check digit; ten is written X. It catches every single wrong character but those of one value, and most
/// that changed places.
final class Vin {
    private static final int LENGTH = 17;
    private static final int CHECK = 8;
    private static final int MODULUS = 11;
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final String VALUES = "12345678123457923456789";

    private Vin() {}

    /// What is wrong with it; null when nothing is.
    static @Nullable String fault(String text) {
        if (text.length() != LENGTH) {
            return "has " + text.length() + " characters, and a VIN has " + LENGTH;
        }
        for (int at = 0; at < LENGTH; at++) {
            if (value(text.charAt(at)) < 0) {
                return "holds '" + text.charAt(at) + "' at place " + (at + 1)
                        + "; a VIN is of digits and capital letters without I, O and Q";
            }
        }
        char check = checkDigit(text);
        return text.charAt(CHECK) == check
                ? null
                : "has the check digit " + text.charAt(CHECK) + " at place 9, and it should be " + check;
    }

    /// The check digit that belongs to 17 characters, whatever stands in its place.
    static char checkDigit(String text) {
        int sum = 0;
        for (int at = 0; at < LENGTH; at++) {
            sum += WEIGHTS[at] * value(text.charAt(at));
        }
        int rest = sum % MODULUS;
        return rest == 10 ? 'X' : (char) ('0' + rest);
    }

    private static int value(char character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        int letter = LETTERS.indexOf(character);
        return letter < 0 ? -1 : VALUES.charAt(letter) - '0';
    }
}
