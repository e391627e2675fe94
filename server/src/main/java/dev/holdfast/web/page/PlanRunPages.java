package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.supply.run.PlanRun;
import dev.holdfast.supply.run.Plans;
import dev.holdfast.supply.run.Publishing;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Plan runs: ask for one, look at it, publish it, and publish an earlier one again.
@Controller
class PlanRunPages {
    /// Most lines are planned in this time, and the page after the button shows the plan at once.
    private static final long PATIENCE_SECONDS = 2;

    private static final int LATEST = -1;

    private final PlanFrames frames;
    private final Plans plans;
    private final Templates templates;

    PlanRunPages(PlanFrames frames, Plans plans, Templates templates) {
        this.frames = frames;
        this.plans = plans;
        this.templates = templates;
    }

    @GetMapping("/operator/launches/{slug}/plan/runs")
    Page runs(Frame frame, @PathVariable String slug) {
        var plan = frames.of(frame, slug, PlanPart.RUNS);
        return templates.page("planRuns", new PlanRunsPage(plan, plans.latest(slug), PlanForm.USUAL, null));
    }

    @PostMapping("/operator/launches/{slug}/plan/runs")
    View ask(Frame frame, @PathVariable String slug, @RequestParam MultiValueMap<String, String> typed) {
        var plan = frames.of(frame.at(Room.PLAN.address(slug) + "/runs"), slug, PlanPart.RUNS);
        var form = PlanForm.of(typed);
        try {
            return to(
                    slug,
                    plans.ask(slug, form.wish(), PATIENCE_SECONDS, frame.planning())
                            .number());
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.INVALID) {
                throw refused;
            }
            var faults = refused.faults().stream()
                    .map(fault -> plan.words().sayOrQuote("plan.wish.", fault.where()) + ": " + fault.value())
                    .toList();
            var notice = Notice.of(plan.words().say("plan.wish.refused"), String.join(" · ", faults));
            return templates.refusal("planRuns", new PlanRunsPage(plan, plans.latest(slug), form, notice), 422);
        }
    }

    @GetMapping("/operator/launches/{slug}/plan/runs/{run}")
    Page run(
            Frame frame,
            @PathVariable String slug,
            @PathVariable int run,
            @RequestParam(required = false) @Nullable String published) {
        var plan = frames.of(frame, slug, PlanPart.RUNS);
        var found = plans.run(slug, run);
        boolean isDone = published != null && found.state() == PlanRun.State.PUBLISHED;
        return templates.page("planRun", new PlanRunPage(plan, found, latest(slug), isDone, null));
    }

    /// How far a run has come, for the page that waits for it. When it has come to its end the whole page is loaded.
    @GetMapping("/operator/launches/{slug}/plan/runs/{run}/progress")
    Page progress(Frame frame, @PathVariable String slug, @PathVariable int run, HttpServletResponse response) {
        var plan = frames.of(frame, slug, PlanPart.RUNS);
        var found = plans.run(slug, run);
        if (found.state() != PlanRun.State.RUNNING) {
            response.setHeader("HX-Refresh", "true");
        }
        return templates.page("planProgress", new PlanRunPage(plan, found, LATEST, false, null));
    }

    @PostMapping("/operator/launches/{slug}/plan/runs/{run}/publish")
    View publish(Frame frame, @PathVariable String slug, @PathVariable int run) {
        var planner = frame.planning();
        var plan = frames.of(frame.at(Room.PLAN.address(slug) + "/runs/" + run), slug, PlanPart.RUNS);
        try {
            return switch (plans.publish(slug, run, planner)) {
                case Publishing.Done done ->
                    SeeOther.to(Room.PLAN.address(slug) + "/runs/" + done.run().number() + "?published");
                case Publishing.Stale stale -> {
                    var fresh = plan.frame()
                            .at(Room.PLAN.address(slug) + "/runs/"
                                    + stale.fresh().number());
                    var page = new PlanRunPage(
                            frames.of(fresh, slug, PlanPart.RUNS), stale.fresh(), latest(slug), false, stale);
                    yield templates.refusal("planRun", page, 409);
                }
            };
        } catch (Problem refused) {
            if (!refused.code().equals("plan_not_publishable")) {
                throw refused;
            }
            // Two pressed the button, or the page is old: what became of the run is what there is to see.
            return to(slug, run);
        }
    }

    private int latest(String slug) {
        var runs = plans.latest(slug);
        return runs.isEmpty() ? LATEST : runs.getFirst().number();
    }

    private static RedirectView to(String slug, int run) {
        return SeeOther.to(Room.PLAN.address(slug) + "/runs/" + run);
    }
}
