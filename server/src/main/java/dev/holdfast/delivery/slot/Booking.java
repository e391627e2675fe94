package dev.holdfast.delivery.slot;

import dev.holdfast.delivery.slot.Appointment.State;
import dev.holdfast.delivery.slot.SlotNews.Kind;
import dev.holdfast.kernel.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What may become of an appointment, one rule for each act.
///
/// Whoever calls has the appointment's row; the rows of slots come after it and in the order of their numbers,
/// so nobody waits in a circle. All of it in the running transaction: whoever moves to a slot that went
/// meanwhile keeps what they had.
final class Booking {
    /// As long as one asks somebody whether the time suits them.
    static final Duration HOLD = Duration.ofMinutes(15);

    /// How long what is free is kept for whoever waits longest.
    static final Duration TURN = Duration.ofHours(24);

    static final Duration REMIND_BEFORE = Duration.ofHours(24);

    private final SlotBook book;
    private final SlotNews news;

    Booking(SlotBook book, SlotNews news) {
        this.book = book;
        this.news = news;
    }

    /// Holds a slot for a quarter of an hour; who has confirmed one moves to it at once.
    Appointment choose(Appointment from, long wanted, Instant now) {
        Slot slot = book.byNumber(wanted)
                .filter(one -> one.region().equals(from.region()))
                .orElseThrow(() -> Refused.unknownSlot(wanted));
        Long had = from.slot();
        if (had != null && had == wanted) {
            return again(from, slot, now);
        }
        unlessBegun(from, now);
        if (slot.free() <= 0 || !slot.from().isAfter(now)) {
            throw Refused.slotGone(slot);
        }
        if (had == null) {
            unlessOthersComeFirst(from, now);
        }
        exchange(had, slot, now);
        Appointment to = from.state() == State.CONFIRMED
                ? from.confirmed(wanted, soon(slot, now), now)
                : from.held(wanted, now.plus(HOLD), now);
        write(to, to.state() == State.CONFIRMED ? "moved" : "held", wanted, "member", now);
        if (to.state() == State.CONFIRMED) {
            news.tell(Kind.CONFIRMED, to, slot, now);
        }
        return to;
    }

    /// The same slot once more: it is theirs, and a hold that ran out this very moment begins anew.
    private Appointment again(Appointment from, Slot slot, Instant now) {
        Instant until = from.heldUntil();
        if (until == null || now.isBefore(until)) {
            return from;
        }
        Appointment to = from.held(slot.number(), now.plus(HOLD), now);
        write(to, "held", slot.number(), "member", now);
        return to;
    }

    private void unlessOthersComeFirst(Appointment from, Instant now) {
        SlotBook.Standing standing = book.standing(from, now.minus(TURN), now);
        if (standing.ahead() >= standing.free()) {
            throw Refused.notYourTurn(standing.ahead(), standing.free());
        }
    }

    private void exchange(@Nullable Long had, Slot wanted, Instant now) {
        if (had != null && had < wanted.number()) {
            book.giveBack(had);
        }
        if (!book.take(wanted.number(), now)) {
            throw Refused.slotGone(wanted);
        }
        if (had != null && had > wanted.number()) {
            book.giveBack(had);
        }
    }

    /// The same once more changes nothing.
    Appointment confirm(Appointment from, Instant now) {
        if (from.state() == State.CONFIRMED) {
            return from;
        }
        Instant until = from.heldUntil();
        if (from.state() != State.HELD || until == null) {
            throw Refused.noSlot("confirm");
        }
        if (!now.isBefore(until)) {
            throw Refused.holdOver(until);
        }
        Slot slot = slotOf(from);
        unlessBegun(from, now);
        Appointment to = from.confirmed(slot.number(), soon(slot, now), now);
        write(to, "confirmed", slot.number(), "member", now);
        news.tell(Kind.CONFIRMED, to, slot, now);
        return to;
    }

    private static boolean soon(Slot slot, Instant now) {
        return !slot.from().isAfter(now.plus(REMIND_BEFORE));
    }

    /// Gives the slot back; whoever waits longest may have it.
    Appointment release(Appointment from, String cause, Instant now) {
        if (!from.state().hasSlot()) {
            throw Refused.noSlot("give back");
        }
        unlessBegun(from, now);
        return free(from, from.waiting(now), "released", cause, now);
    }

    private void unlessBegun(Appointment from, Instant now) {
        if (from.state() == State.CONFIRMED && !slotOf(from).from().isAfter(now)) {
            throw Refused.begun(slotOf(from));
        }
    }

    void lapse(Appointment from, Instant now) {
        Instant until = from.heldUntil();
        if (until != null && !until.isAfter(now)) {
            free(from, from.waiting(now), "lapsed", "hold_over", now);
        }
    }

    void miss(Appointment from, Duration after, Instant now) {
        if (from.state() != State.CONFIRMED) {
            return;
        }
        Slot slot = slotOf(from);
        if (!slot.to().plus(after).isAfter(now)) {
            Appointment to = free(from, from.missed(now), "missed", "nobody_came", now);
            news.tell(Kind.MISSED, to, slot, now);
        }
    }

    void remind(Appointment from, Instant now) {
        if (from.state() == State.CONFIRMED && !from.reminded()) {
            Slot slot = slotOf(from);
            book.write(from.wasReminded());
            // Whoever was away for long need not be reminded of what is over.
            if (slot.from().isAfter(now)) {
                news.tell(Kind.REMINDED, from, slot, now);
            }
        }
    }

    void invite(Appointment from, Instant now) {
        if (from.state() == State.WAITING && from.invitedAt() == null) {
            book.write(from.invited(now));
            news.tell(Kind.INVITED, from, null, now);
        }
    }

    /// Handed over, whether there was a slot or not.
    void done(Appointment from, Instant now) {
        if (!from.state().over()) {
            write(from.done(now), "done", from.slot(), "handed_over", now);
        }
    }

    /// Nobody has to come any more, and knows it: what they had is free.
    void end(Appointment from, Instant now) {
        if (from.state().hasSlot()) {
            free(from, from.gone(now), "gone", "not_needed", now);
        } else if (!from.state().over()) {
            write(from.gone(now), "gone", null, "not_needed", now);
        }
    }

    /// The unit is not there any more.
    void leave(Appointment from, Instant now) {
        withdraw(from, "unit_gone", now);
    }

    /// Others decided it: who had a time is told.
    void withdraw(Appointment from, String cause, Instant now) {
        if (from.state().over()) {
            return;
        }
        if (from.state().hasSlot()) {
            Slot slot = slotOf(from);
            free(from, from.gone(now), "gone", cause, now);
            news.tell(Kind.WITHDRAWN, from, slot, now);
        } else {
            write(from.gone(now), "gone", null, cause, now);
        }
    }

    private Appointment free(Appointment from, Appointment to, String step, String cause, Instant now) {
        book.giveBack(slotOf(from).number());
        write(to, step, from.slot(), cause, now);
        return to;
    }

    private Slot slotOf(Appointment appointment) {
        long number = Objects.requireNonNull(appointment.slot(), "an appointment without a slot");
        Slot slot = book.byNumber(number).orElse(null);
        Check.that(slot != null, "Slot %s of order %s is gone.", number, appointment.order());
        return Objects.requireNonNull(slot);
    }

    private void write(Appointment to, String step, @Nullable Long slot, String cause, Instant now) {
        book.write(to, step, slot, cause, now);
    }
}
