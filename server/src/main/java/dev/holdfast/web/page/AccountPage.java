package dev.holdfast.web.page;

import dev.holdfast.member.Session;
import dev.holdfast.member.passkey.Passkey;
import dev.holdfast.member.phone.PhoneNumber;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A member's own page: how they are reached, where they are signed in, and what is kept about them.
///
/// @param address  where news goes; null: nowhere
/// @param phone    the telephone that is proved; null: none
/// @param sessions where the member is signed in, the latest first
/// @param passkeys devices that sign the member in
record AccountPage(
        Frame frame,
        @Nullable String address,
        @Nullable PhoneNumber phone,
        List<Session> sessions,
        List<Passkey> passkeys,
        @Nullable Notice notice) {
    AccountPage {
        sessions = List.copyOf(sessions);
        passkeys = List.copyOf(passkeys);
    }

    String at(Instant instant) {
        return frame.words().instant(instant, ZoneOffset.UTC);
    }

    /// Whether it is the session this page is read in.
    boolean isThis(Session session) {
        return session.equals(frame.session());
    }
}
