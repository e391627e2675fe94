package dev.holdfast.web.page;

import dev.holdfast.supply.run.OrderWhy;
import dev.holdfast.supply.run.PlanRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why one order has its week.
///
/// @param runs  those that can be asked, the latest first
/// @param asked the order, as it was typed
record PlanWhyPage(
        PlanFrame plan,
        List<PlanRun> runs,
        String asked,
        @Nullable OrderWhy why,
        @Nullable Notice notice) {
    PlanWhyPage {
        runs = List.copyOf(runs);
    }

    /// The run that answered, or would be asked first.
    boolean isPicked(PlanRun run) {
        return why == null ? run.state() == PlanRun.State.PUBLISHED : why.run() == run.number();
    }

    /// The answer in one sentence.
    String answer() {
        if (why == null) {
            return "";
        }
        var words = plan.words();
        var told = why.told();
        if (told == null) {
            return words.say("plan.why.waits");
        }
        if (why.promised() == null) {
            return words.say("plan.why.reached", plan.week(told));
        }
        if (told.equals(why.promised())) {
            return words.say("plan.why.keeps", plan.week(told));
        }
        return words.say(
                told.isAfter(why.promised()) ? "plan.why.later" : "plan.why.earlier",
                plan.week(why.promised()),
                plan.week(told));
    }

    /// What keeps it from an earlier week, in one sentence.
    String held() {
        var words = plan.words();
        if (why == null || why.held() == null) {
            return words.say("plan.why.free");
        }
        var name = plan.binding(why.held().name());
        return why.held().event() == null
                ? words.say("plan.why.held", name)
                : words.say("plan.why.heldSince", name, words.number(why.held().event()));
    }

    String lever(OrderWhy.Lever lever) {
        var words = plan.words();
        var name = plan.binding(lever.name());
        var key = lever.kind().equals("resource") ? "plan.why.lever.resource" : "plan.why.lever.component";
        return lever.weeks() == 0
                ? words.say(key + ".no", name)
                : words.say(key, name, words.count("plan.weeks", lever.weeks()));
    }
}
