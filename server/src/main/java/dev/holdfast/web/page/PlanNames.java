package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.supply.MasterCopy;
import dev.holdfast.supply.MasterData;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What planners call things: the names that the launch and its master data give in the reader's language, and the id
/// where they give none.
///
/// @param suppliers of a component, by its id
record PlanNames(
        Map<String, String> offers, Map<String, String> parts, Map<String, List<String>> suppliers, Words words) {
    PlanNames {
        offers = Map.copyOf(offers);
        parts = Map.copyOf(parts);
        suppliers = Map.copyOf(suppliers);
    }

    static PlanNames of(LaunchView launch, MasterData data, Words words) {
        var parts = new HashMap<String, String>();
        var suppliers = new HashMap<String, List<String>>();
        for (var file : List.of("components", "resources", "suppliers")) {
            var copy = find(data, launch.slug(), file);
            if (copy != null) {
                read(copy, words, parts, suppliers);
            }
        }
        var offers = new HashMap<String, String>();
        for (LaunchDefinition.Offer offer : launch.definition().offers()) {
            offers.put(offer.id(), words.name(offer.name()));
        }
        return new PlanNames(offers, parts, suppliers, words);
    }

    private static @Nullable MasterCopy find(MasterData data, String slug, String file) {
        try {
            return data.look(slug, file, null);
        } catch (Problem never) {
            // A launch without master data names its parts by their ids.
            return null;
        }
    }

    private static void read(
            MasterCopy copy, Words words, Map<String, String> parts, Map<String, List<String>> suppliers) {
        int name = copy.columns().indexOf(words == Words.ENGLISH ? "nameEn" : "nameZh");
        int supplier = copy.columns().indexOf("supplier");
        for (var row : copy.rows()) {
            if (name > 0 && !row.get(name).isEmpty()) {
                parts.putIfAbsent(row.getFirst(), row.get(name));
            }
            if (supplier > 0 && !row.get(supplier).isEmpty()) {
                suppliers.merge(row.getFirst(), List.of(row.get(supplier)), PlanNames::together);
            }
        }
    }

    private static List<String> together(List<String> some, List<String> more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    String configuration(String id) {
        return offers.getOrDefault(id, id);
    }

    /// An offer without a bill is its own component, and has the offer's name.
    String part(String id) {
        return parts.getOrDefault(id, offers.getOrDefault(id, id));
    }

    /// Whose component it is; empty when nobody said.
    String supplierOf(String component) {
        var of = suppliers.getOrDefault(component, List.of()).stream()
                .map(this::part)
                .toList();
        return String.join(words.say("plan.and"), of);
    }
}
