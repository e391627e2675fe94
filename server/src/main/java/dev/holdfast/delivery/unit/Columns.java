package dev.holdfast.delivery.unit;

import dev.holdfast.delivery.allocation.Allocation;
import dev.holdfast.delivery.allocation.Allocation.Given;
import dev.holdfast.delivery.allocation.Allocation.Why;
import dev.holdfast.delivery.allocation.Stock;
import dev.holdfast.delivery.allocation.Waiting;
import dev.holdfast.delivery.unit.GivingStore.Passed;
import dev.holdfast.delivery.unit.GivingStore.Piece;
import dev.holdfast.launch.LineSnapshot;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A line and its stock as the arrays that [Allocation] works on, and its answer in orders and units again.
final class Columns {
    private final LineSnapshot line;
    private final List<Piece> pieces;
    private final Map<String, Integer> regions = new HashMap<>();
    private final Map<String, Integer> configurations = new HashMap<>();
    /// Of the orders that may have a unit, in entry order, their index in the line.
    private final int[] inLine;

    private final Waiting waiting;
    private final Stock stock;
    private final @Nullable String home;

    /// @param home the region of an order that names none; null: the launch has no regions
    Columns(LineSnapshot line, List<Piece> pieces, Set<OrderId> postponed, @Nullable String home) {
        this.line = line;
        this.pieces = pieces;
        this.home = home;
        this.inLine = locked(line);
        this.stock = stock();
        this.waiting = waiting(postponed);
    }

    /// Whoever is not locked may still leave for nothing, or be changed.
    private static int[] locked(LineSnapshot line) {
        var found = new int[line.size()];
        int size = 0;
        for (int i = 0; i < line.size(); i++) {
            OrderState state = line.state(i);
            if (state.compareTo(OrderState.LOCKED) >= 0 && state.compareTo(OrderState.DELIVERED) < 0) {
                found[size++] = i;
            }
        }
        return Arrays.copyOf(found, size);
    }

    private Stock stock() {
        int size = pieces.size();
        var configuration = new int[size];
        var region = new int[size];
        var usable = new boolean[size];
        for (int unit = 0; unit < size; unit++) {
            Piece piece = pieces.get(unit);
            configuration[unit] = number(configurations, piece.configuration());
            region[unit] = number(regions, piece.region());
            usable[unit] = piece.usable();
        }
        return new Stock(configuration, region, usable);
    }

    private Waiting waiting(Set<OrderId> postponed) {
        Map<OrderId, Integer> holders = new HashMap<>();
        for (int unit = 0; unit < pieces.size(); unit++) {
            OrderId holder = pieces.get(unit).holder();
            if (holder != null) {
                holders.put(holder, unit);
            }
        }
        int size = inLine.length;
        var configuration = new int[size];
        var region = new int[size];
        var holds = new int[size];
        var later = new boolean[size];
        for (int order = 0; order < size; order++) {
            int i = inLine[order];
            OrderId id = line.order(i);
            Integer unit = holders.get(id);
            configuration[order] = number(configurations, line.offers().get(line.offer(i)));
            region[order] = number(regions, region(order));
            holds[order] = unit == null ? Allocation.NONE : unit;
            // What was handed over is not given back for a wish that came too late.
            later[order] =
                    postponed.contains(id) && (unit == null || pieces.get(unit).state() != UnitState.DELIVERED);
        }
        return new Waiting(configuration, region, holds, later);
    }

    Given give() {
        return Allocation.give(waiting, stock, configurations.size(), regions.size());
    }

    /// What orders are given that they did not have.
    List<Passed> given(Given answer) {
        List<Passed> given = new ArrayList<>();
        for (int order = 0; order < inLine.length; order++) {
            int unit = answer.unitOf()[order];
            if (unit != Allocation.NONE && answer.why()[order] != Why.KEPT) {
                String cause = answer.why()[order].name().toLowerCase(Locale.ROOT);
                given.add(new Passed(pieces.get(unit).unit(), line.order(inLine[order]), region(order), cause));
            }
        }
        return given;
    }

    /// Orders that had a unit and do not keep it, by the cause.
    Map<String, List<OrderId>> lost(Given answer) {
        Map<String, List<OrderId>> lost = new TreeMap<>();
        for (int order = 0; order < inLine.length; order++) {
            int had = waiting.holds()[order];
            if (had != Allocation.NONE && answer.why()[order] != Why.KEPT) {
                String cause = waiting.postponed()[order] ? "postponed" : lossOf(pieces.get(had));
                lost.computeIfAbsent(cause, none -> new ArrayList<>()).add(line.order(inLine[order]));
            }
        }
        return lost;
    }

    private static String lossOf(Piece piece) {
        return piece.state() == UnitState.DAMAGED ? "unit_damaged" : "unit_quarantined";
    }

    /// How each configuration and region stands.
    List<Standing> standings(Given answer, Instant at) {
        Map<List<String>, long[]> sums = new HashMap<>();
        for (int order = 0; order < inLine.length; order++) {
            int i = inLine[order];
            long[] sum = sums.computeIfAbsent(
                    List.of(line.offers().get(line.offer(i)), text(region(order))), key -> new long[6]);
            switch (answer.why()[order]) {
                case KEPT, IN_REGION, FROM_ANYWHERE -> {
                    sum[0]++;
                    sum[4] = Math.max(sum[4], line.entered(i));
                }
                case WAITS -> {
                    sum[1]++;
                    sum[5] = sum[5] == 0 ? line.entered(i) : sum[5];
                }
                case POSTPONED -> sum[2]++;
            }
        }
        free(answer, sums);
        return sums.entrySet().stream()
                .map(one -> standing(one.getKey(), one.getValue(), at))
                .toList();
    }

    private void free(Given answer, Map<List<String>, long[]> sums) {
        var taken = new boolean[pieces.size()];
        Arrays.stream(answer.unitOf()).filter(unit -> unit != Allocation.NONE).forEach(unit -> taken[unit] = true);
        for (int unit = 0; unit < taken.length; unit++) {
            Piece piece = pieces.get(unit);
            if (!taken[unit] && piece.holder() == null && stock.usable()[unit]) {
                sums.computeIfAbsent(List.of(piece.configuration(), text(piece.region())), key -> new long[6])[3]++;
            }
        }
    }

    /// How many units of each configuration are stopped; what was handed over is its owner's.
    Map<String, Long> stopped() {
        return pieces.stream()
                .filter(piece -> piece.quarantined() && piece.state() != UnitState.DELIVERED)
                .collect(Collectors.groupingBy(Piece::configuration, Collectors.counting()));
    }

    private static Standing standing(List<String> of, long[] sum, Instant at) {
        return new Standing(of.get(0), of.get(1), at, sum[0], sum[1], sum[2], sum[3], sum[4], sum[5]);
    }

    private @Nullable String region(int order) {
        int region = line.region(inLine[order]);
        return region == LineSnapshot.NONE ? home : line.regions().get(region);
    }

    private static String text(@Nullable String region) {
        return region == null ? "" : region;
    }

    private static int number(Map<String, Integer> numbers, @Nullable String name) {
        if (name == null) {
            return Allocation.NONE;
        }
        Integer known = numbers.get(name);
        if (known == null) {
            known = numbers.size();
            numbers.put(name, known);
        }
        return known;
    }
}
