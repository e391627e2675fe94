package dev.holdfast.member.mail;

/// What became of asking for a letter. Whether anybody is known at the address is never among it.
public enum Asked {
    /// Somebody reads there and gets a letter, or nobody does and none is sent.
    TAKEN,
    NO_ADDRESS,
    /// No mail is sent from here.
    NOT_OFFERED,
}
