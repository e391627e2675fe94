/// Integrity: what is noticed of votes, as evidence and never as a verdict.
///
/// Owns the tables `community.vote_*`. Promises that no vote is taken away and none counts less in the total:
/// what is noticed makes a second, weighted total, published beside the first with the weights and the
/// evidence it was made of; that evidence is only added, and lifted by further rows; that of devices and
/// networks nothing is kept but keyed hashes of one wish each, for 90 days; and that whoever is noticed sees
/// it, may object, and is answered with a reason by somebody whose name is on record.
@NamedInterface("integrity")
@NullMarked
package dev.holdfast.community.integrity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
