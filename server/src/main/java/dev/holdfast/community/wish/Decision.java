package dev.holdfast.community.wish;

/// What an official answer says of a wish.
public enum Decision {
    ACCEPTED,
    ACCEPTED_IN_PART,
    LATER,
    DECLINED,
    EXISTS_ALREADY,
    /// No end: the wish waits on, and its votes with it.
    NEEDS_MORE;

    /// Whether the votes go back to those who gave them.
    boolean ends() {
        return this != NEEDS_MORE;
    }
}
