package dev.holdfast.web;

import dev.holdfast.supply.run.PlanRun;
import dev.holdfast.supply.run.Publishing;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes plan runs. What is a record of numbers goes out as its components are called.
final class PlanJson {
    private PlanJson() {}

    static void write(JsonGenerator json, PlanRun run) {
        writeShort(json, run);
        value(json, "report", run.report());
    }

    /// Without the report, which is long.
    static void writeShort(JsonGenerator json, PlanRun run) {
        json.writeNumberProperty("run", run.number());
        json.writeStringProperty("state", run.state().name());
        value(json, "wish", run.wish());
        value(json, "republishes", run.republishes());
        json.writeNumberProperty("base", run.base());
        json.writeStringProperty("requestedBy", run.requestedBy());
        json.writeStringProperty("requestedAt", run.requestedAt().toString());
        value(json, "inputs", run.inputs());
        value(json, "seconds", run.seconds());
        json.writeStringProperty("fault", run.fault());
        value(json, "publication", run.publication());
        value(json, "progress", run.progress());
    }

    static void writePublished(JsonGenerator json, Publishing.Done done) {
        write(json, done.run());
        json.writeObjectPropertyStart("published");
        json.writeNumberProperty("earlier", done.earlier());
        json.writeNumberProperty("later", done.later());
        json.writeNumberProperty("lost", done.lost());
        json.writeNumberProperty("reached", done.reached());
        json.writeNumberProperty("touched", done.touched());
        json.writeEndObject();
    }

    static void refuseStale(Exchange exchange, Publishing.Stale stale) throws IOException {
        int fresh = stale.fresh().number();
        String detail = "Run " + stale.run().number() + " was computed before " + changed(stale.why())
                + ", and a plan of now moves other orders. Look at run " + fresh + ", and publish that one.";
        ProblemJson.write(exchange, 409, "plan_stale", detail, List.of(), json -> {
            json.writeStringProperty("changed", stale.why());
            value(json, "difference", stale.difference());
            json.writeObjectPropertyStart("fresh");
            write(json, stale.fresh());
            json.writeEndObject();
        });
    }

    private static String changed(String why) {
        return switch (why) {
            case "supply" -> "the supply changed";
            case "week" -> "this week began";
            default -> "another plan was published";
        };
    }

    static void value(JsonGenerator json, String name, @Nullable Object value) {
        json.writeName(name);
        json.writePOJO(value);
    }
}
