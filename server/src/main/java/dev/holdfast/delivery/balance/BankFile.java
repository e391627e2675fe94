package dev.holdfast.delivery.balance;

import dev.holdfast.kernel.Check;
import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Storable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a bank's statement says came in.
record BankFile(List<Came> lines) {
    /// A day of a large seller; a file has to be read and kept as one.
    static final int MAX_LINES = 20_000;

    static final int MAX_TEXT = 500;

    private static final int MAX_DIGITS = 20;

    /// Money that came, as the bank tells of it.
    ///
    /// @param bankReference the bank's own; empty: it gave none
    record Came(
            String account,
            String bankReference,
            LocalDate bookedOn,
            Money amount,
            String payer,
            String payerAccount,
            String text) {
        Came {
            bankReference = cut(bankReference);
            payer = cut(payer);
            payerAccount = cut(payerAccount);
            text = cut(text);
        }

        /// What cannot be kept is left out: a bank's text is shown and searched, never sent back.
        private static String cut(String text) {
            StringBuilder kept = new StringBuilder();
            text.strip()
                    .codePoints()
                    .map(letter -> Character.isWhitespace(letter) ? ' ' : letter)
                    .filter(Storable::character)
                    .limit(MAX_TEXT)
                    .forEach(kept::appendCodePoint);
            return kept.toString();
        }
    }

    BankFile {
        lines = List.copyOf(lines);
    }

    /// What tells each line from every other, in this file and in those that overlap with it: all it says,
    /// and the how manieth it is that says just this. So a file sent again, and a day that stands in two
    /// files, are known; two transfers that are alike are two.
    List<byte[]> identities() {
        Map<Came, Integer> seen = new HashMap<>();
        List<byte[]> identities = new ArrayList<>();
        for (Came line : lines) {
            int nth = seen.merge(line, 1, Integer::sum);
            identities.add(digest((line + " " + nth).getBytes(StandardCharsets.UTF_8)));
        }
        return identities;
    }

    static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /// Decimals as banks write them, to minor units, exactly.
    ///
    /// @throws ArithmeticException when there are more digits than the currency has, or too large a number
    /// @throws IllegalArgumentException when it is no amount, or there is no such currency
    static Money money(String amount, String currency) {
        String text = amount.strip();
        if (text.length() > MAX_DIGITS || !text.matches("\\d+([.,]\\d+)?")) {
            throw new IllegalArgumentException("no amount");
        }
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        Check.that(digits >= 0, "Currency %s has no minor unit", currency);
        long minor =
                new BigDecimal(text.replace(',', '.')).movePointRight(digits).longValueExact();
        return new Money(minor, currency);
    }
}
