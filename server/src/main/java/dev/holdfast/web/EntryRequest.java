package dev.holdfast.web;

import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.EntryRules;
import dev.holdfast.launch.EntryRules.Verified;
import dev.holdfast.launch.Screening;
import dev.holdfast.launch.Screening.Signal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Who may enter a launch's line, as an operator sends it and reads it back.
record EntryRequest(
        @Nullable String limitGroup,
        @Nullable Integer limit,
        @Nullable Verified verified,
        @Nullable ScreeningRequest screening) {

    record ScreeningRequest(
            @Nullable Integer threshold,
            @Nullable Map<String, @Nullable Integer> weights,
            @Nullable Duration appealWithin) {}

    EntryRules rules(Consumer<Fault> faults) {
        return new EntryRules(
                limitGroup,
                Objects.requireNonNullElse(limit, 1),
                verified,
                screening == null ? null : screening(screening, faults));
    }

    private static Screening screening(ScreeningRequest given, Consumer<Fault> faults) {
        Map<Signal, Integer> weights = new EnumMap<>(Signal.class);
        (given.weights == null ? Map.<String, @Nullable Integer>of() : given.weights).forEach((name, weight) -> {
            Signal signal = signal(name);
            if (signal == null || weight == null) {
                faults.accept(new Fault("entry.screening.weights." + name, null, "is no signal with its points"));
            } else {
                weights.put(signal, weight);
            }
        });
        return new Screening(
                Objects.requireNonNullElse(given.threshold, Screening.DEFAULT_THRESHOLD),
                weights,
                Objects.requireNonNullElse(given.appealWithin, Screening.DEFAULT_APPEAL_WITHIN));
    }

    private static @Nullable Signal signal(String name) {
        for (Signal signal : Signal.values()) {
            if (signal.name().toLowerCase(Locale.ROOT).equals(name)) {
                return signal;
            }
        }
        return null;
    }

    /// What a fan has to know of it. What orders are screened for, and how much it weighs, is for operators: whoever
    /// knew the threshold would stay under it.
    static void write(JsonGenerator json, EntryRules rules, boolean operator) {
        json.writeObjectPropertyStart("entry");
        json.writeStringProperty("limitGroup", rules.limitGroup());
        json.writeNumberProperty("limit", rules.limit());
        json.writeStringProperty(
                "verified",
                rules.mustHaveVerified()
                        .map(verified -> verified.name().toLowerCase(Locale.ROOT))
                        .orElse(null));
        Screening screening = rules.screening();
        json.writeBooleanProperty("screened", screening != null);
        if (operator && screening != null) {
            json.writeObjectPropertyStart("screening");
            json.writeNumberProperty("threshold", screening.threshold());
            json.writeObjectPropertyStart("weights");
            for (Signal signal : Signal.values()) {
                json.writeNumberProperty(signal.name().toLowerCase(Locale.ROOT), screening.weight(signal));
            }
            json.writeEndObject();
            json.writeStringProperty("appealWithin", LaunchJson.duration(screening.appealWithin()));
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
