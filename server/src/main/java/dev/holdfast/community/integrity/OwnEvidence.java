package dev.holdfast.community.integrity;

import dev.holdfast.community.wish.WishId;

/// What was noticed of a member's own vote.
///
/// @param lifted by an appeal
public record OwnEvidence(WishId wish, Evidence evidence, boolean lifted) {}
