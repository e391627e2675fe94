package dev.holdfast.supply.plan;

import java.util.Arrays;

/// The Lagrangian of the lateness problem: supply and capacity may be overdrawn at a price, and then every group
/// of orders chooses its cheapest week alone. For any prices of zero or more, its value is a lower bound.
///
/// Prices and overdraft have one number per component and column, then one per resource and week. A unit built
/// in week w pays each component's prices from the column it is needed in to the end, and the resources of week w.
/// Weeks before the first one that could ever be supplied are not for sale: leaving them out makes no plan worse.
final class Dual {
    private final Plant plant;
    private final Demand demand;
    private final int priced;
    private final double[] supplied;
    private final int[] firstWeek;

    /// Sums of a component's prices from a column to the end.
    private final double[] onward;

    private final double[] built;
    private final double[] price;
    private final double[] cheapestUpTo;
    private final int[] cheapestUpToWeek;
    private final double[] cheapestAfter;
    private final int[] cheapestAfterWeek;

    final double[] overdraft;

    Dual(Plant plant, Demand demand) {
        this.plant = plant;
        this.demand = demand;
        this.priced = plant.components * plant.columns;
        this.supplied = supplied(plant);
        this.onward = new double[priced];
        this.built = new double[plant.configurations * (plant.weeks + 2)];
        this.price = new double[plant.weeks + 2];
        this.cheapestUpTo = new double[plant.weeks + 2];
        this.cheapestUpToWeek = new int[plant.weeks + 2];
        this.cheapestAfter = new double[plant.weeks + 2];
        this.cheapestAfterWeek = new int[plant.weeks + 2];
        this.overdraft = new double[size()];
        this.firstWeek = new int[plant.configurations];
        var stock = new Stock(plant);
        for (int configuration = 0; configuration < plant.configurations; configuration++) {
            firstWeek[configuration] = stock.first(configuration);
        }
    }

    private static double[] supplied(Plant plant) {
        var supplied = new double[plant.components * plant.columns + plant.resources * plant.weeks];
        for (int at = 0; at < plant.receipts.length; at++) {
            supplied[at] = plant.receipts[at] + (at % plant.columns == 0 ? 0 : supplied[at - 1]);
        }
        for (int at = 0; at < plant.capacity.length; at++) {
            supplied[plant.receipts.length + at] = plant.capacity[at];
        }
        return supplied;
    }

    int size() {
        return supplied.length;
    }

    /// A natural size of each row, for steps that treat pieces and grams alike.
    double[] rowSizes() {
        var size = new double[size()];
        for (int configuration = 0; configuration < plant.configurations; configuration++) {
            double orders = demand.ordersOf(configuration);
            for (int line = plant.billStart[configuration]; line < plant.billStart[configuration + 1]; line++) {
                int from = plant.billComponent[line] * plant.columns;
                for (int at = from; at < from + plant.columns; at++) {
                    size[at] += orders * plant.billQuantity[line];
                }
            }
            for (int at = plant.routeStart[configuration]; at < plant.routeStart[configuration + 1]; at++) {
                int from = priced + plant.route[at] * plant.weeks;
                for (int week = 0; week < plant.weeks; week++) {
                    size[from + week] += orders / Math.sqrt(plant.weeks);
                }
            }
        }
        return size;
    }

    /// The bound at these prices; leaves in `overdraft` what the choices take beyond what is there.
    double value(double[] prices) {
        sumOnward(prices);
        Arrays.fill(built, 0);
        double value = 0;
        for (int configuration = 0; configuration < plant.configurations; configuration++) {
            if (demand.start(configuration) < demand.start(configuration + 1)) {
                priceWeeks(configuration, prices);
                value += choose(configuration);
            }
        }
        for (int at = 0; at < supplied.length; at++) {
            value -= prices[at] * supplied[at];
        }
        overdraw();
        return value;
    }

    private void sumOnward(double[] prices) {
        for (int at = priced - 1; at >= 0; at--) {
            boolean isLast = (at + 1) % plant.columns == 0;
            onward[at] = prices[at] + (isLast ? 0 : onward[at + 1]);
        }
    }

    private void priceWeeks(int configuration, double[] prices) {
        Arrays.fill(price, 0);
        for (int line = plant.billStart[configuration]; line < plant.billStart[configuration + 1]; line++) {
            int base = plant.billComponent[line] * plant.columns + plant.billShift[line];
            double quantity = plant.billQuantity[line];
            if (onward[plant.billComponent[line] * plant.columns] > 0) {
                for (int week = 1; week <= plant.weeks; week++) {
                    price[week] += quantity * onward[base + week];
                }
            }
        }
        for (int at = plant.routeStart[configuration]; at < plant.routeStart[configuration + 1]; at++) {
            int base = priced + plant.route[at] * plant.weeks - 1;
            for (int week = 1; week <= plant.weeks; week++) {
                price[week] += prices[base + week];
            }
        }
    }

    /// Sends every group of a configuration to its cheapest week and returns what they pay in all.
    private double choose(int configuration) {
        preferLater(configuration);
        int earliest = 0;
        double paid = 0;
        for (int group = demand.start(configuration); group < demand.start(configuration + 1); group++) {
            int from = Math.max(demand.earliest(group), firstWeek[configuration]);
            if (from != earliest) {
                preferUpTo(from);
                earliest = from;
            }
            int due = demand.due(group);
            int within = Math.min(due, plant.weeks);
            int after = Math.max(within + 1, from);
            double early = within < from ? Double.POSITIVE_INFINITY : cheapestUpTo[within];
            double late = cheapestAfter[after] - due;
            int week = early <= late ? cheapestUpToWeek[Math.max(within, 0)] : cheapestAfterWeek[after];
            paid += demand.orders(group) * Math.min(early, late);
            built[configuration * (plant.weeks + 2) + week] += demand.orders(group);
        }
        return paid;
    }

    /// Cheapest of a week and all after it, waiting included; beyond the horizon nothing but the waiting is paid.
    private void preferLater(int configuration) {
        int beyond = plant.beyond();
        cheapestAfter[beyond] = beyond;
        cheapestAfterWeek[beyond] = beyond;
        for (int week = plant.weeks; week >= Math.min(firstWeek[configuration], beyond); week--) {
            boolean better = price[week] + week <= cheapestAfter[week + 1];
            cheapestAfter[week] = better ? price[week] + week : cheapestAfter[week + 1];
            cheapestAfterWeek[week] = better ? week : cheapestAfterWeek[week + 1];
        }
    }

    /// Cheapest of the weeks from `from` up to a week; the latest of equals.
    private void preferUpTo(int from) {
        for (int week = from; week <= plant.weeks; week++) {
            boolean better = week == from || price[week] <= cheapestUpTo[week - 1];
            cheapestUpTo[week] = better ? price[week] : cheapestUpTo[week - 1];
            cheapestUpToWeek[week] = better ? week : cheapestUpToWeek[week - 1];
        }
    }

    private void overdraw() {
        Arrays.fill(overdraft, 0);
        for (int configuration = 0; configuration < plant.configurations; configuration++) {
            int from = configuration * (plant.weeks + 2);
            for (int line = plant.billStart[configuration]; line < plant.billStart[configuration + 1]; line++) {
                int base = plant.billComponent[line] * plant.columns + plant.billShift[line];
                double quantity = plant.billQuantity[line];
                for (int week = 1; week <= plant.weeks; week++) {
                    overdraft[base + week] += quantity * built[from + week];
                }
            }
            for (int at = plant.routeStart[configuration]; at < plant.routeStart[configuration + 1]; at++) {
                int base = priced + plant.route[at] * plant.weeks - 1;
                for (int week = 1; week <= plant.weeks; week++) {
                    overdraft[base + week] += built[from + week];
                }
            }
        }
        for (int at = 1; at < priced; at++) {
            overdraft[at] += at % plant.columns == 0 ? 0 : overdraft[at - 1];
        }
        for (int at = 0; at < supplied.length; at++) {
            overdraft[at] -= supplied[at];
        }
    }
}
