package dev.holdfast.web;

import dev.holdfast.kernel.Problem;
import dev.holdfast.supply.run.OrderWhy;
import dev.holdfast.supply.run.PlanRun;
import dev.holdfast.supply.run.Plans;
import dev.holdfast.supply.run.Publishing;
import java.io.IOException;
import java.util.List;

/// What planners ask of plans: compute one, look at it, publish it.
final class PlanDoor {
    /// A hundred bands and a note.
    private static final int MAX_WISH = 64 * 1024;

    private final Plans plans;
    private final Doorkeeper doorkeeper;

    PlanDoor(Plans plans, Doorkeeper doorkeeper) {
        this.plans = plans;
        this.doorkeeper = doorkeeper;
    }

    void ask(Exchange exchange) throws IOException {
        Asking asking = admit(exchange);
        byte[] body = exchange.body(MAX_WISH);
        PlanRequest request = Json.read(body.length == 0 ? new byte[] {'{', '}'} : body, PlanRequest.class);
        long patience = exchange.number("wait", Plans.PATIENCE_SECONDS, 0, Plans.MAX_PATIENCE_SECONDS);
        PlanRun run = plans.ask(exchange.name(0), request.wish(), patience, asking.member());
        exchange.response()
                .setHeader("Location", "/api/v1/operator/launches/" + exchange.name(0) + "/plans/" + run.number());
        int status = run.state() == PlanRun.State.RUNNING ? 202 : 201;
        exchange.json(status, Json.object(json -> PlanJson.write(json, run)));
    }

    void list(Exchange exchange) throws IOException {
        admit(exchange);
        List<PlanRun> runs = plans.latest(exchange.name(0));
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("plans");
            for (PlanRun run : runs) {
                json.writeStartObject();
                PlanJson.writeShort(json, run);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    void look(Exchange exchange) throws IOException {
        admit(exchange);
        PlanRun run = plans.run(exchange.name(0), run(exchange));
        exchange.json(200, Json.object(json -> PlanJson.write(json, run)));
    }

    void publish(Exchange exchange) throws IOException {
        Asking asking = admit(exchange);
        // Nothing is asked for in it. But whoever seems to be sending still is hung up on after a while, and a
        // publication beside a rush may take longer than a body may.
        exchange.body(MAX_WISH);
        switch (plans.publish(exchange.name(0), run(exchange), asking.member())) {
            case Publishing.Done done -> exchange.json(200, Json.object(json -> PlanJson.writePublished(json, done)));
            case Publishing.Stale stale -> PlanJson.refuseStale(exchange, stale);
        }
    }

    void explain(Exchange exchange) throws IOException {
        Asking asking = admit(exchange);
        OrderWhy why = plans.explain(exchange.name(0), run(exchange), FanDoor.order(exchange.name(2)), asking.member());
        exchange.json(200, Json.write(json -> json.writePOJO(why)));
    }

    private Asking admit(Exchange exchange) {
        return doorkeeper.admit(exchange, Asking.PLANNER, Asking.OPERATOR);
    }

    static int run(Exchange exchange) {
        String text = exchange.name(1);
        try {
            int run = Integer.parseInt(text);
            if (run > 0) {
                return run;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, as any other run that is not there.
        }
        throw new Problem(Problem.Kind.UNKNOWN, "unknown_plan", "This launch has no such plan run.");
    }
}
