package dev.holdfast.web.page;

import dev.holdfast.delivery.kept.Figure;
import dev.holdfast.delivery.kept.Figure.By;
import dev.holdfast.delivery.kept.KeptPromises;
import dev.holdfast.delivery.kept.Publication;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// How promises were kept, for everybody.
@Controller
class KeptPages {
    private final KeptPromises kept;
    private final Launch launch;
    private final Templates templates;

    KeptPages(KeptPromises kept, Launch launch, Templates templates) {
        this.kept = kept;
        this.launch = launch;
        this.templates = templates;
    }

    @GetMapping("/kept")
    Page all(Frame frame) {
        Map<Integer, LaunchView> views = new HashMap<>();
        launch.all().forEach(view -> views.put(view.number(), view));
        List<KeptPage.Row> rows = new ArrayList<>();
        for (Publication publication : kept.latest()) {
            LaunchView view = views.get(publication.launch());
            if (view != null) {
                rows.add(new KeptPage.Row(view, publication, kept.figures(publication, By.LAUNCH)));
            }
        }
        return templates.page("kept", new KeptPage(frame, rows));
    }

    @GetMapping("/kept/{slug}")
    Page one(Frame frame, @PathVariable String slug, @RequestParam(defaultValue = "0") int number) {
        LaunchView view = launch.look(slug);
        var before = number > 0 && number < Integer.MAX_VALUE ? number + 1 : Integer.MAX_VALUE;
        var found = kept.of(slug, before, 1).stream().findFirst();
        List<Figure> figures = found.map(one -> kept.figures(one, null)).orElse(List.of());
        return templates.page("keptLaunch", new KeptLaunchPage(frame, view, found.orElse(null), figures));
    }
}
