package dev.holdfast.service.recall;

import java.util.Locale;

/// What came of an attempt to reach an owner.
public enum Reached {
    /// The letter waits for the mail server, or nobody knows yet.
    QUEUED,
    /// A mail server took it; nobody knows whether it was read.
    SENT,
    /// Nobody reads there, or there is no address.
    BOUNCED,
    REACHED,
    NOT_REACHED,
    /// The owner does not want it.
    DECLINED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
