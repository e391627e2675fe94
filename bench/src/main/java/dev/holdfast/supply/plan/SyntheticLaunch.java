package dev.holdfast.supply.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The synthetic plant as a running launch is told of it: files of master data, and a line that was promised what
/// the plan gives it.
///
/// Everything happens so many weeks later than in the plant itself as its longest lead time, because in a running
/// product nothing can have been delivered before today.
public final class SyntheticLaunch {
    private static final long SEED = 1;
    private static final int LATER = SyntheticPlant.LONGEST_LEAD;
    /// Slips further than this would leave the horizon of the plan.
    private static final int SLIP_WEEKS = 3;

    private final SyntheticPlant synthetic;
    private final Plant plant;
    private final LocalDate thisWeek;
    private final int[] configuration;
    private final int[] week;

    /// @param room orders that there is supply for: those who stand in line and those still to come
    /// @param orders who stand in line
    /// @param thisWeek a Monday
    public SyntheticLaunch(int room, int orders, LocalDate thisWeek) {
        this.synthetic = new SyntheticPlant(SEED, room);
        this.plant = synthetic.plant(false);
        this.thisWeek = thisWeek;
        Line line = synthetic.line(SyntheticPlant.noPromises(orders));
        this.configuration = line.configuration();
        this.week = Rule.LINE.plan(plant, line).week();
    }

    public int orders() {
        return week.length;
    }

    public List<Double> shares() {
        return synthetic.shares();
    }

    public static String offer(int configuration) {
        return "car" + configuration;
    }

    public int configuration(int order) {
        return configuration[order];
    }

    /// The week in which an order of the line is built and delivered.
    public LocalDate promised(int order) {
        if (week[order] > plant.weeks - LATER) {
            throw new IllegalStateException("Order " + order + " has no week: plan for more room.");
        }
        return monday(week[order]);
    }

    public String configurations() {
        var csv = new StringBuilder("configuration,deliveryWeeks\n");
        for (int at = 0; at < plant.configurations; at++) {
            csv.append(offer(at)).append(",0\n");
        }
        return csv.toString();
    }

    public String bills() {
        var csv = new StringBuilder("parent,child,quantity,leadTimeWeeks\n");
        for (int parent = 0; parent < plant.configurations; parent++) {
            for (int at = plant.billStart[parent]; at < plant.billStart[parent + 1]; at++) {
                int lead = plant.longestLead - 1 - plant.billShift[at];
                csv.append(offer(parent)).append(",part").append(plant.billComponent[at]);
                csv.append(',')
                        .append(plant.billQuantity[at])
                        .append(',')
                        .append(lead)
                        .append('\n');
            }
        }
        return csv.toString();
    }

    public String routing() {
        var csv = new StringBuilder("configuration,resource\n");
        for (int parent = 0; parent < plant.configurations; parent++) {
            for (int at = plant.routeStart[parent]; at < plant.routeStart[parent + 1]; at++) {
                csv.append(offer(parent))
                        .append(",shop")
                        .append(plant.route[at])
                        .append('\n');
            }
        }
        return csv.toString();
    }

    public String capacity() {
        var csv = new StringBuilder("resource,week,capacity\n");
        for (int at = 0; at < plant.capacity.length; at++) {
            csv.append("shop").append(at / plant.weeks).append(',').append(monday(at % plant.weeks + 1));
            csv.append(',').append(plant.capacity[at]).append('\n');
        }
        return csv.toString();
    }

    /// What suppliers committed to, in messages of so many rows.
    public List<String> commitments(int rows) {
        var all = new ArrayList<Integer>();
        for (int at = 0; at < plant.receipts.length; at++) {
            if (plant.receipts[at] > 0) {
                all.add(at);
            }
        }
        return messages(all, rows, 0);
    }

    /// The same suppliers saying that so many of the components come later, from the fourth month on.
    public List<String> slip(int components, int rows) {
        var slipping = new ArrayList<Integer>();
        new SplittableRandom(SEED)
                .ints(0, plant.components)
                .distinct()
                .limit(components)
                .sorted()
                .forEach(component -> {
                    for (int column = plant.longestLead + 16; column < plant.columns; column++) {
                        int at = component * plant.columns + column;
                        if (plant.receipts[at] > 0) {
                            slipping.add(at);
                        }
                    }
                });
        return messages(slipping, rows, SLIP_WEEKS);
    }

    private List<String> messages(List<Integer> receipts, int rows, int later) {
        var messages = new ArrayList<String>();
        for (int from = 0; from < receipts.size(); from += rows) {
            var csv = new StringBuilder("commitment,component,supplier,quantity,week,status\n");
            for (int at : receipts.subList(from, Math.min(receipts.size(), from + rows))) {
                int component = at / plant.columns;
                int due = at % plant.columns + 1 - plant.longestLead + later;
                csv.append("order-").append(at).append(",part").append(component);
                csv.append(",supplier").append(component % 50).append(',').append(plant.receipts[at]);
                csv.append(',').append(monday(due)).append(",committed\n");
            }
            messages.add(csv.toString());
        }
        return messages;
    }

    private LocalDate monday(int week) {
        return thisWeek.plusWeeks(week + LATER - 1L);
    }
}
