package dev.holdfast.bench.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// Requests and answers as somebody can read them, and as they can be sent again.
final class Print {
    private static final int MAX_SHOWN = 1_500;

    private Print() {}

    static String of(Request request) {
        String text = new String(request.bytes("localhost"), ISO_8859_1);
        String shown = text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "... (" + text.length() + ")" : text;
        return "        " + of(shown.replace("\r\n", "\n")).replace("\n", "\n        ");
    }

    /// What is no letter is written as its number, except ends of lines.
    static String of(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean plain = (letter >= ' ' && letter < 0x7f) || letter == '\n';
            safe.append(plain ? String.valueOf(letter) : "\\x%02x".formatted((int) letter));
        }
        return safe.toString();
    }
}
