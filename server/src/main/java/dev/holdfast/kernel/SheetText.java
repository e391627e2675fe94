package dev.holdfast.kernel;

import org.jspecify.annotations.Nullable;

/// Texts of people in a file that somebody opens as a spreadsheet.
public final class SheetText {
    private SheetText() {}

    /// A spreadsheet runs what begins like a formula, and fans choose what they are called and what they write: such a
    /// text gets an apostrophe in front, which spreadsheets do not show.
    public static String safe(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return switch (text.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r', '\n' -> "'" + text;
            default -> text;
        };
    }
}
