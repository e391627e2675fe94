package dev.holdfast.community.answer;

/// What an operator says of who signs in a role.
///
/// @param signs false: no more
/// @param grants whether they may name others, too
public record Grant(String role, String member, boolean signs, boolean grants) {}
