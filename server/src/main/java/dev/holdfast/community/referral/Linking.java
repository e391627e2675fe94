package dev.holdfast.community.referral;

/// What became of a code that a friend came with.
public sealed interface Linking {
    /// The first contact.
    record Linked(Referral referral) implements Linking {}

    /// The friend came with this owner's code before.
    record Known(Referral referral) implements Linking {}

    /// Another owner's code came first. That this one came is on record.
    record Later(Referral referral) implements Linking {}

    /// Nobody brings themselves.
    record Own() implements Linking {}

    record UnknownCode(String code) implements Linking {}
}
