package dev.holdfast.bench.load;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Picks single members out of a small JSON object by name, without building a tree.
///
/// Enough for the answer to an order, whose member names occur once and whose values hold no escapes, and a
/// tenth of the price of a parser. The book is read back with a real one.
final class Json {
    static final long NONE = -1;

    private Json() {}

    /// A whole number that is not negative, or NONE.
    static long number(byte[] json, int from, int to, byte[] name) {
        int at = valueOf(json, from, to, name);
        return at < 0 ? NONE : number(json, at, to);
    }

    /// The bytes of a string value; null when the member is absent or null.
    static byte @Nullable [] text(byte[] json, int from, int to, byte[] name) {
        int at = valueOf(json, from, to, name);
        if (at < 0 || json[at] != '"') {
            return null;
        }
        int end = at + 1;
        while (end < to && json[end] != '"') {
            end++;
        }
        return Arrays.copyOfRange(json, at + 1, end);
    }

    /// A date as the number 20271231, or NONE.
    static int date(byte[] json, int from, int to, byte[] name) {
        int at = valueOf(json, from, to, name);
        if (at < 0 || json[at] != '"') {
            return (int) NONE;
        }
        int date = 0;
        for (int i = at + 1; i < to && json[i] != '"'; i++) {
            if (json[i] != '-') {
                date = date * 10 + (json[i] - '0');
            }
        }
        return date;
    }

    static long number(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] == ' ') {
            at++;
        }
        long value = at < to && isDigit(bytes[at]) ? 0 : NONE;
        while (at < to && isDigit(bytes[at])) {
            value = value * 10 + (bytes[at++] - '0');
        }
        return value;
    }

    private static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }

    /// Where the value of `name` (given with its quotes) begins, or -1.
    private static int valueOf(byte[] json, int from, int to, byte[] name) {
        next:
        for (int at = from; at <= to - name.length; at++) {
            for (int i = 0; i < name.length; i++) {
                if (json[at + i] != name[i]) {
                    continue next;
                }
            }
            int value = at + name.length;
            while (value < to && (json[value] == ' ' || json[value] == ':')) {
                value++;
            }
            return value < to ? value : -1;
        }
        return -1;
    }
}
