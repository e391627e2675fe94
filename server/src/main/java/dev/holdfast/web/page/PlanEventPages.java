package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.supply.MasterData;
import dev.holdfast.supply.MasterRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Supply events: what suppliers said, and the form for what one says on the telephone.
@Controller
class PlanEventPages {
    private static final int PAGE = 100;
    private static final int MAX_VALUE = 200;
    private static final String SOURCE = "page";
    private static final List<String> FIELDS =
            List.of("commitment", "component", "supplier", "quantity", "week", "status");

    private final PlanFrames frames;
    private final MasterData data;
    private final Templates templates;

    PlanEventPages(PlanFrames frames, MasterData data, Templates templates) {
        this.frames = frames;
        this.data = data;
        this.templates = templates;
    }

    @GetMapping("/operator/launches/{slug}/plan/events")
    Page events(
            Frame frame,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable String told) {
        var plan = frames.of(frame, slug, PlanPart.EVENTS);
        var words = plan.words();
        var notice = told == null ? null : Notice.of(words.sayOrQuote("plan.told.", told), words.say("plan.told.next"));
        return templates.page("planEvents", page(plan, before, Map.of(), notice));
    }

    @PostMapping("/operator/launches/{slug}/plan/events")
    View tell(Frame frame, @PathVariable String slug, @RequestParam Map<String, String> typed) {
        var planner = frame.planning();
        var plan = frames.of(frame.at(Room.PLAN.address(slug) + "/events"), slug, PlanPart.EVENTS);
        var row = new LinkedHashMap<String, String>();
        for (var field : FIELDS) {
            var value = typed.getOrDefault(field, "").strip();
            if (!value.isEmpty()) {
                row.put(field, value.substring(0, Math.min(MAX_VALUE, value.length())));
            }
        }
        try {
            var told = data.tell(slug, new MasterRows.Objects(List.of(row)), SOURCE, planner);
            return SeeOther.to(plan.at("/events?told=" + told.getFirst().effect()));
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.INVALID) {
                throw refused;
            }
            var faults = refused.faults().stream()
                    .map(fault -> plan.words().sayOrQuote("plan.field.", fault.where()) + " '" + fault.value() + "' "
                            + Reasons.of(fault.reason(), plan.words()))
                    .collect(Collectors.joining(". "));
            var notice = Notice.of(plan.words().say("plan.told.refused"), faults);
            return templates.refusal("planEvents", page(plan, null, row, notice), 422);
        }
    }

    private PlanEventsPage page(
            PlanFrame plan, @Nullable Long before, Map<String, String> typed, @Nullable Notice notice) {
        var slug = plan.launch().slug();
        long until = before == null ? data.latestEvent(slug) + 1 : Math.max(1, before);
        long after = Math.max(0, until - 1 - PAGE);
        var events = data.events(slug, after, PAGE).stream()
                .filter(event -> event.number() < until)
                .toList()
                .reversed();
        var components = plan.names().parts().keySet().stream()
                .filter(part -> plan.names().suppliers().containsKey(part))
                .sorted()
                .toList();
        return new PlanEventsPage(plan, events, after == 0 ? null : Long.valueOf(after + 1), components, typed, notice);
    }
}
