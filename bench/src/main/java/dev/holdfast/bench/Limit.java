package dev.holdfast.bench;

import dev.holdfast.bench.load.Showroom;
import dev.holdfast.bench.server.EmbeddedDatabase;
import dev.holdfast.bench.server.OperatorApi;
import dev.holdfast.launch.Curve;
import dev.holdfast.launch.intake.StatementsAlone;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Measures the limit that the product's rate is held against: a launch like the rushed one, with its supply read
/// by the product's own curve, written to by nobody but the statements themselves.
final class Limit {
    private Limit() {}

    static double paidOrdersPerSecond(OperatorApi operator, EmbeddedDatabase database, String launch, int orders)
            throws IOException, SQLException, InterruptedException {
        // Twice the room, since a few batches are taken before the clock counts.
        Showroom showroom = Showroom.forOrders(Math.max(50_000, orders * 2), Round.today());
        operator.open(launch, showroom, 1, "UTC");
        List<String> roomy = showroom.offers().stream().map(Showroom.Offer::id).toList().reversed().stream()
                .skip(Showroom.SCARCE)
                .toList();
        Map<String, Curve> curves = showroom.offers().stream()
                .collect(Collectors.toMap(Showroom.Offer::id, offer -> curve(offer.supply())));
        try (var alone = new StatementsAlone(database.url(), database.user(), database.password(), launch, curves)) {
            return alone.paidOrdersPerSecond(
                    orders, roomy, showroom.regions().getFirst().id());
        }
    }

    private static Curve curve(dev.holdfast.bench.check.Curve supply) {
        var weeks = new ArrayList<LocalDate>();
        var cumulative = new ArrayList<Long>();
        long sum = 0;
        for (dev.holdfast.bench.check.Curve.Week week : supply.weeks()) {
            sum += week.units();
            weeks.add(week.monday());
            cumulative.add(sum);
        }
        return new Curve(weeks, cumulative);
    }
}
