package dev.holdfast.web.page;

import dev.holdfast.community.council.CouncilDefinition;
import dev.holdfast.community.council.Councils;
import dev.holdfast.community.council.Seating;
import dev.holdfast.community.council.Spoken;
import dev.holdfast.community.council.Suggestions;
import dev.holdfast.kernel.Problem;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where councils are set up and seated, and their minutes are written.
@Controller
class CouncilDeskPages {
    private static final String ALL = "/operator/councils";
    private static final String ONE = ALL + "/{slug}";
    private static final int OVERDUE = 100;

    private final Councils councils;
    private final Suggestions suggestions;
    private final Templates templates;

    CouncilDeskPages(Councils councils, Suggestions suggestions, Templates templates) {
        this.councils = councils;
        this.suggestions = suggestions;
        this.templates = templates;
    }

    /// Whatever was sent to one of the forms.
    private interface Act {
        void as(String operator, Typed typed);
    }

    @GetMapping(ALL)
    Page all(Frame frame) {
        frame.operating();
        return templates.page("staffCouncils", all(frame, Typed.NOTHING, null));
    }

    @PostMapping(ALL)
    View define(Frame frame, @RequestParam Map<String, String> form) {
        var operator = frame.operating();
        var typed = Typed.of(form);
        try {
            councils.define(typed.text("slug"), definition(typed), operator);
            return SeeOther.to(ALL + "/" + typed.text("slug"));
        } catch (Problem refused) {
            var notice = Typed.refused(frame.words(), "council.refused", refused);
            return templates.refusal("staffCouncils", all(frame.at(ALL), typed, notice), Typed.status(refused));
        }
    }

    private static CouncilDefinition definition(Typed typed) {
        var event = typed.text("event");
        return new CouncilDefinition(
                typed.texts("name"),
                typed.texts("text"),
                event.isEmpty()
                        ? new Seating.Chosen(
                                typed.texts("rules"), Objects.requireNonNullElse(typed.numberOrNone("seats"), 0))
                        : new Seating.Drawn(event),
                typed.day("heldOn"),
                typed.day("answerBy"));
    }

    private StaffCouncilsPage all(Frame frame, Typed typed, @Nullable Notice notice) {
        var overdue = suggestions.tracked(Suggestions.Which.OVERDUE, 0, OVERDUE);
        return new StaffCouncilsPage(frame, councils.all(), overdue, typed, notice);
    }

    @GetMapping(ONE)
    Page look(Frame frame, @PathVariable String slug) {
        frame.operating();
        return templates.page("staffCouncil", page(frame, slug, Typed.NOTHING, null));
    }

    @PostMapping(ONE + "/seats")
    View give(Frame frame, @PathVariable String slug, @RequestParam Map<String, String> form) {
        return act(
                frame,
                slug,
                form,
                (operator, typed) -> councils.give(slug, typed.text("member"), typed.texts("because"), operator));
    }

    @PostMapping(ONE + "/seats/take")
    View take(Frame frame, @PathVariable String slug, @RequestParam Map<String, String> form) {
        return act(frame, slug, form, (operator, typed) -> councils.take(slug, typed.text("member"), operator));
    }

    @PostMapping(ONE + "/suggestions")
    View record(Frame frame, @PathVariable String slug, @RequestParam Map<String, String> form) {
        return act(frame, slug, form, (operator, typed) -> {
            var spoken = new Spoken(typed.text("language"), typed.text("title"), typed.text("text"));
            suggestions.record(slug, typed.text("member"), spoken, operator);
        });
    }

    private View act(Frame frame, String slug, Map<String, String> form, Act act) {
        var operator = frame.operating();
        var typed = Typed.of(form);
        try {
            act.as(operator, typed);
            return SeeOther.to(ALL + "/" + slug);
        } catch (Problem refused) {
            var notice = Typed.refused(frame.words(), "council.refused", refused);
            var here = frame.at(ALL + "/" + slug);
            return templates.refusal("staffCouncil", page(here, slug, typed, notice), Typed.status(refused));
        }
    }

    private StaffCouncilPage page(Frame frame, String slug, Typed typed, @Nullable Notice notice) {
        return new StaffCouncilPage(
                frame, councils.look(slug), councils.seats(slug), suggestions.of(slug), typed, notice);
    }
}
