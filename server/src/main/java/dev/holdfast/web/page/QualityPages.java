package dev.holdfast.web.page;

import dev.holdfast.community.spec.Change;
import dev.holdfast.community.spec.PublishedVersion;
import dev.holdfast.community.spec.Specs;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.service.quality.Bulletin;
import dev.holdfast.service.quality.Bulletins;
import dev.holdfast.service.quality.Faults;
import dev.holdfast.service.quality.IncidentAct;
import dev.holdfast.service.quality.Incidents;
import dev.holdfast.service.quality.NewIncident;
import dev.holdfast.service.quality.NewStop;
import dev.holdfast.service.quality.Severity;
import dev.holdfast.service.quality.Source;
import dev.holdfast.service.quality.Stops;
import dev.holdfast.service.recall.NewRecall;
import dev.holdfast.service.recall.Recalls;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The quality desk of a launch: all its forms stand on one page, and lead back to it.
@Controller
class QualityPages {
    private static final String DESK = "/operator/launches/{slug}/quality";

    private final Faults faults;
    private final Incidents incidents;
    private final Stops stops;
    private final Recalls recalls;
    private final Bulletins bulletins;
    private final Specs specs;
    private final Launch launch;
    private final Templates templates;

    QualityPages(
            Faults faults,
            Incidents incidents,
            Stops stops,
            Recalls recalls,
            Bulletins bulletins,
            Specs specs,
            Launch launch,
            Templates templates) {
        this.faults = faults;
        this.incidents = incidents;
        this.stops = stops;
        this.recalls = recalls;
        this.bulletins = bulletins;
        this.specs = specs;
        this.launch = launch;
        this.templates = templates;
    }

    /// Whatever was sent to one of the forms.
    private interface Act {
        void as(String operator, Typed typed);
    }

    @GetMapping(DESK)
    Page desk(Frame frame, @PathVariable String slug, @RequestParam(defaultValue = "") String component) {
        frame.operating();
        return templates.page("staffQuality", page(frame, slug, component, Typed.NOTHING, null));
    }

    @PostMapping(DESK + "/incidents")
    View open(Frame frame, @PathVariable String slug, @RequestParam Map<String, String> form) {
        return act(frame, slug, form, (operator, typed) -> incidents.open(slug, incident(typed), operator));
    }

    private static NewIncident incident(Typed typed) {
        return new NewIncident(
                typed.one("source", Source.class),
                typed.text("component"),
                typed.text("symptom"),
                typed.one("severity", Severity.class),
                typed.text("words"),
                names(typed.text("lots")),
                names(typed.text("units")));
    }

    @PostMapping(DESK + "/incidents/{number}")
    View step(
            Frame frame, @PathVariable String slug, @PathVariable int number, @RequestParam Map<String, String> form) {
        return act(
                frame,
                slug,
                form,
                (operator, typed) ->
                        incidents.act(number, typed.one("act", IncidentAct.class), typed.text("said"), operator));
    }

    @PostMapping(DESK + "/stops")
    View stop(Frame frame, @PathVariable String slug, @RequestParam Map<String, String> form) {
        return act(frame, slug, form, (operator, typed) -> stops.stop(slug, stop(typed), operator));
    }

    private static NewStop stop(Typed typed) {
        var lot = typed.text("lot");
        var component = typed.text("stock");
        return new NewStop(
                lot.isEmpty() ? null : lot,
                names(typed.text("serials")),
                typed.texts("told"),
                typed.numberOrNone("incident"),
                component.isEmpty() ? null : new NewStop.Stock(component, typed.number("quantity")));
    }

    @PostMapping(DESK + "/stops/{number}/release")
    View release(
            Frame frame, @PathVariable String slug, @PathVariable int number, @RequestParam Map<String, String> form) {
        return act(frame, slug, form, (operator, typed) -> stops.release(number, typed.texts("released"), operator));
    }

    @PostMapping(DESK + "/recalls")
    View recall(Frame frame, @PathVariable String slug, @RequestParam Map<String, String> form) {
        return act(frame, slug, form, (operator, typed) -> recalls.begin(slug, recall(typed), operator));
    }

    private static NewRecall recall(Typed typed) {
        return new NewRecall(
                typed.numberOrNone("incident"),
                names(typed.text("recalled")),
                !typed.is("act", "recall"),
                typed.one("severity", Severity.class),
                typed.texts("title"),
                typed.texts("remedy"),
                names(typed.text("parts")),
                typed.number("minutes"));
    }

    @PostMapping(DESK + "/bulletins")
    View bulletin(Frame frame, @PathVariable String slug, @RequestParam Map<String, String> form) {
        return act(
                frame,
                slug,
                form,
                (operator, typed) -> bulletins.write(
                        new Bulletin(
                                0,
                                typed.number("incident"),
                                typed.text("product"),
                                typed.texts("attribute"),
                                typed.texts("from"),
                                typed.texts("to"),
                                typed.text("reason"),
                                Instant.EPOCH,
                                operator,
                                null),
                        operator));
    }

    /// The spec is the community's: its next version says what the bulletin says, and the bulletin which
    /// that is.
    @PostMapping(DESK + "/bulletins/{number}/spec")
    View publish(
            Frame frame, @PathVariable String slug, @PathVariable int number, @RequestParam Map<String, String> form) {
        return act(frame, slug, form, (operator, typed) -> {
            int last = specs.versions(bulletins.look(number).product()).stream()
                    .mapToInt(PublishedVersion::version)
                    .max()
                    .orElse(0);
            bulletins.publish(number, last + 1, (bulletin, next) -> publish(bulletin, next, operator), operator);
        });
    }

    private void publish(Bulletin bulletin, int version, String operator) {
        var change = new Change(bulletin.attribute(), bulletin.from(), bulletin.to(), bulletin.evidence(), null);
        specs.publish(bulletin.product(), version, List.of(change), operator);
    }

    private View act(Frame frame, String slug, Map<String, String> form, Act act) {
        var operator = frame.operating();
        var typed = Typed.of(form);
        try {
            act.as(operator, typed);
            return SeeOther.to(StaffQualityPage.address(slug));
        } catch (Problem refused) {
            var notice = refused(frame.words(), refused);
            var here = frame.at(StaffQualityPage.address(slug));
            int status = refused.kind() == Problem.Kind.CONFLICT ? 409 : 422;
            return templates.refusal("staffQuality", page(here, slug, "", typed, notice), status);
        }
    }

    /// A lot, a unit, an incident or a product that nobody knows was typed wrong: the form comes back.
    static Notice refused(Words words, Problem refused) {
        boolean typed = refused.kind() == Problem.Kind.UNKNOWN
                && !refused.code().equals("unknown_launch")
                && !refused.code().equals("unknown_recall");
        return typed
                ? Notice.of(words.say("quality.refused"), words.sayOrQuote("quality.refused.", refused.code()))
                : Typed.refused(words, "quality.refused", refused);
    }

    /// With blanks, commas or lines between them.
    static List<String> names(String text) {
        return Arrays.stream(text.split("[\\s,;]+", -1))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private StaffQualityPage page(Frame frame, String slug, String component, Typed typed, @Nullable Notice notice) {
        var view = launch.look(slug);
        var components = faults.components(slug);
        var chosen = components.contains(component)
                ? component
                : components.stream().findFirst().orElse(null);
        return new StaffQualityPage(
                frame,
                view,
                components,
                chosen == null ? null : faults.rates(slug, Objects.requireNonNull(chosen)),
                faults.lookedAt(slug).orElse(null),
                incidents.all(slug, null, Incidents.MAX_PAGE),
                stops.all(slug),
                recalls.all(slug),
                bulletins.all(slug),
                typed,
                notice);
    }
}
