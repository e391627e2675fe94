package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchDefinition.Offer;
import dev.holdfast.supply.MasterCopy;
import dev.holdfast.web.page.Options.Choice;
import dev.holdfast.web.page.Options.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds out what a launch's offers differ in: from its master data where planners gave `options` for every offer, else
/// from the offers' names ("Pro, green"), else by name alone.
final class OptionReading {
    private static final Set<String> LANGUAGES = Set.of("en", "zh");

    private OptionReading() {}

    static Options of(List<Offer> offers, @Nullable MasterCopy told) {
        var options = told == null ? null : told(offers, told);
        if (options != null) {
            return options;
        }
        var named = named(offers);
        return named == null ? whole(offers) : named;
    }

    /// Null unless every offer says the same options and no two offers are the same choices.
    private static @Nullable Options told(List<Offer> offers, MasterCopy copy) {
        var rows = new HashMap<String, Map<String, Map<String, String>>>();
        for (var values : copy.rows()) {
            var row = row(copy.columns(), values);
            rows.computeIfAbsent(row.getOrDefault("configuration", ""), offer -> new LinkedHashMap<>())
                    .put(row.getOrDefault("option", ""), row);
        }
        var first = rows.getOrDefault(offers.getFirst().id(), Map.of());
        var ids = List.copyOf(first.keySet());
        var picked = new HashMap<String, List<String>>();
        for (var offer : offers) {
            var own = rows.getOrDefault(offer.id(), Map.of());
            if (ids.isEmpty() || !own.keySet().equals(first.keySet())) {
                return null;
            }
            picked.put(
                    offer.id(), ids.stream().map(id -> say(own, id, "choice")).toList());
        }
        if (new HashSet<>(picked.values()).size() < offers.size()) {
            return null;
        }
        var options = ids.stream().map(id -> option(offers, rows, id)).toList();
        int body = ids.indexOf(Options.BODY);
        return Options.picking(options, picked, body < 0 ? null : say(first, Options.BODY, "choice"));
    }

    private static Map<String, String> row(List<String> columns, List<String> values) {
        var row = new HashMap<String, String>();
        for (int column = 0; column < columns.size(); column++) {
            row.put(columns.get(column), values.get(column));
        }
        return row;
    }

    private static String say(Map<String, Map<String, String>> own, String option, String column) {
        return own.getOrDefault(option, Map.of()).getOrDefault(column, "");
    }

    private static Option option(
            List<Offer> offers, Map<String, Map<String, Map<String, String>>> rows, String option) {
        var choices = new LinkedHashMap<String, Choice>();
        Map<String, String> name = Map.of();
        for (var offer : offers) {
            var row = rows.getOrDefault(offer.id(), Map.of()).getOrDefault(option, Map.of());
            var id = row.getOrDefault("choice", "");
            choices.putIfAbsent(id, new Choice(id, names(row, "choice", id)));
            name = names(row, "option", option);
        }
        return new Option(option, name, List.copyOf(choices.values()));
    }

    private static Map<String, String> names(Map<String, String> row, String what, String otherwise) {
        var english = row.getOrDefault(what + "En", "");
        var chinese = row.getOrDefault(what + "Zh", "");
        return Map.of(
                "en", english.isEmpty() ? otherwise : english,
                "zh", chinese.isEmpty() ? (english.isEmpty() ? otherwise : english) : chinese);
    }

    /// Operators name configurations "Pro, green": the parts between commas, in every language in which all offers have
    /// as many. Null where there is none, or two offers would be the same.
    private static @Nullable Options named(List<Offer> offers) {
        var parts = new LinkedHashMap<String, Map<String, List<String>>>();
        for (var language : LANGUAGES.stream().sorted().toList()) {
            var own = new LinkedHashMap<String, List<String>>();
            offers.forEach(offer -> own.put(offer.id(), parts(offer.name().getOrDefault(language, ""))));
            var sizes = new LinkedHashSet<Integer>();
            own.values().forEach(list -> sizes.add(list.size()));
            if (sizes.size() == 1 && sizes.iterator().next() > 1) {
                parts.put(language, own);
            }
        }
        if (parts.isEmpty()) {
            return null;
        }
        var leading = parts.values().iterator().next();
        int size = leading.values().iterator().next().size();
        parts.values().removeIf(other -> other.values().iterator().next().size() != size);
        if (new HashSet<>(leading.values()).size() < offers.size()) {
            return null;
        }
        var options = new ArrayList<Option>();
        for (int option = 0; option < size; option++) {
            options.add(part(leading, parts, option));
        }
        return Options.picking(options, leading, null);
    }

    private static Option part(
            Map<String, List<String>> leading, Map<String, Map<String, List<String>>> parts, int option) {
        var choices = new LinkedHashMap<String, Choice>();
        leading.forEach((offer, own) -> {
            var names = new HashMap<String, String>();
            parts.forEach((language, all) ->
                    names.put(language, all.getOrDefault(offer, own).get(option)));
            choices.putIfAbsent(own.get(option), new Choice(own.get(option), names));
        });
        return new Option("part-" + option, Map.of(), List.copyOf(choices.values()));
    }

    private static List<String> parts(String name) {
        var parts = new ArrayList<String>();
        for (var part : name.split("[,\uFF0C]", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return List.copyOf(parts);
    }

    /// One option, of which each offer is a choice.
    private static Options whole(List<Offer> offers) {
        var picked = new HashMap<String, List<String>>();
        offers.forEach(offer -> picked.put(offer.id(), List.of(offer.id())));
        var choices = offers.stream()
                .map(offer -> new Choice(offer.id(), offer.name()))
                .toList();
        return Options.picking(List.of(new Option("offer", Map.of(), choices)), picked, null);
    }
}
