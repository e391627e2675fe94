package dev.holdfast.service.recall;

import java.util.Locale;

/// How somebody tries to reach an owner.
public enum Way {
    MAIL,
    /// The owner came by themselves, to their order's page.
    PAGE,
    PHONE,
    POST,
    VISIT;

    /// Whether somebody tells of it; the others are noted by themselves.
    public boolean told() {
        return this != MAIL && this != PAGE;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
