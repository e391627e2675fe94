package dev.holdfast.supply.plan.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers names from 0 in the order they come.
public final class Names {
    public static final int UNKNOWN = -1;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    public int number(String name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        numbers.put(name, names.size());
        names.add(name);
        return names.size() - 1;
    }

    public int find(String name) {
        return numbers.getOrDefault(name, UNKNOWN);
    }

    public String name(int number) {
        return names.get(number);
    }

    public int size() {
        return names.size();
    }

    public List<String> all() {
        return List.copyOf(names);
    }
}
