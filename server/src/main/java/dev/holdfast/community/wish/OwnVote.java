package dev.holdfast.community.wish;

/// A row of the journal, as its own member sees it: with it they find themselves in every file of the wish.
///
/// @param number over all wishes, in which lists are ordered
public record OwnVote(long number, WishId wish, VoteRow row) {}
