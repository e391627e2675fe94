package dev.holdfast.web.page;

import dev.holdfast.supply.run.Room.ComponentLine;
import dev.holdfast.supply.run.Room.ComponentWeek;
import dev.holdfast.supply.run.Room.ConfigurationLine;
import dev.holdfast.supply.run.Room.ResourceLine;
import java.util.HashSet;

/// The pictures of the planner's room: the line and its curve of a configuration, a component and a resource.
final class PlanPictures {
    private PlanPictures() {}

    static Steps configuration(ConfigurationLine line, PlanFrame plan) {
        var words = plan.words();
        var weeks = line.weeks().stream()
                .map(week ->
                        new Steps.Week(week.week(), week.builds(), week.promised(), week.promised() > week.builds()))
                .toList();
        long late = weeks.stream().filter(Steps.Week::marked).count();
        return new Steps(
                "configuration",
                plan.names().configuration(line.name()),
                weeks,
                words.say("plan.builds"),
                words.say("plan.promised"),
                words.say("plan.promisedMore"),
                late == 0
                        ? words.say("plan.configuration.kept", words.number(line.orders()))
                        : words.say("plan.configuration.late", words.number(line.orders()), words.number(late)),
                words);
    }

    static Steps component(ComponentLine line, PlanFrame plan) {
        var words = plan.words();
        var risks = new HashSet<>(line.riskWeeks());
        var weeks = line.weeks().stream()
                .map(week -> new Steps.Week(week.week(), week.supplied(), week.used(), risks.contains(week.week())))
                .toList();
        var last = line.weeks().isEmpty()
                ? new ComponentWeek(java.time.LocalDate.MIN, 0, 0, 0, 0)
                : line.weeks().getLast();
        return new Steps(
                "component",
                plan.names().part(line.name()),
                weeks,
                words.say("plan.supplied"),
                words.say("plan.used"),
                words.say("plan.risk"),
                line.riskWeeks().isEmpty()
                        ? words.say("plan.component.safe", words.number(last.used()), words.number(last.supplied()))
                        : words.say(
                                "plan.component.risk",
                                words.number(last.used()),
                                words.number(last.supplied()),
                                words.number(line.riskWeeks().size()),
                                plan.week(line.riskWeeks().getFirst())),
                words);
    }

    static Steps resource(ResourceLine line, PlanFrame plan) {
        var words = plan.words();
        var weeks = line.weeks().stream()
                .map(week -> new Steps.Week(
                        week.week(), week.capacity(), week.load(), week.load() > 0 && week.load() >= week.capacity()))
                .toList();
        long full = weeks.stream().filter(Steps.Week::marked).count();
        return new Steps(
                "resource",
                plan.names().part(line.name()),
                weeks,
                words.say("plan.capacity"),
                words.say("plan.load"),
                words.say("plan.full"),
                words.say("plan.resource.full", words.number(full), words.number(weeks.size())),
                words);
    }
}
