package dev.holdfast.web;

import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.AtFault;
import dev.holdfast.launch.CompensationRule;
import dev.holdfast.launch.CompensationRule.By;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// One rule of compensation as an operator sends it and reads it back.
record CompensationRequest(
        @Nullable String id,
        @Nullable When when,
        @Nullable Amount amount,
        @Nullable Long cap,
        @Nullable Boolean setOff) {

    record When(
            @Nullable Integer slipWeeks,
            @Nullable List<@Nullable AtFault> atFault,
            @Nullable Instant lockedBefore,
            @Nullable LocalDate promisedAfter) {}

    /// Exactly one of the three.
    record Amount(
            @Nullable Long fixed,
            @Nullable Long perWeek,
            @Nullable Long shareBasisPoints) {}

    /// @param where the path of this rule in the request
    CompensationRule rule(String where, Consumer<Fault> faults) {
        if (id == null) {
            faults.accept(new Fault(where + ".id", null, "is required"));
        }
        When conditions = when == null ? new When(null, null, null, null) : when;
        List<AtFault> named = new ArrayList<>();
        for (AtFault one : conditions.atFault() == null ? List.<AtFault>of() : conditions.atFault()) {
            if (one == null) {
                faults.accept(new Fault(where + ".when.atFault", null, "must name who, and not null"));
            } else {
                named.add(one);
            }
        }
        return new CompensationRule(
                id == null ? "" : id,
                conditions.slipWeeks(),
                named,
                conditions.lockedBefore(),
                conditions.promisedAfter(),
                amount(where, faults),
                cap,
                setOff == null || setOff);
    }

    private CompensationRule.Amount amount(String where, Consumer<Fault> faults) {
        List<CompensationRule.Amount> given = new ArrayList<>();
        if (amount != null) {
            add(given, By.FIXED, amount.fixed());
            add(given, By.WEEK, amount.perWeek());
            add(given, By.SHARE, amount.shareBasisPoints());
        }
        if (given.size() != 1) {
            faults.accept(new Fault(
                    where + ".amount",
                    null,
                    "is required with exactly one of 'fixed', 'perWeek' and 'shareBasisPoints'"));
            return new CompensationRule.Amount(By.FIXED, 0);
        }
        return given.getFirst();
    }

    private static void add(List<CompensationRule.Amount> given, By by, @Nullable Long value) {
        if (value != null) {
            given.add(new CompensationRule.Amount(by, value));
        }
    }

    static void write(JsonGenerator json, CompensationRule rule) {
        json.writeStartObject();
        json.writeStringProperty("id", rule.id());
        json.writeObjectPropertyStart("when");
        number(json, "slipWeeks", rule.slipWeeks() == null ? null : Long.valueOf(rule.slipWeeks()));
        json.writeArrayPropertyStart("atFault");
        rule.atFault().forEach(one -> json.writeString(one.name().toLowerCase(Locale.ROOT)));
        json.writeEndArray();
        OrderJson.instant(json, "lockedBefore", rule.lockedBefore());
        json.writeStringProperty(
                "promisedAfter",
                rule.promisedAfter() == null ? null : rule.promisedAfter().toString());
        json.writeEndObject();
        json.writeObjectPropertyStart("amount");
        number(json, "fixed", rule.amount(By.FIXED).orElse(null));
        number(json, "perWeek", rule.amount(By.WEEK).orElse(null));
        number(json, "shareBasisPoints", rule.amount(By.SHARE).orElse(null));
        json.writeEndObject();
        number(json, "cap", rule.cap());
        json.writeBooleanProperty("setOff", rule.setOff());
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, @Nullable Long value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }
}
