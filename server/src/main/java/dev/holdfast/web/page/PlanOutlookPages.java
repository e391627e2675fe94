package dev.holdfast.web.page;

import dev.holdfast.supply.Supply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// How suppliers kept their word and what that makes of the promised weeks, and how well promises were kept.
@Controller
class PlanOutlookPages {
    private final PlanFrames frames;
    private final Supply supply;
    private final Templates templates;

    PlanOutlookPages(PlanFrames frames, Supply supply, Templates templates) {
        this.frames = frames;
        this.supply = supply;
        this.templates = templates;
    }

    @GetMapping("/operator/launches/{slug}/plan/suppliers")
    Page suppliers(Frame frame, @PathVariable String slug) {
        var plan = frames.of(frame, slug, PlanPart.SUPPLIERS);
        return templates.page("planSuppliers", new PlanSuppliersPage(plan, supply.odds(slug)));
    }

    @GetMapping("/operator/launches/{slug}/plan/kept")
    Page kept(Frame frame, @PathVariable String slug) {
        var plan = frames.of(frame, slug, PlanPart.KEPT);
        return templates.page("planKept", new PlanKeptPage(plan, supply.metrics(slug)));
    }
}
