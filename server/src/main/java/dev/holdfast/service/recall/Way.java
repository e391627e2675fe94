package dev.holdfast.service.recall;

import java.util.Locale;

/// How somebody tries to reach an owner.
public enum Way {
    MAIL,
    PHONE,
    POST,
    VISIT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
