package dev.holdfast.web;

import dev.holdfast.supply.LaunchMetrics;
import dev.holdfast.supply.LaunchOdds;
import dev.holdfast.supply.Supply;
import java.io.IOException;

/// How a launch's promises stand.
final class OutlookDoor {
    private final Supply supply;
    private final Doorkeeper doorkeeper;

    OutlookDoor(Supply supply, Doorkeeper doorkeeper) {
        this.supply = supply;
        this.doorkeeper = doorkeeper;
    }

    void metrics(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.PLANNER, Asking.OPERATOR);
        LaunchMetrics metrics = supply.metrics(exchange.name(0));
        exchange.json(200, Json.object(json -> MetricsJson.write(json, metrics)));
    }

    void odds(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.PLANNER, Asking.OPERATOR);
        LaunchOdds odds = supply.odds(exchange.name(0));
        exchange.json(200, Json.object(json -> OddsJson.write(json, odds)));
    }
}
