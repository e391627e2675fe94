package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.lobby.Lobby;
import dev.holdfast.supply.Supplied;
import dev.holdfast.supply.Supply;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// The desk of a launch: its checklist, its supply, and opening, pausing and closing it.
@Controller
class LaunchDeskPages {
    private final Launch launch;
    private final Supply supply;
    private final Lobby lobby;
    private final Templates templates;

    LaunchDeskPages(Launch launch, Supply supply, Lobby lobby, Templates templates) {
        this.launch = launch;
        this.supply = supply;
        this.lobby = lobby;
        this.templates = templates;
    }

    @GetMapping("/operator/launches/{slug}")
    Page desk(Frame frame, @PathVariable String slug, @RequestParam(required = false) @Nullable String done) {
        frame.planning();
        return templates.page("staffDesk", page(frame, slug, done, null, List.of()));
    }

    @PostMapping("/operator/launches/{slug}/open")
    View open(Frame frame, @PathVariable String slug) {
        launch.open(slug, frame.operating());
        return done(slug, "open");
    }

    @PostMapping("/operator/launches/{slug}/close")
    View close(Frame frame, @PathVariable String slug) {
        launch.close(slug, frame.operating());
        return done(slug, "close");
    }

    @PostMapping("/operator/launches/{slug}/pause")
    View pause(Frame frame, @PathVariable String slug) {
        launch.pause(slug, frame.operating());
        return done(slug, "pause");
    }

    @PostMapping("/operator/launches/{slug}/resume")
    View resume(Frame frame, @PathVariable String slug) {
        launch.resume(slug, frame.operating());
        return done(slug, "resume");
    }

    @PostMapping("/operator/launches/{slug}/supply")
    Page supply(Frame frame, @PathVariable String slug, @RequestParam MultipartFile file) throws IOException {
        var operator = frame.operating();
        var here = frame.at("/operator/launches/" + slug);
        byte[] bytes = file.getBytes();
        try (var csv = file.getInputStream()) {
            var told = told(supply.upload(slug, csv, operator), frame.words());
            return templates.page("staffDesk", page(here, slug, null, told, List.of()));
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.INVALID) {
                throw refused;
            }
            var rows = SupplyFaults.of(bytes, refused.faults(), frame.words());
            return templates.refusal("staffDesk", page(here, slug, null, null, rows), 422);
        }
    }

    private static String told(Supplied supplied, Words words) {
        var moved = supplied.moved();
        var units = words.number(supplied.units());
        var version = words.number(supplied.version());
        // Under a plan a supply moves nobody until the next plan is published.
        return moved == null
                ? words.say("desk.supplied.plan", units, version)
                : words.say(
                        "desk.supplied",
                        units,
                        version,
                        words.number(moved.earlier() + moved.later() + moved.lost() + moved.reached()));
    }

    private static View done(String slug, String act) {
        return SeeOther.to("/operator/launches/" + slug + "?done=" + act);
    }

    private LaunchDeskPage page(
            Frame frame, String slug, @Nullable String done, @Nullable String told, List<SupplyFaults.Row> faults) {
        var view = launch.look(slug);
        var checklist = Checklist.of(view, offer -> !supply.curve(slug, offer).isEmpty(), frame.words());
        var room = view.definition().waitingRoom() == null ? null : lobby.look(slug);
        return new LaunchDeskPage(frame, view, checklist, done, told, faults, room);
    }
}
