package dev.holdfast.web.page;

import dev.holdfast.supply.run.PlanReport.Lead;

/// The calls a planner could make, as sentences with the worth of each.
final class PlanLeads {
    private PlanLeads() {}

    static String words(Lead lead, PlanFrame plan) {
        var words = plan.words();
        var name = plan.names().part(lead.name());
        var saved = worth(lead.savedOrderWeeks(), words);
        if (lead.kind().equals("room")) {
            return words.say("plan.lead.room", name, plan.week(lead.week()), saved);
        }
        var supplier = plan.names().supplierOf(lead.name());
        return supplier.isEmpty()
                ? words.say("plan.lead.earlier", name, saved)
                : words.say("plan.lead.earlierFrom", name, supplier, saved);
    }

    /// The same as a scenario, to see whose window it would move.
    static String tryIt(Lead lead, PlanFrame plan) {
        boolean room = lead.kind().equals("room");
        return PlanQuery.to(plan.at("/what-if"))
                .with("kind", room ? "capacity" : "expedite")
                .with("subject", (room ? "resource:" : "component:") + lead.name())
                .with("amount", 1)
                .with("from", room ? lead.week() : null)
                .at("");
    }

    private static String worth(double orderWeeks, Words words) {
        return orderWeeks >= 10 ? words.number(Math.round(orderWeeks)) : words.rate(orderWeeks);
    }
}
