package dev.holdfast.supply.plan.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/// Finds cycles in bills: strips leaves until only items that lead into a cycle are left, walks along those
/// until one comes again, takes the edge that closed the walk out, and begins anew.
final class Cycles {
    private final int items;
    private final List<List<Bills.Part>> children;

    Cycles(int items, List<List<Bills.Part>> children) {
        this.items = items;
        this.children = children;
    }

    /// The parts that close a cycle, at most `most`, each told with its path from an item back to itself.
    List<Bills.Part> closing(int most, BiConsumer<List<Integer>, Bills.Part> tell) {
        var removed = new ArrayList<Bills.Part>();
        while (removed.size() < most) {
            Set<Integer> tangled = tangled(removed);
            if (tangled.isEmpty()) {
                break;
            }
            removed.add(walk(tangled, removed, tell));
        }
        return removed;
    }

    /// The items from which a cycle can be reached, in the order of the file.
    private Set<Integer> tangled(List<Bills.Part> removed) {
        var open = new int[items];
        Map<Integer, List<Integer>> parents = new HashMap<>();
        for (int item = 0; item < items; item++) {
            for (Bills.Part part : children.get(item)) {
                if (!removed.contains(part)) {
                    open[item]++;
                    parents.computeIfAbsent(part.child(), _ -> new ArrayList<>())
                            .add(item);
                }
            }
        }
        var left = new LinkedHashSet<Integer>();
        var leaves = new ArrayList<Integer>();
        for (int item = 0; item < items; item++) {
            left.add(item);
            if (open[item] == 0) {
                leaves.add(item);
            }
        }
        for (int next = 0; next < leaves.size(); next++) {
            left.remove(leaves.get(next));
            for (int parent : parents.getOrDefault(leaves.get(next), List.of())) {
                if (--open[parent] == 0) {
                    leaves.add(parent);
                }
            }
        }
        return left;
    }

    private Bills.Part walk(
            Set<Integer> tangled, List<Bills.Part> removed, BiConsumer<List<Integer>, Bills.Part> tell) {
        var path = new ArrayList<Integer>();
        int item = tangled.iterator().next();
        while (true) {
            path.add(item);
            Bills.Part onward = children.get(item).stream()
                    .filter(part -> tangled.contains(part.child()) && !removed.contains(part))
                    .findFirst()
                    .orElseThrow();
            int again = path.indexOf(onward.child());
            if (again >= 0) {
                path.add(onward.child());
                tell.accept(path.subList(again, path.size()), onward);
                return onward;
            }
            item = onward.child();
        }
    }
}
