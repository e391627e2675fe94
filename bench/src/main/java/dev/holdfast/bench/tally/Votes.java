package dev.holdfast.bench.tally;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/// The journal of one wish from a seed, row by row, as a crowd would leave it behind: most vote once, some take their
/// vote back, and a few of those vote again.
///
/// It adds up by itself what it made, and so is a second opinion on every total.
final class Votes {
    /// One row in so many is of somebody who was there before.
    private static final int AGAIN = 6;

    private static final int MOST_SECONDS_APART = 3;

    private final Random random;
    /// Of each row: the position of its voter's first row.
    private final int[] voters;
    /// By the position of their first row: whether they support the wish.
    private final boolean[] supports;
    private Instant at;
    private int position;
    private int votes;
    private int withdrawals;

    /// @param rows how many there will be
    Votes(long seed, int rows, Instant from) {
        this.random = new Random(seed);
        this.voters = new int[rows + 1];
        this.supports = new boolean[rows + 1];
        this.at = from;
    }

    /// @param change 1 for a vote, -1 for one taken back
    record Row(int position, int voter, int change, Instant at) {}

    boolean hasNext() {
        return position < voters.length - 1;
    }

    Row next() {
        boolean again = position > 0 && random.nextInt(AGAIN) == 0;
        int voter = again ? voters[1 + random.nextInt(position)] : position + 1;
        position++;
        voters[position] = voter;
        supports[voter] = !supports[voter];
        int change = supports[voter] ? 1 : -1;
        votes += supports[voter] ? 1 : 0;
        withdrawals += supports[voter] ? 0 : 1;
        at = at.plus(Duration.ofMillis(random.nextInt(MOST_SECONDS_APART * 1_000)));
        return new Row(position, voter, change, at);
    }

    int votes() {
        return votes;
    }

    int withdrawals() {
        return withdrawals;
    }

    int total() {
        return votes - withdrawals;
    }
}
