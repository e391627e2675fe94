package dev.holdfast.launch.payment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// How unreliable a simulated provider is.
///
/// Real ones promise to deliver at least once and nothing about order; each of these faults has been met in the wild.
/// What befalls a message depends on the seed and its id alone, so a run can be played again whatever the threads do.
///
/// @param maxDelay      each copy waits for up to this long, which is also what reorders them
/// @param lostShare     of the copies: the first attempt vanishes on the way
/// @param doubledShare  of the messages: a second copy is sent; every other one comes under a new id
/// @param retryAfter    the wait after a first attempt that was lost or refused; it doubles from one to the next
public record Mischief(Duration maxDelay, double lostShare, double doubledShare, Duration retryAfter) {

    /// Delivers at once and once.
    public static final Mischief NONE = new Mischief(Duration.ZERO, 0, 0, Duration.ofSeconds(1));

    /// Enough for somebody who tries Holdfast out to meet every fault within a few dozen payments.
    public static final Mischief AS_IN_LIFE = new Mischief(Duration.ofMillis(1_500), 0.05, 0.10, Duration.ofSeconds(3));

    /// The one an operator asks for by name.
    static Mischief named(String name) {
        return switch (name) {
            case "none" -> NONE;
            case "as-in-life" -> AS_IN_LIFE;
            default ->
                throw new IllegalArgumentException("HOLDFAST_SANDBOX_MISCHIEF is '" + name
                        + "' and not one that exists. Maybe use none or as-in-life.");
        };
    }

    /// One copy of a message on its way.
    record Copy(String webhookId, Duration delay, boolean lostAtFirst) {}

    List<Copy> copies(long seed, String webhookId) {
        SplittableRandom fate = new SplittableRandom(seed * 31 + webhookId.hashCode());
        List<Copy> copies = new ArrayList<>();
        copies.add(copy(fate, webhookId));
        if (fate.nextDouble() < doubledShare) {
            copies.add(copy(fate, fate.nextBoolean() ? webhookId : webhookId + "-again"));
        }
        return copies;
    }

    private Copy copy(SplittableRandom fate, String webhookId) {
        Duration delay = Duration.ofNanos(fate.nextLong(maxDelay.toNanos() + 1));
        return new Copy(webhookId, delay, fate.nextDouble() < lostShare);
    }
}
