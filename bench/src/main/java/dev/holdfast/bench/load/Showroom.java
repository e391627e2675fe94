package dev.holdfast.bench.load;

import dev.holdfast.bench.check.Curve;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/// The car every rehearsal launches: 27 offers, two regions, sixty weeks of supply.
///
/// Twenty-four offers have room for everybody. Three are scarce, with a unit for every second fan who wants
/// one, so that selling too much and turning away too early are both tried. The first offer also has stock in
/// hand from a past week, so that "never earlier than the current week" decides some windows.
///
/// @param campaign whether what is ordered are pledges, for the whole price
public record Showroom(List<Offer> offers, List<Region> regions, boolean campaign) {
    static final int WEEKS = 60;
    /// How many offers are scarce; they stand last.
    public static final int SCARCE = 3;
    /// A scarce offer's share of the demand; three of them refuse about 0.75 % of a rush.
    static final double SCARCE_SHARE = 0.005;

    private static final List<String> TRIMS = List.of("air", "pro", "max");
    private static final List<String> COLOURS =
            List.of("green", "blue", "white", "black", "silver", "red", "violet", "sand", "grey");

    public Showroom(List<Offer> offers, List<Region> regions) {
        this(offers, regions, false);
    }

    /// One configuration with its price and deposit in minor units, its supply and its share of the demand.
    public record Offer(String id, long price, long deposit, Curve supply, double share) {}

    public record Region(String id, int transitWeeks) {}

    /// A showroom whose supply fits a rush of so many orders. `today` is the date in the launch's time zone.
    public static Showroom forOrders(int orders, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        int all = TRIMS.size() * COLOURS.size();
        double roomyShare = (1 - SCARCE * SCARCE_SHARE) / (all - SCARCE);
        var offers = new ArrayList<Offer>();
        for (String trim : TRIMS) {
            for (String colour : COLOURS) {
                boolean scarce = offers.size() >= all - SCARCE;
                double share = scarce ? SCARCE_SHARE : roomyShare;
                long units = Math.max(2, Math.round(orders * share * (scarce ? 0.5 : 1.3)) + (scarce ? 0 : 100));
                long inHand = offers.isEmpty() ? units / 10 : 0;
                offers.add(new Offer(
                        trim + "-" + colour,
                        20_000_000L + offers.size() * 500_000L,
                        500_000,
                        curve(monday, units, inHand),
                        share));
            }
        }
        return new Showroom(List.copyOf(offers), List.of(new Region("north", 0), new Region("south", 1)));
    }

    /// The same car, sold by pledges.
    public Showroom asCampaign() {
        List<Offer> pledged = offers.stream()
                .map(offer -> new Offer(offer.id(), offer.price(), offer.price(), offer.supply(), offer.share()))
                .toList();
        return new Showroom(pledged, regions, true);
    }

    private static Curve curve(LocalDate monday, long units, long inHand) {
        var weeks = new ArrayList<Curve.Week>();
        if (inHand > 0) {
            weeks.add(new Curve.Week(monday.minusWeeks(2), inHand));
        }
        long given = 0;
        for (int week = 1; week <= WEEKS; week++) {
            long upTo = (units - inHand) * week / WEEKS;
            weeks.add(new Curve.Week(monday.plusWeeks(week), upTo - given));
            given = upTo;
        }
        return new Curve(weeks);
    }

    /// The offer that a uniform draw from [0, 1) falls on.
    int pick(double draw) {
        double upTo = 0;
        for (int offer = 0; offer < offers.size(); offer++) {
            upTo += offers.get(offer).share();
            if (draw < upTo) {
                return offer;
            }
        }
        return offers.size() - 1;
    }
}
