package dev.holdfast.web.page;

import org.jspecify.annotations.Nullable;

/// Signing in: with a link (one press), or how to come by one.
///
/// @param link   the secret part of a link that is about to be used; null: the reader has none
/// @param mailed whether a link can be asked for by mail
/// @param issuer by which people know the issuer that signs them in; null: there is none
record SignInPage(
        Frame frame,
        @Nullable String link,
        boolean mailed,
        @Nullable String issuer,
        @Nullable Notice notice) {}
