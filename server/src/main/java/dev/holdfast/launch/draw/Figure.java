package dev.holdfast.launch.draw;

import dev.holdfast.kernel.Problem;

/// The public figure of a draw as an operator types it.
public final class Figure {
    /// A figure is a number or a text of some hundred digits.
    public static final int MAX = 500;

    private Figure() {}

    /// @throws Problem INVALID when it cannot stand in a line of the published file
    public static String checked(String typed) {
        String figure = typed.strip();
        if (figure.isEmpty()
                || figure.equals(DrawText.UNKNOWN)
                || figure.length() > MAX
                || figure.codePoints().anyMatch(Character::isISOControl)) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_figure",
                    "'figure' must be one line of 1 to " + MAX + " characters, letter for letter as published.");
        }
        return figure;
    }
}
