package dev.holdfast.supply.plan.input;

import dev.holdfast.supply.plan.Plant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The weeks of a `capacity` table and the routes of a `routing` table. A week given twice is a fault: which one
/// counts?
public final class CapacityRows {
    private final List<Room> rooms = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private final Map<List<Object>, Long> givenAt = new HashMap<>();

    public record Room(String resource, int week, long capacity) {}

    public record Route(String configuration, String resource) {}

    public void addRoom(Row row) {
        String resource = row.name("resource");
        int week = row.week("week");
        long capacity = row.whole("capacity", 0, Plant.MAX_QUANTITY);
        if (row.isGood() && isNew(row, "week", List.of(resource, week))) {
            rooms.add(new Room(resource, week, capacity));
        }
    }

    public void addRoute(Row row) {
        String configuration = row.name("configuration");
        String resource = row.name("resource");
        if (row.isGood() && isNew(row, "resource", List.of(configuration, resource))) {
            routes.add(new Route(configuration, resource));
        }
    }

    private boolean isNew(Row row, String column, List<Object> key) {
        Long before = givenAt.putIfAbsent(key, row.line());
        if (before != null) {
            row.refuse(column, row.text(column), "is already given for " + key.getFirst() + " by line " + before);
        }
        return before == null;
    }

    public List<Room> rooms() {
        return rooms;
    }

    public List<Route> routes() {
        return routes;
    }
}
