package dev.holdfast.member.mail;

/// Carries letters.
interface Transport {
    /// @param identity the same for every try of one letter, so that a receiver can drop the second copy
    Delivery send(MailAddress to, Letter letter, String identity);
}
