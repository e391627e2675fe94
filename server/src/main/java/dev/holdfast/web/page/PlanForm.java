package dev.holdfast.web.page;

import dev.holdfast.supply.run.PlanWish;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// What a planner asks of a plan, as it was typed; what no form offers is as usual.
///
/// @param choice a rule and the weeks served first, such as `stay-put:8`: one stop of the slider
record PlanForm(String choice, String weeks, String improvementWeeks, String atFault, boolean forecast, String note) {
    static final List<String> AT_FAULT = List.of("supplier", "seller", "force_majeure");

    /// The stops that can be asked for before any run has told what each would do.
    static final List<String> CHOICES =
            List.of("line:0", "stay-put:0", "stay-put:8", "stay-put:13", "stay-put:26", "protect-all:0");

    static final PlanForm USUAL = new PlanForm(
            choice(PlanWish.USUAL.rule(), PlanWish.USUAL.frozenWeeks()),
            Integer.toString(PlanWish.USUAL.weeks()),
            Integer.toString(PlanWish.USUAL.improvementWeeks()),
            PlanWish.USUAL.atFault(),
            PlanWish.USUAL.forecast(),
            PlanWish.USUAL.note());

    static PlanForm of(MultiValueMap<String, String> typed) {
        return new PlanForm(
                or(typed, "choice", USUAL.choice),
                or(typed, "weeks", USUAL.weeks),
                or(typed, "improvementWeeks", USUAL.improvementWeeks),
                or(typed, "atFault", USUAL.atFault),
                typed.containsKey("forecast"),
                or(typed, "note", USUAL.note));
    }

    static PlanForm of(PlanWish wish) {
        return new PlanForm(
                choice(wish.rule(), wish.frozenWeeks()),
                Integer.toString(wish.weeks()),
                Integer.toString(wish.improvementWeeks()),
                wish.atFault(),
                wish.forecast(),
                wish.note());
    }

    static String choice(String rule, int frozenWeeks) {
        return rule + ":" + frozenWeeks;
    }

    private static String or(MultiValueMap<String, String> typed, String name, String usual) {
        @Nullable String first = typed.getFirst(name);
        return Objects.requireNonNullElse(first, usual).strip();
    }

    /// What is no number is as no number can be, so that the plan refuses it by name.
    PlanWish wish() {
        var usual = PlanWish.USUAL;
        int colon = choice.indexOf(':');
        return new PlanWish(
                colon < 0 ? choice : choice.substring(0, colon),
                number(weeks),
                colon < 0 ? 0 : number(choice.substring(colon + 1)),
                number(improvementWeeks),
                usual.stableRuns(),
                forecast,
                usual.frontier(),
                usual.bands(),
                atFault,
                note);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }
}
