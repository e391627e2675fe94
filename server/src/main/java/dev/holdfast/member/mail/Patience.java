package dev.holdfast.member.mail;

import java.time.Duration;

/// How stubbornly letters are sent.
///
/// @param batch       letters under way at once on one instance; also its connections to the mail server
/// @param lease       how long a row is ours; longer than the slowest server may take
/// @param idle        the wait when nothing is due
/// @param firstWait   after the first failed try; doubles from one to the next
/// @param maxWait     where the doubling ends
/// @param maxAttempts after which only an operator can help: some four days with the defaults
record Patience(int batch, Duration lease, Duration idle, Duration firstWait, Duration maxWait, int maxAttempts) {
    static final Patience DEFAULT = new Patience(
            16, Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofHours(1), 100);

    /// The wait after so many tries have failed.
    Duration waitAfter(int attempts) {
        var wait = firstWait;
        for (int attempt = 1; attempt < attempts && wait.compareTo(maxWait) < 0; attempt++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(maxWait) < 0 ? wait : maxWait;
    }
}
