package dev.holdfast.supply.plan;

/// The bill lines of a plant seen from both ends: a *need* is all lines of one variant on one component,
/// and each component knows the needs that draw on it.
final class Needs {
    private final Plant plant;
    private final int[] start;
    private final int[] firstLine;
    private final int[] variant;
    private final int[] userStart;
    private final int[] user;

    private Needs(Plant plant, int[] start, int[] firstLine, int[] variant) {
        this.plant = plant;
        this.start = start;
        this.firstLine = firstLine;
        this.variant = variant;
        this.userStart = new int[plant.components + 1];
        this.user = new int[variant.length];
        groupByComponent();
    }

    static Needs of(Plant plant) {
        int count = 0;
        for (int k = 0; k < plant.variants; k++) {
            for (int line = plant.billStart[k]; line < plant.billStart[k + 1]; line++) {
                count += opensNeed(plant, k, line) ? 1 : 0;
            }
        }
        var start = new int[plant.variants + 1];
        var firstLine = new int[count + 1];
        var variant = new int[count];
        int need = 0;
        for (int k = 0; k < plant.variants; k++) {
            for (int line = plant.billStart[k]; line < plant.billStart[k + 1]; line++) {
                if (opensNeed(plant, k, line)) {
                    variant[need] = k;
                    firstLine[need++] = line;
                }
            }
            start[k + 1] = need;
        }
        firstLine[count] = plant.billLines();
        return new Needs(plant, start, firstLine, variant);
    }

    private static boolean opensNeed(Plant plant, int variant, int line) {
        return line == plant.billStart[variant] || plant.billComponent[line] != plant.billComponent[line - 1];
    }

    private void groupByComponent() {
        for (int need = 0; need < variant.length; need++) {
            userStart[component(need) + 1]++;
        }
        for (int component = 0; component < plant.components; component++) {
            userStart[component + 1] += userStart[component];
        }
        var next = userStart.clone();
        for (int need = 0; need < variant.length; need++) {
            user[next[component(need)]++] = need;
        }
    }

    int start(int ofVariant) {
        return start[ofVariant];
    }

    int firstLine(int need) {
        return firstLine[need];
    }

    int component(int need) {
        return plant.billComponent[firstLine[need]];
    }

    int variant(int need) {
        return variant[need];
    }

    int userStart(int component) {
        return userStart[component];
    }

    int user(int index) {
        return user[index];
    }

    /// The most units of each component that one unit of any variant takes, over all its lead times.
    void largest(long[] ofComponent) {
        for (int need = 0; need < variant.length; need++) {
            long units = 0;
            for (int line = firstLine[need]; line < firstLine[need + 1]; line++) {
                units += plant.billQuantity[line];
            }
            ofComponent[component(need)] = Math.max(ofComponent[component(need)], units);
        }
    }
}
