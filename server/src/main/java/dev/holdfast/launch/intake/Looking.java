package dev.holdfast.launch.intake;

import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.LaunchView.LineView;
import dev.holdfast.launch.LaunchView.OfferLine;
import dev.holdfast.launch.LaunchView.OfferView;
import dev.holdfast.launch.SupplyLine;
import dev.holdfast.launch.Window;
import dev.holdfast.launch.WindowAhead;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What anybody may see of a launch, from the same state and by the same step that an order is decided with.
final class Looking {
    private Looking() {}

    static LaunchView look(LineState state, Instant clock) {
        Instant now = Line.notBefore(clock, state);
        List<OfferView> offers = new ArrayList<>();
        for (LaunchDefinition.Offer offer : state.definition().offers()) {
            offers.add(offer(state, offer, now));
        }
        return new LaunchView(
                state.launch(),
                state.slug(),
                state.stateAt(now),
                state.paused(),
                state.definition(),
                !state.definition().sealedAt(now),
                now,
                offers,
                line(state));
    }

    private static OfferView offer(LineState state, LaunchDefinition.Offer offer, Instant now) {
        LocalDate week = state.supply().quote(offer.id(), state.weekAt(now)).orElse(null);
        Map<String, @Nullable Window> promises = new LinkedHashMap<>();
        for (LaunchDefinition.Region region : state.definition().regions()) {
            promises.put(region.id(), window(week, region.transitWeeks()));
        }
        List<LaunchDefinition.Region> regions = state.definition().regions();
        int transit = regions.isEmpty() ? 0 : regions.getFirst().transitWeeks();
        return new OfferView(offer, remaining(state, offer.id(), week), window(week, transit), promises);
    }

    /// Null where the next order would be waitlisted, 0 where it would be refused.
    private static @Nullable Long remaining(LineState state, String offer, @Nullable LocalDate week) {
        if (week != null) {
            return state.supply().remaining(offer);
        }
        return state.definition().beyondSupply() == BeyondSupply.WAITLIST ? null : Long.valueOf(0);
    }

    /// The windows of an offer's next orders in the first region, one step for each window, as if nobody ordered
    /// anything else.
    ///
    /// @param most orders to look ahead
    static List<WindowAhead> ahead(LineState state, String offer, Instant clock, int most) {
        SupplyLine line = state.supply().copy();
        LocalDate now = state.weekAt(Line.notBefore(clock, state));
        List<LaunchDefinition.Region> regions = state.definition().regions();
        int transit = regions.isEmpty() ? 0 : regions.getFirst().transitWeeks();
        List<WindowAhead> steps = new ArrayList<>();
        LocalDate last = null;
        for (int ahead = 0; ahead < most; ahead++) {
            LocalDate week = line.take(offer, now).orElse(null);
            if (ahead == 0 || !Objects.equals(week, last)) {
                steps.add(new WindowAhead(ahead, window(week, transit)));
            }
            if (week == null) {
                break;
            }
            last = week;
        }
        return steps;
    }

    private static @Nullable Window window(@Nullable LocalDate week, int transitWeeks) {
        return week == null ? null : Window.ofWeek(week.plusWeeks(transitWeeks));
    }

    private static LineView line(LineState state) {
        List<OfferLine> byOffer = new ArrayList<>();
        long held = 0;
        long placed = 0;
        long locked = 0;
        for (LaunchDefinition.Offer offer : state.definition().offers()) {
            Tally tally = state.tally(offer.id());
            byOffer.add(new OfferLine(offer.id(), tally.held(), tally.placed(), tally.locked()));
            held += tally.held();
            placed += tally.placed();
            locked += tally.locked();
        }
        return new LineView(state.positions(), held, placed, locked, byOffer);
    }
}
