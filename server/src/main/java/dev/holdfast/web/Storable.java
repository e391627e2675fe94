package dev.holdfast.web;

/// Which characters of a text from outside may be kept.
final class Storable {
    private Storable() {}

    /// Not half a surrogate pair: the database would keep a question mark for it, and two texts would become one.
    static boolean character(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }
}
