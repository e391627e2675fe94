package dev.holdfast.bench.crash;

import java.util.Locale;
import java.util.SplittableRandom;

/// What one round does, decided by its seed before anything starts: the same seed strikes the same fans at the same
/// share of their payments with the same force. What the machine's threads make of it differs from run to run.
///
/// @param share    of the fans who have paid when it strikes
/// @param pauseMs  from that moment to the strike, so that it does not always fall on the same step of a batch
/// @param lastsMs  until what broke is mended; a process that was killed is started again at once
/// @param strength how many answers are lost, by how many milliseconds each is late, or the clock jumps
/// @param victim   which of the instances
record Plan(long seed, Disaster disaster, double share, int pauseMs, int lastsMs, int strength, int victim) {
    private static final int MAX_PAUSE_MS = 250;
    private static final int MAX_LOST_ANSWERS = 6;
    /// A commit takes a few questions and answers, each of which is late.
    private static final int MAX_LATE_MS = 1_500;
    /// Payment messages are refused when they are five minutes off, and a provider would repeat them until they are
    /// not; a jump below that meets the rules of the line and not the door.
    private static final int MAX_JUMP_MS = 240_000;

    static Plan of(long seed) {
        return of(seed, Disaster.of(seed));
    }

    static Plan of(long seed, Disaster disaster) {
        var random = new SplittableRandom(seed);
        return new Plan(
                seed,
                disaster,
                random.nextDouble(0.1, 0.8),
                random.nextInt(MAX_PAUSE_MS),
                random.nextInt(1_000, disaster == Disaster.ANSWERS_DELAYED ? 8_000 : 4_000),
                switch (disaster) {
                    case ANSWER_DROPPED -> random.nextInt(1, MAX_LOST_ANSWERS);
                    case ANSWERS_DELAYED -> random.nextInt(50, MAX_LATE_MS);
                    case CLOCK_JUMPED -> random.nextInt(-MAX_JUMP_MS, MAX_JUMP_MS);
                    case SERVER_KILLED, DATABASE_KILLED, BOTH_KILLED, CONNECTIONS_CUT, DISK_FULL, ONE_OF_TWO_KILLED ->
                        1;
                },
                random.nextInt(disaster.instances()));
    }

    String words() {
        String how = switch (disaster) {
            case ANSWER_DROPPED -> ", %d of them".formatted(strength);
            case ANSWERS_DELAYED -> ", by %d ms for %d ms".formatted(strength, lastsMs);
            case CONNECTIONS_CUT, DISK_FULL -> ", for %d ms".formatted(lastsMs);
            case CLOCK_JUMPED -> ", by %+.0f s".formatted(strength / 1e3);
            case ONE_OF_TWO_KILLED -> ", number %d".formatted(victim + 1);
            case SERVER_KILLED, DATABASE_KILLED, BOTH_KILLED -> "";
        };
        return String.format(Locale.ROOT, "%s%s, when %.0f %% have paid", disaster.words(), how, share * 100);
    }
}
