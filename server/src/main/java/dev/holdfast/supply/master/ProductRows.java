package dev.holdfast.supply.master;

import dev.holdfast.supply.plan.input.Bills;
import dev.holdfast.supply.plan.input.Faults;
import dev.holdfast.supply.plan.input.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What `configurations`, `options` and `bom` say: the products, and what they are made of.
final class ProductRows {
    /// Longer than any ship takes.
    static final int MAX_DELIVERY_WEEKS = 104;

    private final Map<String, Integer> deliveryWeeks = new HashMap<>();
    private final List<Choice> choices = new ArrayList<>();
    private final Set<String> supplied = new HashSet<>();
    private final Bills bills;
    private final Once configurations = new Once();
    private final Once options = new Once();

    ProductRows(Faults faults) {
        this.bills = Bills.lenient(MasterFile.BOM.label(), supplied, faults);
    }

    void addConfiguration(Row row) {
        String configuration = row.name("configuration");
        int weeks = (int) row.whole("deliveryWeeks", 0, MAX_DELIVERY_WEEKS);
        if (row.isGood() && configurations.isNew(row, "configuration")) {
            deliveryWeeks.put(configuration, weeks);
        }
    }

    void addOption(Row row) {
        String configuration = row.name("configuration");
        String option = row.name("option");
        String choice = row.name("choice");
        if (row.isGood() && options.isNew(row, "configuration", "option")) {
            choices.add(new Choice(
                    configuration,
                    option,
                    choice,
                    row.text("optionEn"),
                    row.text("optionZh"),
                    row.text("choiceEn"),
                    row.text("choiceZh")));
        }
    }

    void addPart(Row row) {
        int from = row.optionalWeek("effectiveFrom");
        int to = row.optionalWeek("effectiveTo");
        if (row.isGood() && from != Row.NO_WEEK && to != Row.NO_WEEK && to < from) {
            row.refuse("effectiveTo", row.text("effectiveTo"), "is before effectiveFrom " + row.text("effectiveFrom"));
        }
        if (row.text("parent").equals(row.text("child")) && !row.text("parent").isEmpty()) {
            row.refuse("child", row.text("child"), "closes a cycle: " + row.text("parent") + " > " + row.text("child"));
            return;
        }
        bills.add(row, from == Row.NO_WEEK ? Bills.ALWAYS_FROM : from, to == Row.NO_WEEK ? Bills.ALWAYS_TO : to);
    }

    /// Says which items are bought as they are; those are not exploded further.
    void supplied(Set<String> items) {
        supplied.addAll(items);
    }

    Bills bills() {
        return bills;
    }

    int deliveryWeeks(String configuration) {
        return deliveryWeeks.getOrDefault(configuration, 0);
    }

    List<Choice> choices() {
        return List.copyOf(choices);
    }
}
