package dev.holdfast.supply.plan.files;

import dev.holdfast.supply.plan.Plant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The bills of materials as a graph, level under level, and their explosion down to the items supply is
/// counted in.
///
/// An item with supply rows is a component and is not exploded further. Walking from the leaves up visits every
/// item once, however many bills share it, and what it cannot reach is a cycle.
final class Bills {
    static final int MAX_LEAD = Plant.MAX_WEEKS;
    /// A tangle of bills has very many cycles; this many paths are enough to start untangling.
    static final int MAX_CYCLES = 100;

    private final Faults faults;
    private final Names items = new Names();
    private final List<List<Part>> children = new ArrayList<>();
    private final Set<String> supplied;
    private final Map<Integer, Map<Need, Long>> exploded = new HashMap<>();

    record Part(int parent, int child, long quantity, int lead, long line) {}

    /// One exploded need: this item, this many weeks before the build.
    record Need(String item, int lead) {
        static final Comparator<Need> ORDER = Comparator.comparing(Need::item).thenComparingInt(Need::lead);
    }

    /// @param supplied the items with supply rows
    Bills(Set<String> supplied, Faults faults) {
        this.supplied = supplied;
        this.faults = faults;
    }

    void add(Row row) {
        String parent = row.name("parent");
        String child = row.name("child");
        long quantity = row.whole("quantity", 1, Plant.MAX_QUANTITY);
        int lead = (int) row.whole("leadTimeWeeks", 0, MAX_LEAD);
        // A refused row still tells what belongs to what; without it, more faults would be told than there are.
        int from = item(parent);
        children.get(from).add(new Part(from, item(child), quantity, lead, row.line()));
    }

    private int item(String name) {
        int number = items.number(name);
        if (number == children.size()) {
            children.add(new ArrayList<>());
        }
        return number;
    }

    /// Refuses every cycle with its path, whether or not anybody ordered what is in it; true when there is none.
    boolean checkCycles() {
        return new Cycles(items.size(), children)
                .closing(MAX_CYCLES, (path, part) -> {
                    var names = path.stream().map(items::name).toList();
                    faults.add(
                            PlanningFile.BOM.label,
                            part.line(),
                            "child",
                            items.name(part.child()),
                            "closes a cycle: " + String.join(" > ", names));
                })
                .isEmpty();
    }

    /// What one unit of a configuration needs. The bills must be free of cycles.
    Map<Need, Long> explode(String configuration, long orderedInLine) {
        int top = items.find(configuration);
        if (supplied.contains(configuration)) {
            return Map.of(new Need(configuration, 0), 1L);
        }
        if (top == Names.UNKNOWN || children.get(top).isEmpty()) {
            faults.add(
                    PlanningFile.LINE.label,
                    orderedInLine,
                    "configuration",
                    configuration,
                    "has neither children in bom.csv nor rows in supply.csv");
            return Map.of();
        }
        for (int item : bottomUp(top)) {
            exploded.put(item, combined(item));
        }
        return exploded.getOrDefault(top, Map.of());
    }

    /// The items under `top` that are not exploded yet, children before parents.
    private Set<Integer> bottomUp(int top) {
        var order = new LinkedHashSet<Integer>();
        var open = new ArrayDeque<Integer>();
        var entered = new HashSet<Integer>();
        open.push(top);
        while (!open.isEmpty()) {
            int item = open.peek();
            if (exploded.containsKey(item) || !entered.add(item)) {
                open.pop();
                if (!exploded.containsKey(item)) {
                    order.add(item);
                }
            } else if (!supplied.contains(items.name(item))) {
                children.get(item).forEach(part -> open.push(part.child()));
            }
        }
        return order;
    }

    private Map<Need, Long> combined(int item) {
        var needs = new TreeMap<Need, Long>(Need.ORDER);
        if (supplied.contains(items.name(item))) {
            needs.put(new Need(items.name(item), 0), 1L);
            return needs;
        }
        for (Part part : children.get(item)) {
            Map<Need, Long> below = exploded.getOrDefault(part.child(), Map.of());
            if (below.isEmpty()) {
                refuseLeaf(part);
            }
            below.forEach((need, quantity) -> addNeed(needs, part, need, quantity));
        }
        return needs;
    }

    private void refuseLeaf(Part part) {
        boolean isLeaf = children.get(part.child()).isEmpty() && !supplied.contains(items.name(part.child()));
        if (isLeaf) {
            faults.add(
                    PlanningFile.BOM.label,
                    part.line(),
                    "child",
                    items.name(part.child()),
                    "has neither children in bom.csv nor rows in supply.csv, needed by " + items.name(part.parent()));
        }
    }

    private void addNeed(Map<Need, Long> needs, Part part, Need below, long quantity) {
        int lead = below.lead() + part.lead();
        long units = quantity * part.quantity();
        var need = new Need(below.item(), Math.min(lead, MAX_LEAD));
        long sum = needs.getOrDefault(need, 0L) + units;
        if (lead > MAX_LEAD) {
            refusePart(part, "leadTimeWeeks", part.lead(), "adds up to more than " + MAX_LEAD + " weeks", below);
        } else if (units > Plant.MAX_QUANTITY || sum > Plant.MAX_QUANTITY) {
            refusePart(part, "quantity", part.quantity(), "adds up to more than " + Plant.MAX_QUANTITY, below);
        } else {
            needs.put(need, sum);
        }
    }

    private void refusePart(Part part, String column, long value, String reason, Need below) {
        String where = items.name(part.parent()) + " > ... > " + below.item();
        faults.add(PlanningFile.BOM.label, part.line(), column, Long.toString(value), reason + " along " + where);
    }
}
