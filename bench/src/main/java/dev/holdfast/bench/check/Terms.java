package dev.holdfast.bench.check;

import java.time.LocalDate;
import java.util.Map;

/// What the launch promised to go by: the curve of each offer, the transit of each region.
///
/// The current week is known only to lie between `weekAtStart` and `weekAtEnd` (Mondays in the launch's time
/// zone), which differ when a run crosses midnight of a Sunday.
public record Terms(
        Map<String, Curve> curves, Map<String, Integer> transitWeeks, LocalDate weekAtStart, LocalDate weekAtEnd) {

    public Terms {
        curves = Map.copyOf(curves);
        transitWeeks = Map.copyOf(transitWeeks);
    }

    Curve curve(String offer) {
        Curve curve = curves.get(offer);
        if (curve == null) {
            throw new IllegalArgumentException("no supply curve for the offer " + offer + ". Maybe the book read"
                    + " back belongs to another launch.");
        }
        return curve;
    }

    int transit(String region) {
        return transitWeeks.getOrDefault(region, 0);
    }

    /// The window of a unit that is ready in the week of this Monday.
    Window window(LocalDate monday, String region) {
        LocalDate from = monday.plusWeeks(transit(region));
        return new Window(from, from.plusDays(6));
    }
}
