/// Referral: who brought whom, proved by the first contact.
///
/// Owns codes, referrals and all that ever happened to one. Promises that the first contact stands: a later code, a new
/// telephone or a word of staff changes nothing without a trace that the owner sees; that a referral earns when the
/// friend's order is delivered and not before; and that a dispute nobody answers in time ends for the first contact.
/// Never punishes: what looks like a ring is shown to operators as what it is, evidence.
@NamedInterface("referral")
@NullMarked
package dev.holdfast.community.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
