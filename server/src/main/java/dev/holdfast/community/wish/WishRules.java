package dev.holdfast.community.wish;

/// How much one member may have going at a time.
///
/// @param liveVotes votes for wishes that are not decided
/// @param openWishes own wishes that are not decided
public record WishRules(int liveVotes, int openWishes) {
    public static final int MAX = 1_000;
}
