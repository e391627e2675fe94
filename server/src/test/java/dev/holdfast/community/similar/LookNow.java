package dev.holdfast.community.similar;

/// Lets an index follow the table now rather than within a second.
public final class LookNow {
    private LookNow() {}

    public static void look(SimilarWishes similar) {
        similar.look();
    }
}
