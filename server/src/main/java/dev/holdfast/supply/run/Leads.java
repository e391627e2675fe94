package dev.holdfast.supply.run;

import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.master.Component;
import dev.holdfast.supply.plan.Worth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The planner's list of calls to make, in words: what one week, or one unit of room, is worth.
final class Leads {
    private Leads() {}

    /// @param suppliers of a component, by its name; a component without any is made in house
    static List<PlanReport.Lead> of(AssembledPlant plant, Worth worth, Map<String, List<String>> suppliers) {
        List<PlanReport.Lead> leads = new ArrayList<>();
        for (Worth.Earlier earlier : worth.earlier()) {
            String name = plant.components().get(earlier.component());
            List<String> from = suppliers.getOrDefault(name, List.of());
            double saved = rounded(earlier.savedWeeks());
            leads.add(new PlanReport.Lead("earlier", name, null, from, saved, earlierWords(name, from, saved)));
        }
        for (Worth.Room room : worth.room()) {
            String name = plant.resources().get(room.resource());
            LocalDate week = plant.horizon().start().plusWeeks(room.week() - 1L);
            double saved = rounded(room.savedWeeks());
            leads.add(new PlanReport.Lead("room", name, week, List.of(), saved, roomWords(name, week, saved)));
        }
        leads.sort((one, other) -> Double.compare(other.savedOrderWeeks(), one.savedOrderWeeks()));
        return leads;
    }

    /// Who delivers each component, where that was told.
    static Map<String, List<String>> suppliers(List<Component> components) {
        return components.stream()
                .filter(component -> !component.supplier().isEmpty())
                .collect(Collectors.toMap(Component::component, component -> List.of(component.supplier())));
    }

    private static Map<String, String> earlierWords(String component, List<String> suppliers, double saved) {
        boolean known = !suppliers.isEmpty();
        String of = String.join(", ", suppliers);
        return Map.of(
                "en",
                "One week earlier of " + component + (known ? " from " + of : "") + " is worth " + english(saved)
                        + " order-weeks.",
                "zh",
                (known ? of + " 的 " : "") + component + " 每提前一周, 可少等 " + english(saved) + " 订单周.");
    }

    private static Map<String, String> roomWords(String resource, LocalDate week, double saved) {
        return Map.of(
                "en",
                "One more unit of " + resource + " in the week of " + week + " is worth " + english(saved)
                        + " order-weeks.",
                "zh",
                week + " 当周 " + resource + " 每增加一个产能, 可少等 " + english(saved) + " 订单周.");
    }

    private static String english(double number) {
        return number >= 10
                ? String.format(Locale.ROOT, "%,.0f", number)
                : String.format(Locale.ROOT, "%.2f", number).replaceFirst("\\.?0+$", "");
    }

    private static double rounded(double weeks) {
        return Math.round(weeks * 100) / 100.0;
    }
}
