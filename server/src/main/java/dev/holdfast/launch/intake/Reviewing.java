package dev.holdfast.launch.intake;

import dev.holdfast.launch.EntryRules;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.Refusal;
import dev.holdfast.launch.Screening;
import dev.holdfast.launch.review.Act;
import dev.holdfast.launch.review.Standing;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the review of an order does to it: nothing while it is open, but that it is not locked; and what was decided.
final class Reviewing {
    private Reviewing() {}

    static Outcome step(Line line, Ask.Review ask) {
        Entry entry = line.facts.orders.get(ask.order());
        if (entry == null || !ask.asker().may(entry.order())) {
            return new Outcome.Refused(new Refusal.UnknownOrder(ask.order().toString()));
        }
        Act act = ask.step().act();
        @Nullable Standing standing = line.facts.reviews.get(entry.id());
        if (act == Act.OPENED) {
            open(line, entry, ask, standing);
            return new Outcome.Done(entry.order());
        }
        if (standing != null && standing.decided() == act) {
            // The same decision once more: whoever did not get the reply sends it again.
            return new Outcome.Done(entry.order());
        }
        if (standing == null || !standing.lets(act, appealWithin(line.definition.entry()), line.now)) {
            return new Outcome.Refused(new Refusal.NothingToReview(act.name()));
        }
        write(line, entry, ask, standing.then(act, line.now));
        if (act == Act.RELEASED) {
            release(line, entry, ask.asker().member());
        } else if (act == Act.KEPT) {
            lockIfRipe(line, entry);
        }
        return new Outcome.Done(entry.order());
    }

    /// Whether an operator has yet to look at it.
    static boolean holds(Line line, Entry entry) {
        Standing standing = line.facts.reviews.get(entry.id());
        return standing != null && standing.open();
    }

    /// Once, whoever asks how often: an order that was kept is not held again for what was known.
    private static void open(Line line, Entry entry, Ask.Review ask, @Nullable Standing standing) {
        boolean early = entry.state == OrderState.HELD || entry.state == OrderState.PLACED;
        if (standing == null && early) {
            write(line, entry, ask, Standing.opened(line.now));
        }
    }

    private static void release(Line line, Entry entry, String operator) {
        if (!entry.state.live()) {
            return;
        }
        if (entry.state != OrderState.HELD) {
            Leaving.refund(line, entry, "released_by_review");
        }
        Leaving.leave(line, entry, OrderState.CANCELLED, "released_by_review", operator);
    }

    /// The clock passed it by while somebody had to look at it.
    private static void lockIfRipe(Line line, Entry entry) {
        @Nullable Instant placedAt = entry.placedAt;
        boolean ripe = entry.state == OrderState.PLACED
                && placedAt != null
                && !placedAt.plus(line.definition.lockAfter()).isAfter(line.now);
        if (ripe) {
            Sweeping.ripen(line, entry);
        }
    }

    private static Duration appealWithin(EntryRules entry) {
        Screening screening = entry.screening();
        return screening == null ? Screening.DEFAULT_APPEAL_WITHIN : screening.appealWithin();
    }

    private static void write(Line line, Entry entry, Ask.Review ask, Standing next) {
        line.facts.reviews.put(entry.id(), next);
        line.writes.reviews.add(
                new ReviewBook.Row(entry.id(), ask.step(), ask.asker().member()));
    }
}
