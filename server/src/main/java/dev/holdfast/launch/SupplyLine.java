package dev.holdfast.launch;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a launch needs of a supply: the one step of the plan that an order is.
///
/// A quote is such a step without taking it, so the window a fan sees before paying is the window the order gets.
/// Weeks are Mondays of the week in which a unit can be delivered, before transit. One thread drives an instance.
public interface SupplyLine {
    /// The week the next order of the offer would get, never before `thisWeek`; empty: no supply reaches it.
    Optional<LocalDate> quote(String offer, LocalDate thisWeek);

    /// Puts one more order behind everybody already in the offer's line, whether a supply reaches it or not.
    ///
    /// @return what [#quote] would have said
    Optional<LocalDate> take(String offer, LocalDate thisWeek);

    /// Applies a step that was taken elsewhere, with the week that was given there.
    ///
    /// @param week null when no supply reached it
    void taken(String offer, @Nullable LocalDate week);

    /// Promises an order again that entered under an earlier plan: its week if this plan carries it, else the first
    /// after; never an earlier one. It stands behind everybody already in the offer's line.
    ///
    /// @param week null when it waited: then it gets what [#take] gives
    Optional<LocalDate> keep(String offer, @Nullable LocalDate week, LocalDate thisWeek);

    /// Frees the place of one order, for the next buyer.
    ///
    /// @param week the week it had been given; null: it waited
    void release(String offer, @Nullable LocalDate week);

    /// Units free for the next buyer; 0 or less when none is.
    long remaining(String offer);

    /// Live orders of the offer.
    long live(String offer);

    /// How far the offer's line has come; [Supplies#line] goes on from it.
    Supplies.Checkpoint checkpoint(String offer);

    /// An equal line that can be driven and thrown away.
    SupplyLine copy();
}
