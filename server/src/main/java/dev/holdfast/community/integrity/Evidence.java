package dev.holdfast.community.integrity;

import java.time.Instant;

/// One row of what was noticed of the votes for a wish. Nobody's name stands in it.
///
/// @param number within the wish, from 1 without a gap
/// @param position of the vote in the wish's journal
/// @param count how many were seen together; of a new account, the hours it was known
/// @param change 1: it was noticed; -1: an appeal lifted it
public record Evidence(int number, int position, VoteSignal signal, int count, int change, Instant at) {}
