package dev.holdfast.community.similar;

import java.lang.Character.UnicodeScript;

/// Tells Chinese from the rest of a text, as each is cut into words in its own way.
final class Script {
    private Script() {}

    static boolean isChinese(String text) {
        return text.codePoints().anyMatch(Script::isHan);
    }

    /// The text with a blank in the place of each Chinese character.
    static String withoutChinese(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        text.codePoints().forEach(character -> rest.appendCodePoint(isHan(character) ? ' ' : character));
        return rest.toString();
    }

    private static boolean isHan(int character) {
        return UnicodeScript.of(character) == UnicodeScript.HAN;
    }
}
