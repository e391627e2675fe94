package dev.holdfast.kernel;

/// Which characters of a text from outside may be kept.
public final class Storable {
    private Storable() {}

    /// Not half a surrogate pair: the database would keep a question mark for it, and two texts would become one.
    public static boolean character(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }
}
