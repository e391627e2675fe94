package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderId;
import dev.holdfast.supply.run.OneRoom;
import dev.holdfast.supply.run.PlanRun;
import dev.holdfast.supply.run.Plans;
import dev.holdfast.supply.run.Room.Look;
import dev.holdfast.supply.run.WhatIf;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The planner's room: line and supply now, what would be if, and why one order has its week. Nothing here changes
/// anything, so every view has an address that can be sent to somebody else.
@Controller
class PlanRoomPages {
    private static final int WEEKS = 26;
    private static final int BUFFER_WEEKS = 1;
    private static final int PERCENT = 100;

    private final PlanFrames frames;
    private final OneRoom room;
    private final Plans plans;
    private final Launch launch;
    private final Templates templates;

    PlanRoomPages(PlanFrames frames, OneRoom room, Plans plans, Launch launch, Templates templates) {
        this.frames = frames;
        this.room = room;
        this.plans = plans;
        this.launch = launch;
        this.templates = templates;
    }

    @GetMapping("/operator/launches/{slug}/plan")
    Page now(
            Frame frame,
            @PathVariable String slug,
            @RequestParam(defaultValue = "" + WEEKS) int weeks,
            @RequestParam(required = false) @Nullable Integer conversion,
            @RequestParam(required = false) @Nullable String configuration,
            @RequestParam(required = false) @Nullable String component,
            @RequestParam(required = false) @Nullable String resource) {
        var plan = frames.of(frame, slug, PlanPart.NOW);
        int shown = Math.clamp(weeks, 1, Look.MAX_WEEKS);
        var seen = room.look(slug, new Look(shown, BUFFER_WEEKS, share(conversion)));
        var inForce = seen.inForce() == 0 ? null : plans.run(slug, seen.inForce());
        var picked = new PlanRoomPage.Picked(configuration, component, resource);
        return templates.page("plan", new PlanRoomPage(plan, seen, inForce, shown, picked));
    }

    /// What a planner expects to stay, in percent; null: what the line has shown.
    private static @Nullable Double share(@Nullable Integer percent) {
        return percent == null ? null : Double.valueOf(Math.clamp(percent, 0, PERCENT) / (double) PERCENT);
    }

    @GetMapping("/operator/launches/{slug}/plan/what-if")
    Page whatIf(Frame frame, @PathVariable String slug, @RequestParam MultiValueMap<String, String> asked) {
        var plan = frames.of(frame, slug, PlanPart.WHAT_IF);
        var wish = ScenarioRow.of(asked);
        var seen = room.look(slug, new Look(WEEKS, BUFFER_WEEKS, null));
        var whole = wish.stream().filter(ScenarioRow::isWhole).toList();
        var group = asked.getOrDefault("group", List.of("")).getFirst();
        WhatIf compared = null;
        Notice notice = null;
        if (!whole.isEmpty()) {
            try {
                compared = room.whatIf(slug, PlanWhatIfPage.wish(whole));
            } catch (Problem refused) {
                if (refused.kind() != Problem.Kind.INVALID) {
                    throw refused;
                }
                notice = PlanWhatIfPage.refused(refused, plan);
            }
        } else if (wish.stream().anyMatch(row -> !row.isEmpty())) {
            notice = Notice.of(
                    plan.words().say("plan.whatIf.unclear"), plan.words().say("plan.whatIf.unclear.text"));
        }
        return templates.page("planWhatIf", new PlanWhatIfPage(plan, seen, wish, whole, group, compared, notice));
    }

    @GetMapping("/operator/launches/{slug}/plan/why")
    Page why(
            Frame frame,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(required = false) @Nullable Integer run) {
        var plan = frames.of(frame, slug, PlanPart.WHY);
        var runs =
                plans.latest(slug).stream().filter(one -> one.inputs() != null).toList();
        var asked = order.strip();
        if (asked.isEmpty() || runs.isEmpty()) {
            return templates.page("planWhy", new PlanWhyPage(plan, runs, asked, null, null));
        }
        var chosen = run == null ? inForceOrLatest(runs) : run;
        var id = find(slug, asked);
        try {
            var found = id.orElseThrow(() -> new Problem(Problem.Kind.UNKNOWN, "unknown_order", "No such order."));
            var why = plans.explain(slug, chosen, found, frame.planning());
            return templates.page("planWhy", new PlanWhyPage(plan, runs, asked, why, null));
        } catch (Problem unknown) {
            if (unknown.kind() != Problem.Kind.UNKNOWN) {
                throw unknown;
            }
            var words = plan.words();
            var notice = Notice.of(
                    words.say("plan.why.unknown", asked), words.say("plan.why.unknown.text", words.number(chosen)));
            return templates.refusal("planWhy", new PlanWhyPage(plan, runs, asked, null, notice), 404);
        }
    }

    private static int inForceOrLatest(List<PlanRun> runs) {
        return runs.stream()
                .filter(run -> run.state() == PlanRun.State.PUBLISHED)
                .findFirst()
                .orElse(runs.getFirst())
                .number();
    }

    /// By the id that fans know, or by the position that planners see.
    private Optional<OrderId> find(String slug, String asked) {
        var id = OrderId.parse(asked);
        if (id.isPresent()) {
            return id;
        }
        // A position is written with separators in one language and without in the other.
        var digits = asked.replaceAll("[\\s,，.]", "");
        if (!digits.matches("\\d{1,12}") || Long.parseLong(digits) < 1) {
            return Optional.empty();
        }
        long position = Long.parseLong(digits);
        return launch.orders(slug, null, position - 1, 1).orders().stream()
                .filter(order -> order.position() == position)
                .map(order -> order.id())
                .findFirst();
    }
}
