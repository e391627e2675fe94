package dev.holdfast.bench;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What a rehearsal was asked to do. Printed in the report, so that a number can be made again.
///
/// `campaign` makes every order a pledge. `rate` is the rate of the second run in orders a second; null takes 80 % of
/// what the first one found.
record Settings(
        int orders,
        int warmUp,
        int members,
        Shape shape,
        long seed,
        int connections,
        int instances,
        @Nullable Double rate,
        @Nullable URI url,
        boolean campaign) {

    /// How open arrivals are spread over time.
    enum Shape {
        BURST,
        SPREAD
    }

    /// Half of the orders are enough for the latencies: at 8,000 a second they last over ten seconds.
    int ordersForLatency() {
        return Math.max(1, orders / 2);
    }

    int ordersPerMember() {
        return Math.ceilDiv(orders, members);
    }
}
