package dev.holdfast.delivery.unit;

import dev.holdfast.kernel.Problem.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What events of GS1 EPCIS 2.0 say of what is made of what.
///
/// A `TransformationEvent` turns lots into lots and units; an `AggregationEvent` or an `AssociationEvent`
/// puts children into a parent. Other events say nothing of it and are passed over, and so is an aggregation
/// that is taken apart: what was in a unit once may have left its mark. A unit is known by the serial number
/// at the end of its identifier, whether that is an SGTIN, a Digital Link or one of ours; a lot by its whole
/// identifier, unless it is one of ours.
final class Epcis {
    static final String UNIT = "urn:holdfast:unit:";
    static final String LOT = "urn:holdfast:lot:";

    private static final String SGTIN = "urn:epc:id:sgtin:";
    private static final String SERIAL_LINK = "/21/";
    private static final int MAX_NAME = 200;
    private static final int MAX_FAULTS = 100;

    /// For each unit's serial number the lots it is made of.
    final Map<String, Set<String>> lotsOfUnits = new LinkedHashMap<>();

    /// For each lot the lots that were made of it.
    final Map<String, Set<String>> madeOfLots = new LinkedHashMap<>();

    final List<Fault> faults = new ArrayList<>();
    int read;
    int passedOver;

    /// What a document says; faults are gathered and nothing is thrown.
    static Epcis read(JsonNode document) {
        Epcis epcis = new Epcis();
        JsonNode events = document.at("/epcisBody/eventList");
        if (!"EPCISDocument".equals(document.path("type").asString("")) || !events.isArray()) {
            epcis.fault("", null, "must be an EPCISDocument with epcisBody.eventList");
            return epcis;
        }
        for (int at = 0; at < events.size(); at++) {
            epcis.event(events.get(at), "epcisBody.eventList[" + at + "]");
        }
        return epcis;
    }

    private void event(JsonNode event, String path) {
        boolean takenApart = "DELETE".equals(event.path("action").asString(""));
        switch (event.path("type").asString("")) {
            case "TransformationEvent" -> {
                List<String> inputs = names(event, path, "inputEPCList", "inputQuantityList");
                names(event, path, "outputQuantityList", inputs, this::lot);
                names(event, path, "outputEPCList", inputs, this::unit);
                read++;
            }
            case "AggregationEvent", "AssociationEvent" -> {
                if (takenApart) {
                    passedOver++;
                } else {
                    aggregation(event, path);
                    read++;
                }
            }
            default -> passedOver++;
        }
    }

    private void aggregation(JsonNode event, String path) {
        List<String> children = names(event, path, "childEPCs", "childQuantityList");
        String parent = event.path("parentID").asString("");
        String serial = serial(parent);
        if (serial != null) {
            unit(serial, children);
        } else if (isName(parent)) {
            lot(name(parent), children);
        } else {
            fault(path + ".parentID", parent, "must be the identifier of a unit or a lot");
        }
    }

    private void unit(String serial, List<String> lots) {
        lotsOfUnits.computeIfAbsent(serial, unit -> new LinkedHashSet<>()).addAll(lots);
    }

    private void lot(String made, List<String> lots) {
        for (String lot : lots) {
            if (!lot.equals(made)) {
                madeOfLots.computeIfAbsent(lot, of -> new LinkedHashSet<>()).add(made);
            }
        }
    }

    /// The lots that two lists of an event name.
    private List<String> names(JsonNode event, String path, String epcs, String quantities) {
        List<String> names = new ArrayList<>();
        names(event, path, epcs, List.of(), (name, _) -> names.add(name));
        names(event, path, quantities, List.of(), (name, _) -> names.add(name));
        return names;
    }

    private void names(
            JsonNode event, String path, String list, List<String> with, BiConsumer<String, List<String>> each) {
        JsonNode items = event.path(list);
        for (int at = 0; at < items.size(); at++) {
            JsonNode item = items.get(at);
            String text = item.isObject() ? item.path("epcClass").asString("") : item.asString("");
            String where = path + "." + list + "[" + at + "]";
            String serial = serial(text);
            if (list.equals("outputEPCList")) {
                if (serial == null) {
                    fault(where, text, "must end with a serial number, as " + UNIT + "X or .../21/X");
                } else {
                    each.accept(serial, with);
                }
            } else if (isName(text)) {
                each.accept(name(text), with);
            } else {
                fault(where, text, "must be an identifier of at most " + MAX_NAME + " characters without blanks");
            }
        }
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_NAME
                && text.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
    }

    static String name(String identifier) {
        return identifier.startsWith(LOT) ? identifier.substring(LOT.length()) : identifier;
    }

    /// A name that is an identifier already stays as it is.
    static String identifier(String lot) {
        boolean isIdentifier = lot.startsWith("urn:") || lot.startsWith("https://") || lot.startsWith("http://");
        return isIdentifier ? lot : LOT + lot;
    }

    private static @Nullable String serial(String identifier) {
        if (identifier.startsWith(UNIT)) {
            return rest(identifier, UNIT.length());
        }
        if (identifier.startsWith(SGTIN)) {
            return rest(identifier, identifier.lastIndexOf('.') + 1);
        }
        int link = identifier.startsWith("http") ? identifier.indexOf(SERIAL_LINK) : -1;
        if (link < 0) {
            return null;
        }
        String rest = identifier.substring(link + SERIAL_LINK.length());
        int end = rest.indexOf('?') < 0 ? rest.length() : rest.indexOf('?');
        return end == 0 ? null : rest.substring(0, end);
    }

    private static @Nullable String rest(String identifier, int from) {
        return from <= 0 || from >= identifier.length() ? null : identifier.substring(from);
    }

    void fault(String where, @Nullable String value, String reason) {
        if (faults.size() < MAX_FAULTS) {
            faults.add(new Fault(where, value, reason));
        }
    }
}
