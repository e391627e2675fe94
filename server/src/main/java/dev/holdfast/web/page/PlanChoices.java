package dev.holdfast.web.page;

import dev.holdfast.supply.run.PlanReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The slider between fairness and calm: from the strict line, over stay-put with ever more promises served first, to
/// keeping all that can be kept; with what each stop would do.
record PlanChoices(List<Stop> stops, long mostMoved, long mostLate) {
    /// As many as there are rules in the style sheet that show a stop's figures.
    private static final int MAX_STOPS = 10;

    PlanChoices {
        stops = List.copyOf(stops);
    }

    /// @param moved of a hundred, for the bar, and so on
    record Stop(int number, String value, String name, PlanReport.Choice choice, long moved, long late, long envy) {
        boolean isChosen() {
            return choice.chosen();
        }
    }

    static PlanChoices of(List<PlanReport.Choice> frontier, Words words) {
        var sorted = frontier.stream()
                .sorted(Comparator.comparingInt(PlanChoices::place).thenComparingInt(PlanReport.Choice::frozenWeeks))
                .limit(MAX_STOPS)
                .toList();
        long moved = sorted.stream().mapToLong(PlanReport.Choice::moved).max().orElse(0);
        long late = sorted.stream()
                .mapToLong(choice -> choice.figures().latenessWeeks())
                .max()
                .orElse(0);
        long envy = sorted.stream()
                .mapToLong(choice -> choice.figures().envy())
                .max()
                .orElse(0);
        var stops = new ArrayList<Stop>();
        for (var choice : sorted) {
            var value = PlanForm.choice(choice.rule(), choice.frozenWeeks());
            stops.add(new Stop(
                    stops.size(),
                    value,
                    name(value, words),
                    choice,
                    part(choice.moved(), moved),
                    part(choice.figures().latenessWeeks(), late),
                    part(choice.figures().envy(), envy)));
        }
        return new PlanChoices(stops, moved, late);
    }

    private static int place(PlanReport.Choice choice) {
        return switch (choice.rule()) {
            case "line" -> 0;
            case "protect-all" -> 2;
            default -> 1;
        };
    }

    private static long part(long value, long most) {
        return value == 0 ? 0 : Math.max(1, Math.round(100.0 * value / Math.max(1, most)));
    }

    /// Such as "Stay put, next 8 weeks first".
    static String name(String choice, Words words) {
        int colon = choice.indexOf(':');
        var rule = colon < 0 ? choice : choice.substring(0, colon);
        var weeks = colon < 0 ? "0" : choice.substring(colon + 1);
        var name = words.sayOrQuote("plan.rule.", rule);
        return weeks.equals("0") ? name : words.say("plan.rule.first", name, weeks);
    }
}
