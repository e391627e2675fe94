package dev.holdfast.launch.lobby;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A waiting room in one second: the same for everybody.
///
/// @param at by the clock of the instance that looked
/// @param tickets people who have a ticket
/// @param drawn of them, those who take part in the draw; 0 before the freeze
/// @param serving places up to this one are called
/// @param pace people called each second of late
/// @param kept units kept for people who were called and have not ordered yet
/// @param left units left, all offers together; null: whoever comes waits for a later supply
public record Now(
        String launch,
        State state,
        Instant at,
        long tickets,
        int drawn,
        long serving,
        double pace,
        long kept,
        @Nullable Long left,
        List<Left> offers) {

    public Now {
        offers = List.copyOf(offers);
    }

    /// People who will order before this place: those in front who were not called, and those who were and are still
    /// choosing.
    public long ahead(long place) {
        return Math.max(0, place - serving - 1) + kept;
    }

    /// @param units null: whoever orders it now is put on the waiting list
    public record Left(String offer, @Nullable Long units) {}

    public enum State {
        /// The lobby is not open yet.
        EARLY,
        /// People enter, and all who do take part in the draw.
        LOBBY,
        /// The list is frozen, and the figure that decides is awaited.
        FROZEN,
        /// Places are given; the launch opens later.
        DRAWN,
        /// People are called, place after place.
        CALLING,
        /// An operator holds new orders back.
        PAUSED,
        /// No unit is left, and whoever is called joins the waiting list.
        WAITING_LIST,
        /// No unit is left that is not kept for somebody. A hold that is not paid may free one.
        GONE,
        CLOSED
    }
}
