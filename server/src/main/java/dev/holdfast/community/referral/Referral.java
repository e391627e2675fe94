package dev.holdfast.community.referral;

import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One friend whom one owner brought.
///
/// @param number names it among all referrals
/// @param owner for whom it counts
/// @param firstOwner whose code the friend came with first
/// @param store where that was, if it was in one
/// @param contactAt when that was
/// @param order that was delivered; null: none was yet
/// @param activity by which it earned points; null: it earned none
/// @param answerBy until when an open dispute is to be answered; null: none is open
/// @param steps the oldest first
public record Referral(
        long number,
        String friend,
        String owner,
        String firstOwner,
        String code,
        Source source,
        @Nullable String store,
        Instant contactAt,
        State state,
        @Nullable OrderId order,
        @Nullable String activity,
        @Nullable Instant answerBy,
        List<Step> steps) {
    public Referral {
        steps = List.copyOf(steps);
    }

    /// How the first contact came about.
    public enum Source {
        /// The friend opened the owner's link or gave the code.
        LINK,
        /// The friend's order named the code.
        ORDER
    }

    /// How far it is.
    public enum State {
        LINKED,
        /// The friend's order was delivered.
        VESTED,
        /// The order was cancelled after all.
        CLAWED_BACK
    }

    /// What can happen to a referral.
    public enum Act {
        LINKED,
        /// Another code came later, and changed nothing.
        LATER_CONTACT,
        VESTED,
        CLAWED_BACK,
        OVERRIDDEN,
        DISPUTED,
        /// An operator answered the dispute.
        ANSWERED,
        /// Nobody answered in time: the first contact stands.
        LAPSED
    }

    /// One thing that happened.
    ///
    /// @param actor who did it
    /// @param owner whom it was about: for whom it counts from then on, or whose code came later
    public record Step(Act act, String actor, String owner, String said, Instant at) {}

    Referral with(List<Step> all) {
        return new Referral(
                number,
                friend,
                owner,
                firstOwner,
                code,
                source,
                store,
                contactAt,
                state,
                order,
                activity,
                answerBy,
                all);
    }

    /// The same in another state, by an order that says so.
    Referral in(State to, OrderId by, String earning) {
        return new Referral(
                number, friend, owner, firstOwner, code, source, store, contactAt, to, by, earning, answerBy, steps);
    }

    /// The same for another owner.
    Referral of(String other, @Nullable String earning) {
        return new Referral(
                number,
                friend,
                other,
                firstOwner,
                code,
                source,
                store,
                contactAt,
                state,
                order,
                earning,
                answerBy,
                steps);
    }

    Referral answerBy(@Nullable Instant until) {
        return new Referral(
                number,
                friend,
                owner,
                firstOwner,
                code,
                source,
                store,
                contactAt,
                state,
                order,
                activity,
                until,
                steps);
    }

    /// Whether a member may see it: the friend, and whoever it counts for or once counted for.
    public boolean concerns(String member) {
        return friend.equals(member) || owner.equals(member) || firstOwner.equals(member);
    }
}
