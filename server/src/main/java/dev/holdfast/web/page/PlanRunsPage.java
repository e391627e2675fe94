package dev.holdfast.web.page;

import dev.holdfast.supply.run.PlanRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every plan run of late, and the form that asks for another.
record PlanRunsPage(
        PlanFrame plan,
        List<PlanRun> runs,
        PlanForm form,
        @Nullable Notice notice) {
    PlanRunsPage {
        runs = List.copyOf(runs);
    }

    @Nullable
    PlanRun inForce() {
        return runs.stream()
                .filter(run -> run.state() == PlanRun.State.PUBLISHED)
                .findFirst()
                .orElse(null);
    }

    String choice(String choice) {
        return PlanChoices.name(choice, plan.words());
    }
}
