/// OpenID Connect: an issuer that signs people in, where one is configured.
///
/// Owns no table: what a sign-in under way needs is in the browser that began it. Promises that only that browser can
/// end it, once, with a token that the issuer made for this very attempt; the issuer's tokens are kept nowhere.
@NamedInterface("oidc")
@NullMarked
package dev.holdfast.member.oidc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
