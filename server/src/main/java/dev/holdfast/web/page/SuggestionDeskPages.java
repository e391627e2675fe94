package dev.holdfast.web.page;

import dev.holdfast.community.answer.AnswerRoles;
import dev.holdfast.community.council.Assignment;
import dev.holdfast.community.council.Councils;
import dev.holdfast.community.council.SuggestionAnswer;
import dev.holdfast.community.council.SuggestionId;
import dev.holdfast.community.council.Suggestions;
import dev.holdfast.community.wish.Decision;
import dev.holdfast.kernel.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where somebody is named who answers a suggestion, where it is answered, and where it is said to be done.
@Controller
class SuggestionDeskPages {
    private static final String ONE = "/operator/councils/{slug}/{number}";

    private final Councils councils;
    private final Suggestions suggestions;
    private final AnswerRoles roles;
    private final Templates templates;

    SuggestionDeskPages(Councils councils, Suggestions suggestions, AnswerRoles roles, Templates templates) {
        this.councils = councils;
        this.suggestions = suggestions;
        this.roles = roles;
        this.templates = templates;
    }

    /// Whatever was sent to one of the forms.
    private interface Act {
        void as(String operator, Typed typed);
    }

    @GetMapping(ONE)
    Page look(Frame frame, @PathVariable String slug, @PathVariable int number) {
        frame.operating();
        return templates.page("staffSuggestion", page(frame, new SuggestionId(slug, number), Typed.NOTHING, null));
    }

    @PostMapping(ONE + "/assignment")
    View assign(
            Frame frame, @PathVariable String slug, @PathVariable int number, @RequestParam Map<String, String> form) {
        var id = new SuggestionId(slug, number);
        return act(
                frame,
                id,
                form,
                (operator, typed) -> suggestions.assign(
                        id, new Assignment(typed.text("role"), typed.day("due"), typed.texts("reason")), operator));
    }

    @PostMapping(ONE + "/answer")
    View answer(
            Frame frame, @PathVariable String slug, @PathVariable int number, @RequestParam Map<String, String> form) {
        var id = new SuggestionId(slug, number);
        return act(frame, id, form, (operator, typed) -> {
            var role = typed.text("role");
            var answer = new SuggestionAnswer(
                    role.isEmpty() ? null : role,
                    typed.one("decision", Decision.class),
                    typed.texts("reason"),
                    typed.dayOrNone("promisedBy"),
                    typed.numberOrNone("after"));
            suggestions.answer(id, answer, operator);
        });
    }

    @PostMapping(ONE + "/done")
    View done(
            Frame frame, @PathVariable String slug, @PathVariable int number, @RequestParam Map<String, String> form) {
        var id = new SuggestionId(slug, number);
        return act(frame, id, form, (operator, typed) -> suggestions.done(id, typed.texts("evidence"), operator));
    }

    private View act(Frame frame, SuggestionId id, Map<String, String> form, Act act) {
        var operator = frame.operating();
        var typed = Typed.of(form);
        var here = "/operator/councils/" + id.council() + "/" + id.number();
        try {
            act.as(operator, typed);
            return SeeOther.to(here);
        } catch (Problem refused) {
            var notice = Typed.refused(frame.words(), "council.refused", refused);
            return templates.refusal("staffSuggestion", page(frame.at(here), id, typed, notice), Typed.status(refused));
        }
    }

    private StaffSuggestionPage page(Frame frame, SuggestionId id, Typed typed, @Nullable Notice notice) {
        var suggestion = suggestions.look(id);
        return new StaffSuggestionPage(
                frame,
                councils.look(id.council()),
                suggestion,
                suggestions.steps(id),
                roles.all(),
                !suggestion.roleName().isEmpty() && suggestions.signedBy(id, frame.operating()),
                typed,
                notice);
    }
}
