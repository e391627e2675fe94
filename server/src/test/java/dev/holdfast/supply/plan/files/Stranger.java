package dev.holdfast.supply.plan.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Somebody who has only the files and the sentences of the contract, and plans by hand: explodes each bill by
/// recursion, then tries every week for every order in turn against all supply and capacity by date.
final class Stranger {
    private final List<String[]> line;
    private final Map<String, List<String[]>> bills = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, Long>> supply = new HashMap<>();
    private final Map<String, Map<LocalDate, Long>> capacity = new HashMap<>();
    private final Map<String, List<String>> routes = new HashMap<>();
    private final LocalDate start;
    private final int weeks;

    Stranger(Path folder, LocalDate start, int weeks) throws IOException {
        this.start = start;
        this.weeks = weeks;
        this.line = rows(folder.resolve("line.csv"));
        rows(folder.resolve("bom.csv"))
                .forEach(row ->
                        bills.computeIfAbsent(row[0], _ -> new ArrayList<>()).add(row));
        rows(folder.resolve("supply.csv"))
                .forEach(row -> supply.computeIfAbsent(row[0], _ -> new TreeMap<>())
                        .merge(LocalDate.parse(row[1]), Long.parseLong(row[2]), Long::sum));
        if (Files.exists(folder.resolve("routing.csv"))) {
            rows(folder.resolve("capacity.csv"))
                    .forEach(row -> capacity.computeIfAbsent(row[0], _ -> new HashMap<>())
                            .put(LocalDate.parse(row[1]), Long.parseLong(row[2])));
            rows(folder.resolve("routing.csv"))
                    .forEach(row -> routes.computeIfAbsent(row[0], _ -> new ArrayList<>())
                            .add(row[1]));
        }
    }

    static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(row -> row.split(",", -1))
                .toList();
    }

    /// The week of every order, in the order of the file; an empty text beyond the horizon.
    List<String> line() {
        var week = new HashMap<String, LocalDate>();
        for (boolean frozen : new boolean[] {true, false}) {
            for (String[] order : line) {
                if (Boolean.parseBoolean(order[3]) == frozen) {
                    place(order, week);
                }
            }
        }
        return line.stream()
                .map(order -> week.containsKey(order[0]) ? week.get(order[0]).toString() : "")
                .toList();
    }

    /// Whether a plan of somebody else can be carried out; weeks in the order of the file, empty beyond the horizon.
    boolean accepts(List<String> weeks) {
        var week = new HashMap<String, LocalDate>();
        for (int order = 0; order < weeks.size(); order++) {
            if (!weeks.get(order).isEmpty()) {
                LocalDate day = LocalDate.parse(weeks.get(order));
                if (day.isBefore(earliest(line.get(order)))) {
                    return false;
                }
                week.put(line.get(order)[0], day);
            }
        }
        return fits(week);
    }

    /// Pairs of one configuration, band, freeze and not-before in which the one behind is built first.
    long overtakes(List<String> weeks) {
        long pairs = 0;
        for (int ahead = 0; ahead < weeks.size(); ahead++) {
            for (int behind = ahead + 1; behind < weeks.size(); behind++) {
                String[] one = line.get(ahead);
                String[] other = line.get(behind);
                boolean sameClass = one[1].equals(other[1])
                        && Boolean.parseBoolean(one[3]) == Boolean.parseBoolean(other[3])
                        && earliest(one).equals(earliest(other));
                pairs += sameClass && late(weeks.get(behind)).isBefore(late(weeks.get(ahead))) ? 1 : 0;
            }
        }
        return pairs;
    }

    private LocalDate late(String week) {
        return week.isEmpty() ? start.plusWeeks(weeks) : LocalDate.parse(week);
    }

    /// Nothing is built before the start, so a not-before up to it asks for nothing.
    private LocalDate earliest(String[] order) {
        LocalDate asked = order[5].isEmpty() ? start : LocalDate.parse(order[5]);
        return asked.isBefore(start) ? start : asked;
    }

    private void place(String[] order, Map<String, LocalDate> week) {
        LocalDate first = earliest(order);
        for (LocalDate day = first; day.isBefore(start.plusWeeks(weeks)); day = day.plusWeeks(1)) {
            week.put(order[0], day);
            if (fits(week)) {
                return;
            }
        }
        week.remove(order[0]);
    }

    private boolean fits(Map<String, LocalDate> week) {
        var needed = new HashMap<String, NavigableMap<LocalDate, Long>>();
        var taken = new HashMap<List<Object>, Long>();
        for (String[] order : line) {
            LocalDate day = week.get(order[0]);
            if (day != null) {
                explode(order[1], 1, day, needed);
                routes.getOrDefault(order[1], List.of())
                        .forEach(resource -> taken.merge(List.of(resource, day), 1L, Long::sum));
            }
        }
        return needed.entrySet().stream()
                        .allMatch(
                                entry -> covers(supply.getOrDefault(entry.getKey(), new TreeMap<>()), entry.getValue()))
                && taken.entrySet().stream()
                        .allMatch(entry -> entry.getValue()
                                <= capacity.getOrDefault((String) entry.getKey().get(0), Map.of())
                                        .getOrDefault((LocalDate) entry.getKey().get(1), 0L));
    }

    private void explode(String item, long units, LocalDate day, Map<String, NavigableMap<LocalDate, Long>> needed) {
        if (supply.containsKey(item)) {
            needed.computeIfAbsent(item, _ -> new TreeMap<>()).merge(day, units, Long::sum);
            return;
        }
        for (String[] part : bills.getOrDefault(item, List.of())) {
            explode(part[1], units * Long.parseLong(part[2]), day.minusWeeks(Long.parseLong(part[3])), needed);
        }
    }

    private static boolean covers(NavigableMap<LocalDate, Long> receipts, NavigableMap<LocalDate, Long> needs) {
        long used = 0;
        for (var need : needs.entrySet()) {
            used += need.getValue();
            long there = receipts.headMap(need.getKey(), true).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            if (used > there) {
                return false;
            }
        }
        return true;
    }
}
