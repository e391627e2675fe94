package dev.holdfast.supply.plan.input;

import dev.holdfast.supply.plan.Plant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// The bills of materials as a graph, level under level, and their explosion down to the items supply is
/// counted in.
///
/// An item with supply rows is a component and is not exploded further. Walking from the leaves up visits every
/// item once, however many bills share it, and what it cannot reach is a cycle.
///
/// A row may say in which build weeks it is needed. Those are the weeks in which the finished unit is built, on
/// every level, so the bills of one week are the rows that hold in it and are exploded like any others.
public final class Bills {
    public static final int MAX_LEAD = Plant.MAX_WEEKS;
    /// A tangle of bills has very many cycles; this many paths are enough to start untangling.
    static final int MAX_CYCLES = 100;

    /// A row without a beginning, or without an end, holds from or to here.
    public static final int ALWAYS_FROM = Integer.MIN_VALUE;

    public static final int ALWAYS_TO = Integer.MAX_VALUE;

    private final String label;
    private final Faults faults;
    private final Names items = new Names();
    private final List<List<Part>> children = new ArrayList<>();
    private final Set<String> supplied;
    private final boolean leavesAreComponents;

    private int explodedIn;
    private final Map<Integer, Map<Need, Long>> exploded = new HashMap<>();

    /// @param from the first build week, a number of [Mondays], in which the row holds
    /// @param to the last one
    record Part(int parent, int child, long quantity, int lead, int from, int to, long line) {
        boolean holdsIn(int week) {
            return from <= week && week <= to;
        }
    }

    /// One exploded need: this item, this many weeks before the build.
    public record Need(String item, int lead) {
        static final Comparator<Need> ORDER = Comparator.comparing(Need::item).thenComparingInt(Need::lead);
    }

    private Bills(String label, Set<String> supplied, boolean leavesAreComponents, Faults faults) {
        this.label = label;
        this.supplied = supplied;
        this.leavesAreComponents = leavesAreComponents;
        this.faults = faults;
    }

    /// Bills in which an item with neither parts nor supply is a fault.
    ///
    /// @param label the table's name in faults
    /// @param supplied the items with supply rows
    public static Bills strict(String label, Set<String> supplied, Faults faults) {
        return new Bills(label, supplied, false, faults);
    }

    /// Bills in which an item with neither parts nor supply is a component that nobody supplies yet.
    public static Bills lenient(String label, Set<String> supplied, Faults faults) {
        return new Bills(label, supplied, true, faults);
    }

    public void add(Row row) {
        add(row, ALWAYS_FROM, ALWAYS_TO);
    }

    /// @param from the first build week, a number of [Mondays], in which the row holds
    /// @param to the last one
    public void add(Row row, int from, int to) {
        String parent = row.name("parent");
        String child = row.name("child");
        long quantity = row.whole("quantity", 1, Plant.MAX_QUANTITY);
        int lead = (int) row.whole("leadTimeWeeks", 0, MAX_LEAD);
        // A refused row still tells what belongs to what; without it, more faults would be told than there are.
        int above = item(parent);
        children.get(above).add(new Part(above, item(child), quantity, lead, from, to, row.line()));
    }

    private int item(String name) {
        int number = items.number(name);
        if (number == children.size()) {
            children.add(new ArrayList<>());
        }
        return number;
    }

    /// Whether any row says what an item is made of.
    public boolean hasBill(String item) {
        int number = items.find(item);
        return number != Names.UNKNOWN && !children.get(number).isEmpty();
    }

    /// Whether an item is counted as it is, so that its parts do not matter.
    public boolean isSupplied(String item) {
        return supplied.contains(item);
    }

    /// Refuses every cycle with its path, whether or not anybody ordered what is in it; true when there is none.
    ///
    /// Rows that never hold in the same week count as well: one more upload, and they do.
    public boolean checkCycles() {
        return new Cycles(items.size(), children)
                .closing(MAX_CYCLES, (path, part) -> {
                    var names = path.stream().map(items::name).toList();
                    faults.add(
                            label,
                            part.line(),
                            "child",
                            items.name(part.child()),
                            "closes a cycle: " + String.join(" > ", names));
                })
                .isEmpty();
    }

    /// The items that are part of something and made of nothing here, with the line that names each first.
    public Map<String, Long> leaves() {
        var leaves = new LinkedHashMap<String, Long>();
        children.forEach(parts -> parts.forEach(part -> {
            if (children.get(part.child()).isEmpty()) {
                leaves.merge(items.name(part.child()), part.line(), Math::min);
            }
        }));
        return leaves;
    }

    /// The items that are made of something and part of nothing.
    public List<String> tops() {
        var below = new HashSet<Integer>();
        children.forEach(parts -> parts.forEach(part -> below.add(part.child())));
        return items.all().stream()
                .filter(item -> hasBill(item) && !below.contains(items.find(item)))
                .toList();
    }

    /// One way down to each item: `car > pack > cell`. The bills must be free of cycles.
    public UnaryOperator<String> paths() {
        var parents = new HashMap<Integer, Integer>();
        children.forEach(parts -> parts.forEach(part -> parents.putIfAbsent(part.child(), part.parent())));
        return item -> {
            var path = new ArrayDeque<String>();
            for (Integer at = items.find(item); at != null; at = parents.get(at)) {
                path.push(at == Names.UNKNOWN ? item : items.name(at));
            }
            return String.join(" > ", path);
        };
    }

    /// The items under the given ones, those included. The bills must be free of cycles.
    public Set<String> under(Set<String> tops) {
        var under = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(tops);
        while (!open.isEmpty()) {
            String item = open.pop();
            if (under.add(item) && items.find(item) != Names.UNKNOWN) {
                children.get(items.find(item)).forEach(part -> open.push(items.name(part.child())));
            }
        }
        return under;
    }

    /// The build weeks in which what a configuration needs may change. The bills must be free of cycles.
    public NavigableSet<Integer> changes(String configuration) {
        var changes = new TreeSet<Integer>();
        for (String item : under(Set.of(configuration))) {
            for (Part part : items.find(item) == Names.UNKNOWN ? List.<Part>of() : children.get(items.find(item))) {
                if (part.from() != ALWAYS_FROM) {
                    changes.add(part.from());
                }
                if (part.to() != ALWAYS_TO) {
                    changes.add(part.to() + 1);
                }
            }
        }
        return changes;
    }

    /// What one unit of a configuration needs when it is built in `week`, a number of [Mondays]; nothing when the
    /// configuration has neither parts nor supply. The bills must be free of cycles.
    public Map<Need, Long> explode(String configuration, int week) {
        if (week != explodedIn) {
            exploded.clear();
            explodedIn = week;
        }
        int top = items.find(configuration);
        if (supplied.contains(configuration)) {
            return Map.of(new Need(configuration, 0), 1L);
        }
        if (top == Names.UNKNOWN || parts(top).isEmpty()) {
            return leavesAreComponents ? Map.of(new Need(configuration, 0), 1L) : Map.of();
        }
        for (int item : bottomUp(top)) {
            exploded.put(item, combined(item));
        }
        return exploded.getOrDefault(top, Map.of());
    }

    private List<Part> parts(int item) {
        return children.get(item).stream()
                .filter(part -> part.holdsIn(explodedIn))
                .toList();
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
                parts(item).forEach(part -> open.push(part.child()));
            }
        }
        return order;
    }

    private Map<Need, Long> combined(int item) {
        var needs = new TreeMap<Need, Long>(Need.ORDER);
        List<Part> parts = parts(item);
        if (supplied.contains(items.name(item)) || (parts.isEmpty() && leavesAreComponents)) {
            needs.put(new Need(items.name(item), 0), 1L);
            return needs;
        }
        for (Part part : parts) {
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
                    label,
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
        faults.add(label, part.line(), column, Long.toString(value), reason + " along " + where);
    }
}
