package dev.holdfast.launch.review;

import dev.holdfast.launch.Screening;
import dev.holdfast.launch.Screening.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How suspicious an order is: the sum of plain signals, each weighed as its launch says. A pure function, so that
/// anybody can recompute a decision and a simulation can play with it.
///
/// No signal alone proves anything: a family shares a card, a school a network, and a quick thumb is no crime. So each
/// counts only so far, and what they come to is a person's reason to look.
public record Suspicion(int points, List<Evidence> evidence) {
    /// Beyond it one more member on the same card, device or address tells nothing new.
    private static final int MOST_MEMBERS = 5;

    /// A lecture hall, or a telephone company's gateway: only a crowd from one network is a signal, and a weak one.
    private static final int CROWD = 10;

    private static final int MOST_CROWDS = 4;

    /// From seeing that a launch is open to having pressed, on the fastest line. The page's own reload takes as long.
    private static final Duration NO_HAND = Duration.ofMillis(500);

    public Suspicion {
        evidence = List.copyOf(evidence);
    }

    public static Suspicion of(Seen seen, Screening rules) {
        List<Evidence> found = new ArrayList<>();
        count(found, Signal.INSTRUMENT, seen.sameInstrument(), Math.min(seen.sameInstrument(), MOST_MEMBERS), rules);
        count(found, Signal.DEVICE, seen.sameDevice(), Math.min(seen.sameDevice(), MOST_MEMBERS), rules);
        count(found, Signal.ADDRESS, seen.sameAddress(), Math.min(seen.sameAddress(), MOST_MEMBERS), rules);
        count(found, Signal.NETWORK, seen.sameNetwork(), Math.min(seen.sameNetwork() / CROWD, MOST_CROWDS), rules);
        boolean tooFast =
                !seen.afterOpening().isNegative() && seen.afterOpening().compareTo(NO_HAND) < 0;
        count(found, Signal.SPEED, seen.afterOpening().toMillis(), tooFast ? 1 : 0, rules);
        return new Suspicion(found.stream().mapToInt(Evidence::points).sum(), found);
    }

    private static void count(List<Evidence> found, Signal signal, long count, int times, Screening rules) {
        int points = times * rules.weight(signal);
        if (points > 0) {
            found.add(new Evidence(signal, count, points));
        }
    }

    public boolean reaches(Screening rules) {
        return points >= rules.threshold();
    }
}
