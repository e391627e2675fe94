package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.delivery.kept.Figure;
import dev.holdfast.delivery.kept.KeptOnPaper;
import dev.holdfast.delivery.kept.Outcome;
import dev.holdfast.launch.LaunchView.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Kept promises of the sample world's launch, two months after its first week.
final class SampleKept {
    private static final LocalDate UNTIL = SampleWorld.FIRST_WEEK.plusWeeks(9);
    private static final List<String> CONFIGURATIONS = List.of("pro-green", "base-white", "max-red");

    private final Frame frame;

    SampleKept(Frame frame) {
        this.frame = frame;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        var launch = SampleWorld.launch(State.CLOSED, SampleWorld.car());
        var outcomes = outcomes();
        var publication = KeptOnPaper.publication(UNTIL, outcomes.size(), NOW);
        List<Figure> figures = KeptOnPaper.figures(UNTIL, outcomes);
        var row = new KeptPage.Row(launch, publication, figures.subList(0, 2));
        pages.put("kept", SamplePages.render("kept", new KeptPage(frame, List.of(row))));
        pages.put(
                "kept-launch",
                SamplePages.render("keptLaunch", new KeptLaunchPage(frame, launch, publication, figures)));
        pages.put("kept-not-yet", SamplePages.render("keptLaunch", new KeptLaunchPage(frame, launch, null, List.of())));
        return pages;
    }

    /// Ten a week are promised; from the fifth week on a part is late, and every tenth still waits.
    private static List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int order = 0; order < 90; order++) {
            int week = order / 10;
            int slipped = week < 4 ? 0 : order % 3;
            boolean waits = order % 10 == 9;
            outcomes.add(KeptOnPaper.outcome(
                    order,
                    CONFIGURATIONS.get(order % 3),
                    order % 2 == 0 ? "north" : "south",
                    SampleWorld.FIRST_WEEK.plusWeeks(week),
                    slipped,
                    waits || week + slipped > 8 ? null : Integer.valueOf(slipped)));
        }
        return outcomes;
    }
}
