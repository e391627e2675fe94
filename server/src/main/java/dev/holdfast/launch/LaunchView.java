package dev.holdfast.launch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A launch as of its last committed batch.
///
/// @param asOf the instant of the server's clock at which this was read
/// @param paused new orders are refused for a while, whatever the state; those that were taken go on
/// @param prices false while they are sealed: then nobody but an operator may be shown `price` or `deposit`
public record LaunchView(
        int number,
        String slug,
        State state,
        boolean paused,
        LaunchDefinition definition,
        boolean prices,
        Instant asOf,
        List<OfferView> offers,
        LineView line) {

    /// A launch that nobody paused.
    public LaunchView(
            int number,
            String slug,
            State state,
            LaunchDefinition definition,
            boolean prices,
            Instant asOf,
            List<OfferView> offers,
            LineView line) {
        this(number, slug, state, false, definition, prices, asOf, offers, line);
    }

    /// Whether a unit of anything is planned: somebody has one, or whoever comes next would.
    public boolean planned() {
        return line.held() + line.placed() + line.locked() > 0
                || offers.stream().anyMatch(offer -> offer.promise() != null);
    }

    public enum State {
        SCHEDULED,
        OPEN,
        CLOSED
    }

    /// @param remaining units free for the next buyer, null where the next buyer would be waitlisted
    /// @param promise the window the next order of this offer would get in the first region; null: none to give
    /// @param promises the same by region id, in the launch's order of regions
    public record OfferView(
            LaunchDefinition.Offer offer,
            @Nullable Long remaining,
            @Nullable Window promise,
            Map<String, @Nullable Window> promises) {}

    /// The line so far: every position ever taken, and the live orders by state.
    public record LineView(long positions, long held, long placed, long locked, List<OfferLine> byOffer) {}

    /// The live orders of one offer. `locked` counts every state from LOCKED on.
    public record OfferLine(String offer, long held, long placed, long locked) {}
}
