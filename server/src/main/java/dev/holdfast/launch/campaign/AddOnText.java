package dev.holdfast.launch.campaign;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Units by add-on as a column holds them, such as `case:2 strap:1`: ids hold neither of the two signs.
final class AddOnText {
    private AddOnText() {}

    static String write(Map<String, ? extends Number> units) {
        return new TreeMap<>(units)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .collect(Collectors.joining(" "));
    }

    static Map<String, Long> read(String text) {
        Map<String, Long> units = new HashMap<>();
        if (!text.isEmpty()) {
            for (String each : text.split(" ", -1)) {
                int colon = each.indexOf(':');
                units.put(each.substring(0, colon), Long.valueOf(each.substring(colon + 1)));
            }
        }
        return units;
    }

    static Map<String, Integer> units(String text) {
        return read(text).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().intValue()));
    }
}
