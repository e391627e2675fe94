package dev.holdfast.supply.odds;

import java.util.random.RandomGenerator;

/// One supplier's coming weeks in one scenario, relived from a past. Asked for due weeks in rising order.
final class Future {
    /// How often a delivery that would already be here is drawn again before it is let come next week.
    private static final int PATIENCE = 20;

    private final History.Past past;
    private final RandomGenerator random;
    private int due = Integer.MIN_VALUE;
    private int relived;

    Future(History.Past past, boolean isOwn, RandomGenerator random) {
        this.past = past;
        this.random = random;
        if (past.weeks() > 0) {
            this.relived = isOwn ? past.likeNow(random) : random.nextInt(past.weeks());
        }
    }

    /// When, and how much of, a commitment comes that is not there at the end of week `now`.
    Arrival arrival(Commitment commitment, int now) {
        if (past.weeks() == 0) {
            return new Arrival(Math.max(commitment.expected(), now + 1), commitment.quantity());
        }
        if (commitment.due() != due) {
            relived = due == Integer.MIN_VALUE ? relived : next();
            due = commitment.due();
        }
        int delivery = delivery(relived);
        for (int turn = 0; turn < PATIENCE && commitment.due() + past.late()[delivery] <= now; turn++) {
            delivery = delivery(random.nextInt(past.weeks()));
        }
        int week = Math.max(commitment.due() + past.late()[delivery], now + 1);
        if (commitment.isPostponed()) {
            week = Math.max(week, commitment.expected());
        }
        return new Arrival(week, Math.round(commitment.quantity() * past.share()[delivery]));
    }

    private int next() {
        return random.nextInt(History.STRETCH) == 0 ? random.nextInt(past.weeks()) : (relived + 1) % past.weeks();
    }

    private int delivery(int week) {
        return random.nextInt(past.start()[week], past.start()[week + 1]);
    }

    record Arrival(int week, long units) {}
}
