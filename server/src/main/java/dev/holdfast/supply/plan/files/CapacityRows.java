package dev.holdfast.supply.plan.files;

import dev.holdfast.supply.plan.Plant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The weeks of `capacity.csv` and the routes of `routing.csv`. A week given twice is a fault: which one counts?
final class CapacityRows {
    private final List<Room> rooms = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private final Map<List<Object>, Long> givenAt = new HashMap<>();

    record Room(String resource, int week, long capacity) {}

    record Route(String configuration, String resource) {}

    void addRoom(Row row) {
        String resource = row.name("resource");
        int week = row.week("week");
        long capacity = row.whole("capacity", 0, Plant.MAX_QUANTITY);
        if (row.isGood() && isNew(row, "week", List.of(resource, week))) {
            rooms.add(new Room(resource, week, capacity));
        }
    }

    void addRoute(Row row) {
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

    List<Room> rooms() {
        return rooms;
    }

    List<Route> routes() {
        return routes;
    }
}
