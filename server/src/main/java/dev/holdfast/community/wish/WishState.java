package dev.holdfast.community.wish;

/// How a wish stands.
public enum WishState {
    /// It waits for its answer.
    OPEN,
    /// It was decided; its votes went back to those who gave them, and still count.
    ANSWERED,
    /// Another wish says the same, and stands for both.
    MERGED,
    /// What was answered did not hold: it waits again.
    REOPENED,
    /// Its author took it back, or was erased, while nobody else supported it.
    WITHDRAWN;

    /// Whether it can be voted for and decided.
    public boolean waits() {
        return this == OPEN || this == REOPENED;
    }

    /// Whether lists of what others proposed have it.
    public boolean isShown() {
        return this != MERGED && this != WITHDRAWN;
    }
}
