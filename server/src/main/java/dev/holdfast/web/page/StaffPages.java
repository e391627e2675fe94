package dev.holdfast.web.page;

import dev.holdfast.launch.Launch;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Where those who run launches come in.
@Controller
class StaffPages {
    private final Launch launch;
    private final Templates templates;

    StaffPages(Launch launch, Templates templates) {
        this.launch = launch;
        this.templates = templates;
    }

    @GetMapping("/operator")
    Page launches(Frame frame) {
        frame.planning();
        var rows = launch.all().stream()
                .sorted(LaunchesPage.BY_URGENCY)
                .map(view -> StaffLaunchesPage.Row.of(view, frame.words()))
                .toList();
        return templates.page("staffLaunches", new StaffLaunchesPage(frame, rows));
    }
}
