package dev.holdfast.web.page;

import org.jspecify.annotations.Nullable;

/// Where a member's news goes, or one press to prove an address.
///
/// @param link    the secret part of a proof that is about to be used
/// @param address where news goes today; null: nowhere
/// @param offered whether mail is sent from here
record MyMailPage(
        Frame frame,
        @Nullable String link,
        @Nullable String address,
        boolean offered,
        @Nullable Notice notice) {}
