package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.supply.MasterCopy;
import dev.holdfast.supply.MasterData;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.supply.MasterShape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// Master data: look at a file, take it home, put another in its place.
@Controller
class PlanFilePages {
    private static final String SOURCE = "page";

    private final PlanFrames frames;
    private final MasterData data;
    private final Templates templates;

    PlanFilePages(PlanFrames frames, MasterData data, Templates templates) {
        this.frames = frames;
        this.data = data;
        this.templates = templates;
    }

    @GetMapping("/operator/launches/{slug}/plan/data")
    Page files(Frame frame, @PathVariable String slug) {
        var plan = frames.of(frame, slug, PlanPart.DATA);
        var versions = data.versions(slug, MasterData.MAX_PAGE);
        return templates.page("planFiles", new PlanFilesPage(plan, MasterData.shapes(), versions));
    }

    @GetMapping("/operator/launches/{slug}/plan/data/{file}")
    Page file(
            Frame frame,
            @PathVariable String slug,
            @PathVariable String file,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String uploaded) {
        var plan = frames.of(frame, slug, PlanPart.DATA);
        var words = plan.words();
        var notice = uploaded == null
                ? null
                : Notice.of(words.say("plan.upload." + outcome(uploaded)), words.say("plan.upload.next"));
        return templates.page("planFile", page(plan, shape(file), version, null, notice));
    }

    private static String outcome(String uploaded) {
        return uploaded.equals("same") ? "same" : "taken";
    }

    @GetMapping("/operator/launches/{slug}/plan/data/{file}/csv")
    ResponseEntity<byte[]> csv(
            Frame frame,
            @PathVariable String slug,
            @PathVariable String file,
            @RequestParam(required = false) @Nullable Integer version) {
        frame.planning();
        var copy = data.look(slug, shape(file).file(), version);
        var name = slug + "-" + file + "-" + copy.version().version() + ".csv";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(copy.csv().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/operator/launches/{slug}/plan/data/{file}")
    View upload(
            Frame frame,
            @PathVariable String slug,
            @PathVariable String file,
            @RequestParam("table") MultipartFile table)
            throws IOException {
        var planner = frame.planning();
        var plan = frames.of(frame.at(Room.PLAN.address(slug) + "/data/" + file), slug, PlanPart.DATA);
        var shape = shape(file);
        var words = plan.words();
        byte[] bytes = table.getBytes();
        try {
            var uploaded = data.put(slug, file, new MasterRows.Csv(bytes), SOURCE, planner);
            return SeeOther.to(plan.at("/data/" + file + "?uploaded=" + (uploaded.changed() ? "taken" : "same")));
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.INVALID) {
                throw refused;
            }
            var faults = UploadedTable.of(bytes, Reasons.in(words, refused.faults()));
            var notice = Notice.of(
                    words.count("plan.upload.refused", refused.faults().size()), words.say("plan.upload.refused.text"));
            return templates.refusal("planFile", page(plan, shape, null, faults, notice), 422);
        }
    }

    private PlanFilePage page(
            PlanFrame plan,
            MasterShape shape,
            @Nullable Integer version,
            @Nullable UploadedTable refused,
            @Nullable Notice notice) {
        var slug = plan.launch().slug();
        var versions = data.versions(slug, MasterData.MAX_PAGE).stream()
                .filter(one -> one.file().equals(shape.file()))
                .toList();
        MasterCopy copy = versions.isEmpty() && version == null ? null : data.look(slug, shape.file(), version);
        return new PlanFilePage(plan, shape, copy, versions, refused, notice);
    }

    private static MasterShape shape(String file) {
        return MasterData.shapes().stream()
                .filter(shape -> shape.file().equals(file))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNKNOWN, "unknown_master_file", "There is no such file of master data."));
    }
}
