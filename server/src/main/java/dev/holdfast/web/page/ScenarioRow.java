package dev.holdfast.web.page;

import dev.holdfast.supply.run.WhatIf.Change;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// One thing that might be otherwise, as a planner types it.
///
/// @param kind    one of [#KINDS]
/// @param subject `component:`, `configuration:` or `resource:` with an id
/// @param amount  weeks, percent or units, as the kind has it
/// @param from    a Monday; empty: next week
/// @param to      the resource that moved capacity goes to
record ScenarioRow(String kind, String subject, String amount, String from, String to) {
    static final List<String> KINDS = List.of("slip", "expedite", "cut", "add", "close", "capacity", "move_capacity");

    static final ScenarioRow EMPTY = new ScenarioRow("slip", "", "", "", "");

    /// As many as fit beside each other on a desk.
    static final int MAX_ROWS = 6;

    static List<ScenarioRow> of(MultiValueMap<String, String> asked) {
        var rows = new ArrayList<ScenarioRow>();
        int count = Math.min(MAX_ROWS, asked.getOrDefault("kind", List.of()).size());
        for (int row = 0; row < count; row++) {
            rows.add(new ScenarioRow(
                    at(asked, "kind", row),
                    at(asked, "subject", row),
                    at(asked, "amount", row),
                    at(asked, "from", row),
                    at(asked, "to", row)));
        }
        return rows;
    }

    private static String at(MultiValueMap<String, String> asked, String name, int row) {
        var values = asked.getOrDefault(name, List.of());
        return row < values.size() ? values.get(row).strip() : "";
    }

    boolean isEmpty() {
        return subject.isEmpty();
    }

    /// Whether it says enough to be planned; what it says may still not fit the plant.
    boolean isWhole() {
        return KINDS.contains(kind)
                && subject.startsWith(wanted() + ":")
                && (kind.equals("close") || number() != null)
                && (from.isEmpty() || week() != null);
    }

    /// What the kind is about.
    private String wanted() {
        return switch (kind) {
            case "close" -> "configuration";
            case "capacity", "move_capacity" -> "resource";
            default -> "component";
        };
    }

    String name() {
        return subject.substring(subject.indexOf(':') + 1);
    }

    Change change() {
        var wanted = wanted();
        var amount = number();
        boolean weeks = kind.equals("slip") || kind.equals("expedite");
        boolean percent = kind.equals("cut");
        return new Change(
                kind,
                wanted.equals("component") ? name() : null,
                wanted.equals("configuration") ? name() : null,
                wanted.equals("resource") ? name() : null,
                kind.equals("move_capacity") ? to.substring(to.indexOf(':') + 1) : null,
                week(),
                null,
                weeks ? amount : null,
                percent ? amount : null,
                weeks || percent || amount == null ? null : Long.valueOf(amount));
    }

    private @Nullable Integer number() {
        try {
            return Integer.valueOf(amount);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private @Nullable LocalDate week() {
        try {
            return from.isEmpty() ? null : LocalDate.parse(from);
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    /// Such as "Battery cell: 3 weeks later".
    String words(PlanFrame plan) {
        var words = plan.words();
        var name = kind.equals("close")
                ? plan.names().configuration(name())
                : plan.names().part(name());
        var amount = number();
        var much = amount == null ? "" : words.number(amount);
        var said = words.say("plan.change." + kind, name, much, plan.names().part(to.substring(to.indexOf(':') + 1)));
        return week() == null ? said : words.say("plan.change.from", said, plan.week(week()));
    }
}
