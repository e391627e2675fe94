package dev.holdfast.supply.plan;

import java.util.Arrays;

/// The Lagrangian of the lateness problem: supply and capacity may be overdrawn at a price, and then every group
/// of orders chooses its cheapest week alone. For any prices of zero or more, its value is a lower bound.
///
/// Prices and overdraft have one number per component and column, then one per resource and week. A unit built
/// in week w pays each component's prices from the column it is needed in to the end, and the resources of week w.
/// Weeks before the first one that could ever be supplied are not for sale: leaving them out makes no plan worse.
final class Dual {
    private static final int RECHECK = 16;

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

    private final boolean[] isResting;
    private int calls;

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
        this.isResting = new boolean[plant.components];
        this.overdraft = new double[size()];
        this.firstWeek = new int[plant.configurations];
        var stock = new Stock(plant);
        for (int configuration = 0; configuration < plant.configurations; configuration++) {
            firstWeek[configuration] = firstWeek(plant, stock, configuration);
        }
    }

    private static int firstWeek(Plant plant, Stock stock, int configuration) {
        int begins = 1;
        for (int bill = configuration; bill != Plant.NO_VARIANT; bill = plant.next(bill)) {
            int week = Math.max(begins, stock.first(bill));
            if (week <= plant.lastWeek(bill)) {
                return week;
            }
            begins = plant.lastWeek(bill) + 1;
        }
        return plant.beyond();
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

    /// How far the price of a row may go in one step: less where a unit of product takes more of it at once, so
    /// that pieces and grams are treated alike.
    double[] rowSteps() {
        var users = new double[plant.components];
        var units = new double[plant.components];
        for (int configuration = 0; configuration < plant.configurations; configuration++) {
            double orders = demand.ordersOf(configuration);
            for (int bill = configuration; bill != Plant.NO_VARIANT; bill = plant.next(bill)) {
                for (int line = plant.billStart[bill]; line < plant.billStart[bill + 1]; line++) {
                    users[plant.billComponent[line]] += orders;
                    units[plant.billComponent[line]] += orders * plant.billQuantity[line];
                }
            }
        }
        var step = new double[size()];
        Arrays.fill(step, 1);
        for (int at = 0; at < priced; at++) {
            int component = at / plant.columns;
            step[at] = units[component] > 0 ? users[component] / units[component] : 0;
        }
        return step;
    }

    /// The bound at these prices; leaves in `overdraft` what the choices take beyond what is there.
    ///
    /// Most components never run short. Those without a price that were not short when last looked at are looked
    /// at again only every [#RECHECK] calls; the bound holds at any prices, so this cannot make it wrong.
    double value(double[] prices) {
        sumOnward(prices);
        rest(calls++ % RECHECK == 0);
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

    private void rest(boolean nobody) {
        for (int component = 0; component < plant.components; component++) {
            int from = component * plant.columns;
            boolean isFree = onward[from] == 0;
            boolean isShort = false;
            for (int at = from; isFree && !isShort && at < from + plant.columns; at++) {
                isShort = overdraft[at] > 0;
            }
            isResting[component] = !nobody && isFree && !isShort;
        }
    }

    private void sumOnward(double[] prices) {
        for (int at = priced - 1; at >= 0; at--) {
            boolean isLast = (at + 1) % plant.columns == 0;
            onward[at] = prices[at] + (isLast ? 0 : onward[at + 1]);
        }
    }

    private void priceWeeks(int configuration, double[] prices) {
        Arrays.fill(price, 0);
        int begins = 1;
        for (int bill = configuration; bill != Plant.NO_VARIANT; bill = plant.next(bill)) {
            priceParts(bill, begins);
            begins = plant.lastWeek(bill) + 1;
        }
        for (int at = plant.routeStart[configuration]; at < plant.routeStart[configuration + 1]; at++) {
            int base = priced + plant.route[at] * plant.weeks - 1;
            for (int week = 1; week <= plant.weeks; week++) {
                price[week] += prices[base + week];
            }
        }
    }

    private void priceParts(int bill, int begins) {
        for (int line = plant.billStart[bill]; line < plant.billStart[bill + 1]; line++) {
            int base = plant.billComponent[line] * plant.columns + plant.billShift[line];
            double quantity = plant.billQuantity[line];
            if (onward[plant.billComponent[line] * plant.columns] > 0) {
                for (int week = begins; week <= plant.lastWeek(bill); week++) {
                    price[week] += quantity * onward[base + week];
                }
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
        for (int at = 0; at < overdraft.length; at++) {
            boolean keeps = at < priced && isResting[at / plant.columns];
            overdraft[at] = keeps ? overdraft[at] : 0;
        }
        for (int configuration = 0; configuration < plant.configurations; configuration++) {
            int from = configuration * (plant.weeks + 2);
            int begins = 1;
            for (int bill = configuration; bill != Plant.NO_VARIANT; bill = plant.next(bill)) {
                useParts(bill, begins, from);
                begins = plant.lastWeek(bill) + 1;
            }
            for (int at = plant.routeStart[configuration]; at < plant.routeStart[configuration + 1]; at++) {
                int base = priced + plant.route[at] * plant.weeks - 1;
                for (int week = 1; week <= plant.weeks; week++) {
                    overdraft[base + week] += built[from + week];
                }
            }
        }
        for (int component = 0; component < plant.components; component++) {
            if (!isResting[component]) {
                balance(component);
            }
        }
        for (int at = priced; at < supplied.length; at++) {
            overdraft[at] -= supplied[at];
        }
    }

    private void useParts(int bill, int begins, int from) {
        for (int line = plant.billStart[bill]; line < plant.billStart[bill + 1]; line++) {
            if (!isResting[plant.billComponent[line]]) {
                int base = plant.billComponent[line] * plant.columns + plant.billShift[line];
                double quantity = plant.billQuantity[line];
                for (int week = begins; week <= plant.lastWeek(bill); week++) {
                    overdraft[base + week] += quantity * built[from + week];
                }
            }
        }
    }

    /// From use in each column to use up to each column, less what is supplied up to there.
    private void balance(int component) {
        double used = 0;
        for (int at = component * plant.columns; at < (component + 1) * plant.columns; at++) {
            used += overdraft[at];
            overdraft[at] = used - supplied[at];
        }
    }
}
