/// Member: who is known, who is signed in, and what operators did.
///
/// Owns schema `member`. Promises that a member is known from the first token on, that a sign-in link works once, that
/// no secret is kept in a readable form, and that the trail of operators' acts only grows. It never makes an order
/// wait: what the hot path says here is written later, in bulk.
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package dev.holdfast.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
