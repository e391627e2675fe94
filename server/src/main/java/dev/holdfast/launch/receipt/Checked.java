package dev.holdfast.launch.receipt;

/// What became of the check of a receipt.
public sealed interface Checked {
    /// Signed here, and not a letter was changed since.
    record Genuine(OrderReceipt receipt, String key) implements Checked {}

    /// It names our key, and the signature does not fit what it says.
    record Altered(String key) implements Checked {}

    /// Signed with a key that is not ours. Maybe it is from another server.
    record UnknownKey(String key) implements Checked {}

    /// No receipt at all, or only a part of one.
    record NoReceipt() implements Checked {}
}
