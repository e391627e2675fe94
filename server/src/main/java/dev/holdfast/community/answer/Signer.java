package dev.holdfast.community.answer;

import java.time.Instant;

/// An operator who may sign in a role.
///
/// @param grants whether they may name others, and give the role another name
/// @param grantedBy who named them; whoever adds a role names themselves
public record Signer(String member, boolean grants, String grantedBy, Instant since) {}
