package dev.holdfast.member.mail;

/// What the mail server said to a letter.
sealed interface Delivery {
    record Accepted() implements Delivery {}

    /// Nothing is left to be said, or nobody to say it to: the mail server was not asked.
    record Pointless(String reason) implements Delivery {}

    /// For good: another try would be answered the same.
    record Refused(String reason) implements Delivery {}

    /// For now, or it cannot be known: tried again.
    record Failed(String reason) implements Delivery {}
}
