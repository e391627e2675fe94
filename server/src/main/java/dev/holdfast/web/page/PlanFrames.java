package dev.holdfast.web.page;

import dev.holdfast.launch.Launch;
import dev.holdfast.supply.MasterData;

/// Lets planners and operators in, and nobody else, and says what things are called.
final class PlanFrames {
    private final Launch launch;
    private final MasterData data;

    PlanFrames(Launch launch, MasterData data) {
        this.launch = launch;
        this.data = data;
    }

    PlanFrame of(Frame frame, String slug, PlanPart part) {
        frame.planning();
        var view = launch.look(slug);
        return new PlanFrame(frame, view, part, PlanNames.of(view, data, frame.words()));
    }
}
