package dev.holdfast.delivery.slot;

import dev.holdfast.launch.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How an order stands whose unit has arrived at a centre.
///
/// @param region whose centre has the unit
/// @param priorityAt whoever has the earliest comes first; moving and releasing do not change it
/// @param slot null: none, as long as it waits
/// @param heldUntil when the slot goes back by itself; null: it is not held, or confirmed
/// @param invitedAt since when what is free is kept for them; null: their turn has not come
/// @param missed times nobody came
/// @param since when it came into its state
public record Appointment(
        OrderId order,
        String member,
        String region,
        Instant priorityAt,
        State state,
        @Nullable Long slot,
        @Nullable Instant heldUntil,
        @Nullable Instant invitedAt,
        boolean reminded,
        int missed,
        Instant since) {

    public enum State {
        /// The unit is there, and no time has been chosen.
        WAITING,
        /// A slot is kept until it is confirmed, or its time is over.
        HELD,
        CONFIRMED,
        /// The unit was handed over.
        DONE,
        /// The unit is not there any more.
        GONE;

        boolean hasSlot() {
            return this == HELD || this == CONFIRMED;
        }

        boolean over() {
            return this == DONE || this == GONE;
        }
    }

    Appointment held(long at, Instant until, Instant now) {
        return new Appointment(order, member, region, priorityAt, State.HELD, at, until, invitedAt, false, missed, now);
    }

    /// @param soon so soon that the letter of the confirmation is the reminder
    Appointment confirmed(long at, boolean soon, Instant now) {
        return new Appointment(
                order, member, region, priorityAt, State.CONFIRMED, at, null, invitedAt, soon, missed, now);
    }

    /// Without a slot, in its old turn, which begins anew.
    Appointment waiting(Instant now) {
        return new Appointment(order, member, region, priorityAt, State.WAITING, null, null, now, false, missed, now);
    }

    /// The first time costs nothing; from the second on others come first who did nothing but wait.
    Appointment missed(Instant now) {
        Instant priority = missed == 0 ? priorityAt : now;
        return new Appointment(order, member, region, priority, State.WAITING, null, null, now, false, missed + 1, now);
    }

    Appointment done(Instant now) {
        return new Appointment(
                order, member, region, priorityAt, State.DONE, slot, null, invitedAt, reminded, missed, now);
    }

    Appointment gone(Instant now) {
        return new Appointment(order, member, region, priorityAt, State.GONE, null, null, null, false, missed, now);
    }

    Appointment wasReminded() {
        return new Appointment(
                order, member, region, priorityAt, state, slot, heldUntil, invitedAt, true, missed, since);
    }

    Appointment invited(Instant now) {
        return new Appointment(order, member, region, priorityAt, state, slot, heldUntil, now, reminded, missed, since);
    }
}
