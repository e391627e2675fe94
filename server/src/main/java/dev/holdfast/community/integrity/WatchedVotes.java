package dev.holdfast.community.integrity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How the votes for one wish came in, and what was noticed of them.
///
/// @param sums one for each thing that was noticed
/// @param bursts the largest, as they came
/// @param span how long each of the bars is
/// @param bars spans in which votes came, the earliest first
public record WatchedVotes(List<Sum> sums, List<Burst> bursts, Duration span, List<Bar> bars) {
    public WatchedVotes {
        sums = List.copyOf(sums);
        bursts = List.copyOf(bursts);
        bars = List.copyOf(bars);
    }

    /// Of how many votes something is noticed.
    ///
    /// @param votes it was not lifted of
    /// @param lifted votes it was lifted of
    /// @param most the largest number that came with any of it
    public record Sum(VoteSignal signal, int votes, int lifted, int most) {}

    /// Votes within ten minutes.
    public record Burst(Instant began, int votes) {}

    /// @param burst how many of them came in a burst
    public record Bar(Instant began, int votes, int burst) {}
}
