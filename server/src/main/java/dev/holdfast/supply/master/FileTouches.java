package dev.holdfast.supply.master;

import dev.holdfast.supply.plan.input.Bills;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a new version of a file changes, told by the rows that are in one version and not in the other.
final class FileTouches {
    private final MasterFile file;
    private final Tables before;
    private final Tables after;
    private final Set<String> offers;
    private final long event;
    private final Set<Touch> touches = new LinkedHashSet<>();

    FileTouches(MasterFile file, Tables before, Tables after, Set<String> offers, long event) {
        this.file = file;
        this.before = before;
        this.after = after;
        this.offers = offers;
        this.event = event;
    }

    /// @param was the rows of the version before, none when there was no version
    Set<Touch> between(List<List<String>> was, List<List<String>> is) {
        var changed = new ArrayList<List<String>>();
        changed.addAll(without(was, is));
        changed.addAll(without(is, was));
        for (List<String> row : changed) {
            touch(row);
        }
        return touches;
    }

    private static List<List<String>> without(List<List<String>> rows, List<List<String>> others) {
        var known = new HashSet<>(others);
        return rows.stream().filter(row -> !known.contains(row)).toList();
    }

    private void touch(List<String> row) {
        switch (file) {
            case CONFIGURATIONS -> add(Touch.CONFIGURATION, row.get(0));
            case BOM -> {
                touchBills(before.products.bills(), row.get(0), row.get(1));
                touchBills(after.products.bills(), row.get(0), row.get(1));
            }
            case RESOURCES, CAPACITY -> add(Touch.RESOURCE, row.get(0));
            case HOLIDAYS -> touchClosed(row.get(0));
            case ROUTING -> {
                add(Touch.CONFIGURATION, row.get(0));
                add(Touch.RESOURCE, row.get(1));
            }
            case STOCK -> add(Touch.COMPONENT, row.get(0));
            // Names, usual suppliers and buffers change what a page shows and no plan.
            case OPTIONS, COMPONENTS, SUPPLIERS -> {}
        }
    }

    /// A changed line is felt by all that is in what it names, and by every offer that its parent is in.
    private void touchBills(Bills bills, String parent, String child) {
        bills.under(Set.of(child)).forEach(item -> add(Touch.COMPONENT, item));
        offers.stream()
                .filter(offer -> bills.under(Set.of(offer)).contains(parent))
                .forEach(offer -> add(Touch.CONFIGURATION, offer));
    }

    private void touchClosed(String resource) {
        if (resource.equals(CalendarRows.ALL)) {
            after.capacity.routes().forEach(route -> add(Touch.RESOURCE, route.resource()));
        } else {
            add(Touch.RESOURCE, resource);
        }
    }

    private void add(String kind, String name) {
        touches.add(new Touch(kind, name, event));
    }
}
