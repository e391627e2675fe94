package dev.holdfast.supply.master;

import dev.holdfast.supply.plan.input.Bills;
import dev.holdfast.supply.plan.input.Faults;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Holds a file that was sent against all the others that are in force: a name that one of them lists must be listed
/// there, whichever of the two came last. A list that was never given refuses nothing.
final class CrossCheck {
    /// A change of the bills every week for ten years.
    static final int MAX_CHANGES = 520;

    private final Tables tables;
    private final Set<String> offers;
    private final Standing standing;
    private final Faults faults;

    /// @param tables the file that was sent, and those in force beside it
    /// @param standing what suppliers said last
    CrossCheck(Tables tables, Set<String> offers, Standing standing, Faults faults) {
        this.tables = tables;
        this.offers = offers;
        this.standing = standing;
        this.faults = faults;
    }

    void check(MasterFile sent) {
        switch (sent) {
            case CONFIGURATIONS, OPTIONS -> known(sent, "configuration", offers, "is no offer of this launch");
            case BOM -> bills();
            case COMPONENTS -> components();
            case SUPPLIERS -> suppliers();
            case RESOURCES -> resources();
            case CAPACITY, HOLIDAYS, ROUTING -> resources(sent);
            case STOCK -> stock();
        }
    }

    private void known(MasterFile file, String column, Set<String> known, String reason) {
        tables.values(file, column).forEach((value, line) -> {
            if (!known.contains(value)) {
                faults.add(file.label(), line, column, value, reason);
            }
        });
    }

    private void bills() {
        Bills bills = tables.products.bills();
        if (!bills.checkCycles()) {
            return;
        }
        if (tables.isGiven(MasterFile.COMPONENTS)) {
            UnaryOperator<String> paths = bills.paths();
            bills.leaves().forEach((leaf, line) -> {
                if (!tables.parties.components().containsKey(leaf)) {
                    faults.add(
                            MasterFile.BOM.label(),
                            line,
                            "child",
                            leaf,
                            "is none of the components and made of nothing: " + paths.apply(leaf));
                }
            });
        }
        explode(bills);
    }

    /// What adds up beyond all bounds along a path is told now, and not when somebody plans with it.
    private void explode(Bills bills) {
        var weeks = new TreeSet<Integer>();
        weeks.add(Bills.ALWAYS_FROM);
        bills.tops().forEach(top -> weeks.addAll(bills.changes(top)));
        if (weeks.size() > MAX_CHANGES) {
            faults.add(
                    MasterFile.BOM.label(),
                    1,
                    "effectiveFrom",
                    Integer.toString(weeks.size()),
                    "are more weeks in which bills change than the " + MAX_CHANGES + " a file may have");
            return;
        }
        for (int week : weeks) {
            if (faults.isEmpty()) {
                bills.tops().forEach(top -> bills.explode(top, week));
            }
        }
    }

    private void components() {
        if (tables.isGiven(MasterFile.SUPPLIERS)) {
            known(MasterFile.COMPONENTS, "supplier", tables.parties.suppliers(), "is none of the suppliers");
        }
        Set<String> listed = tables.parties.components().keySet();
        Bills bills = tables.products.bills();
        UnaryOperator<String> paths = bills.paths();
        bills.leaves().keySet().stream()
                .filter(leaf -> !listed.contains(leaf))
                .forEach(leaf ->
                        missing(MasterFile.COMPONENTS, "component", leaf, "the bills need it: " + paths.apply(leaf)));
        var others = new LinkedHashSet<>(tables.stock.counts().keySet());
        others.addAll(standing.components());
        others.stream()
                .filter(name -> !isComponent(name))
                .forEach(name -> missing(
                        MasterFile.COMPONENTS,
                        "component",
                        name,
                        "there is stock of it, or a commitment to deliver it"));
    }

    private void suppliers() {
        Set<String> listed = tables.parties.suppliers();
        var named = new LinkedHashSet<>(
                tables.values(MasterFile.COMPONENTS, "supplier").keySet());
        named.addAll(standing.suppliers());
        named.stream()
                .filter(name -> !listed.contains(name))
                .forEach(name ->
                        missing(MasterFile.SUPPLIERS, "supplier", name, "a component or a commitment is from there"));
    }

    private void resources() {
        Set<String> listed = tables.calendar.resources();
        for (MasterFile other : List.of(MasterFile.CAPACITY, MasterFile.HOLIDAYS, MasterFile.ROUTING)) {
            tables.values(other, "resource").forEach((name, line) -> {
                if (!name.equals(CalendarRows.ALL) && !listed.contains(name)) {
                    missing(MasterFile.RESOURCES, "resource", name, other.label() + " names it in line " + line);
                }
            });
        }
    }

    private void resources(MasterFile sent) {
        if (tables.isGiven(MasterFile.RESOURCES)) {
            var known = new HashSet<>(tables.calendar.resources());
            known.add(sent == MasterFile.HOLIDAYS ? CalendarRows.ALL : "");
            known(sent, "resource", known, "is none of the resources");
        }
    }

    private void stock() {
        Map<String, Long> named = tables.values(MasterFile.STOCK, "component");
        named.forEach((name, line) -> {
            if (!isComponent(name)) {
                faults.add(MasterFile.STOCK.label(), line, "component", name, "is none of the components");
            }
        });
    }

    /// Whether deliveries and stock may name it: a component, something made of others, or an offer that is its own.
    boolean isComponent(String name) {
        return !tables.isGiven(MasterFile.COMPONENTS)
                || tables.parties.components().containsKey(name)
                || tables.products.bills().hasBill(name)
                || offers.contains(name);
    }

    boolean isSupplier(String name) {
        return !tables.isGiven(MasterFile.SUPPLIERS)
                || tables.parties.suppliers().contains(name);
    }

    private void missing(MasterFile list, String column, String name, String reason) {
        faults.add(list.label(), 1, column, name, "is missing in the file: " + reason);
    }
}
