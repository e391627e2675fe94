package dev.holdfast.launch.payment;

import java.time.Duration;

/// How patiently refunds are sent.
///
/// @param batch          refunds asked for at once by one instance; also its connections to the providers
/// @param lease          how long a row is ours; longer than any provider call, else two instances ask at once
/// @param idle           the wait when nothing is due
/// @param firstWait      after the first failed attempt; doubles from one to the next
/// @param maxWait        where the doubling ends
/// @param maxAttempts    after which only an operator can help: some four days with the defaults
/// @param confirmWithin  how long a provider's report is waited for before it is asked again
record RefundSettings(
        int batch,
        Duration lease,
        Duration idle,
        Duration firstWait,
        Duration maxWait,
        int maxAttempts,
        Duration confirmWithin) {

    static final RefundSettings DEFAULT = new RefundSettings(
            16,
            Duration.ofMinutes(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofHours(1),
            100,
            Duration.ofDays(1));

    /// The wait after so many attempts have failed.
    Duration waitAfter(int attempts) {
        Duration wait = firstWait;
        for (int attempt = 1; attempt < attempts && wait.compareTo(maxWait) < 0; attempt++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(maxWait) < 0 ? wait : maxWait;
    }
}
