package dev.holdfast.member.phone;

/// Whoever carries text messages to telephones.
interface TextMessages {
    /// Hands one message over. Takes seconds at most, and throws nothing of the world's.
    Handing send(PhoneNumber to, String text);

    /// What became of it.
    sealed interface Handing {
        /// It is on its way, and may still be lost.
        record Taken() implements Handing {}

        /// Nobody answered, or not in time: it may be on its way.
        record Unsure(String reason) implements Handing {}

        /// This telephone gets none: it is no number, a landline, or its owner said stop.
        record Refused(String reason) implements Handing {}

        /// It was not taken, and may be later.
        record Busy(String reason) implements Handing {}
    }
}
