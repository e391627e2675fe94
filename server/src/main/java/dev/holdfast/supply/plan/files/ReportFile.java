package dev.holdfast.supply.plan.files;

import dev.holdfast.supply.plan.Figures;
import dev.holdfast.supply.plan.LatenessBound;
import dev.holdfast.supply.plan.Plan;
import dev.holdfast.supply.plan.Worth;
import dev.holdfast.supply.plan.input.Mondays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Writes `report.json`: what the plan does to the people in line, and how far from the best possible it can be.
final class ReportFile {
    static final String NAME = "report.json";
    /// Broken frozen promises are listed by position, from the back of the line; more than these only count.
    static final int MAX_LISTED = 1_000;

    /// What would save most; a planner does not work through more than these before planning again.
    static final int MAX_LEADS = 20;

    private final PlanInput input;
    private final Options options;

    ReportFile(PlanInput input, Options options) {
        this.input = input;
        this.options = options;
    }

    record Outcome(Plan plan, Figures figures, LatenessBound bound, double seconds, String inputHash) {}

    void write(Path folder, Outcome outcome) throws IOException {
        try (var file = Files.newOutputStream(folder.resolve(NAME));
                JsonGenerator json = new JsonFactory().createGenerator(new Indented(), file, JsonEncoding.UTF8)) {
            json.writeStartObject();
            writeInput(json, outcome);
            writeFigures(json, outcome.figures());
            writeFrozen(json, outcome.plan());
            writeBound(json, outcome);
            writeList(json, "notes", input.notes());
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void writeInput(JsonGenerator json, Outcome outcome) {
        json.writeStringProperty("rule", options.rule().label());
        json.writeStringProperty("start", Mondays.date(input.start()).toString());
        json.writeNumberProperty("weeks", options.weeks());
        Integer frozenWeeks = options.frozenWeeks();
        if (frozenWeeks == null) {
            json.writeNullProperty("frozenWeeks");
        } else {
            json.writeNumberProperty("frozenWeeks", frozenWeeks);
        }
        json.writeStringProperty("inputHash", outcome.inputHash());
        json.writeNumberProperty("seconds", outcome.seconds());
        json.writeNumberProperty("configurations", input.configurations().size());
        json.writeNumberProperty("components", input.components().size());
        json.writeNumberProperty("resources", input.resources().size());
    }

    private static void writeFigures(JsonGenerator json, Figures figures) {
        json.writeNumberProperty("orders", figures.orders());
        json.writeNumberProperty("beyondHorizon", figures.beyondHorizon());
        json.writeNumberProperty("totalWaitingWeeks", figures.totalWaitingWeeks());
        json.writeNumberProperty("totalLatenessWeeks", figures.totalLatenessWeeks());
        json.writeNumberProperty("promisesBroken", figures.promisesBroken());
        json.writeNumberProperty("frozenViolations", figures.frozenViolations());
        json.writeNumberProperty("overtakes", figures.overtakes());
        json.writeNumberProperty("envy", figures.envy());
    }

    /// The gap is null where the bound is 0 and the plan is not: no share of nothing.
    private void writeBound(JsonGenerator json, Outcome outcome) {
        LatenessBound bound = outcome.bound();
        double gap = bound.gap(outcome.figures().totalLatenessWeeks());
        json.writeNumberProperty("bound", bound.value());
        if (Double.isNaN(gap)) {
            json.writeNullProperty("gap");
        } else {
            json.writeNumberProperty("gap", gap);
        }
        json.writeNumberProperty("boundIterations", bound.iterations());
        Worth worth = Worth.of(input.plant(), bound, MAX_LEADS);
        json.writeArrayPropertyStart("oneWeekEarlier");
        for (Worth.Earlier one : worth.earlier()) {
            json.writeStartObject();
            json.writeStringProperty("component", input.components().get(one.component()));
            json.writeNumberProperty("savedOrderWeeks", rounded(one.savedWeeks()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("oneMoreUnit");
        for (Worth.Room one : worth.room()) {
            json.writeStartObject();
            json.writeStringProperty("resource", input.resources().get(one.resource()));
            json.writeStringProperty("week", input.weekName(one.week()));
            json.writeNumberProperty("savedOrderWeeks", rounded(one.savedWeeks()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static double rounded(double weeks) {
        return Math.round(weeks * 100) / 100.0;
    }

    private void writeFrozen(JsonGenerator json, Plan plan) {
        json.writeArrayPropertyStart("frozenExceptions");
        int listed = 0;
        for (int order = plan.week().length - 1; order >= 0 && listed < MAX_LISTED; order--) {
            if (input.line().isFrozenLate(order, plan.week()[order])) {
                json.writeNumber(input.position()[order]);
                listed++;
            }
        }
        json.writeEndArray();
    }

    private static void writeList(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    /// A report is read by people too.
    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
