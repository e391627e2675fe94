package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Writes a launch, new or anew, as a form that needs no scripts: the server adds rows and says what is wrong.
@Controller
class LaunchFormPages {
    private final Launch launch;
    private final Templates templates;

    LaunchFormPages(Launch launch, Templates templates) {
        this.launch = launch;
        this.templates = templates;
    }

    @GetMapping("/operator/new-launch")
    Page blank(Frame frame) {
        frame.operating();
        return form(frame, null, LaunchForm.blank(), 200, List.of(), null);
    }

    @PostMapping("/operator/new-launch")
    View create(Frame frame, @RequestParam MultiValueMap<String, String> said) {
        frame.operating();
        var here = frame.at("/operator/new-launch");
        var form = LaunchForm.typed(said);
        var slug = form.field("slug");
        if (launch.all().stream().anyMatch(known -> known.slug().equals(slug))) {
            var taken = new Fault("slug", slug, frame.words().say("fault.taken"));
            return form(here, null, form, 422, List.of(taken), null);
        }
        return step(here, null, form, said.getFirst("do"), slug);
    }

    @GetMapping("/operator/launches/{slug}/edit")
    Page edit(Frame frame, @PathVariable String slug) {
        frame.operating();
        var view = launch.look(slug);
        return form(frame, view, LaunchForm.of(view), 200, List.of(), null);
    }

    @PostMapping("/operator/launches/{slug}/edit")
    View change(Frame frame, @PathVariable String slug, @RequestParam MultiValueMap<String, String> said) {
        frame.operating();
        var here = frame.at("/operator/launches/" + slug + "/edit");
        return step(here, launch.look(slug), LaunchForm.typed(said), said.getFirst("do"), slug);
    }

    private View step(Frame frame, @Nullable LaunchView view, LaunchForm form, @Nullable String wanted, String slug) {
        return switch (wanted == null ? "" : wanted) {
            case "offer" -> form(frame, view, form.withOffer(), 200, List.of(), null);
            case "region" -> form(frame, view, form.withRegion(), 200, List.of(), null);
            default -> save(frame, view, form, slug);
        };
    }

    private View save(Frame frame, @Nullable LaunchView view, LaunchForm form, String slug) {
        var reading = new LaunchReading(form, frame.words());
        var definition = reading.definition(view == null ? null : view.definition());
        if (!reading.faults().isEmpty()) {
            return form(frame, view, form, 422, reading.faults(), null);
        }
        try {
            launch.define(slug, definition, frame.operating());
            return SeeOther.to("/operator/launches/" + slug + "?done=saved");
        } catch (Problem refused) {
            var faults = Reasons.in(frame.words(), refused.faults());
            return switch (refused.kind()) {
                case INVALID -> form(frame, view, form, 422, faults, null);
                case CONFLICT ->
                    form(frame, view, form, 409, faults, frame.words().say("desk.breaks"));
                default -> throw refused;
            };
        }
    }

    private Page form(
            Frame frame,
            @Nullable LaunchView view,
            LaunchForm form,
            int status,
            List<Fault> faults,
            @Nullable String refusal) {
        return templates.refusal("staffLaunchForm", new LaunchFormPage(frame, view, form, faults, refusal), status);
    }
}
