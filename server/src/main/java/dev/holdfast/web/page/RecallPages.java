package dev.holdfast.web.page;

import dev.holdfast.delivery.network.Network;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.service.recall.Contact;
import dev.holdfast.service.recall.Reached;
import dev.holdfast.service.recall.Recalls;
import dev.holdfast.service.recall.Way;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where a recall is followed until all of it is remedied.
@Controller
class RecallPages {
    private static final String RECALL = "/operator/recalls/{number}";
    private static final int SHOWN = 50;

    private final Recalls recalls;
    private final Launch launch;
    private final Network network;
    private final Templates templates;
    private final Clock clock;

    RecallPages(Recalls recalls, Launch launch, Network network, Templates templates, Clock clock) {
        this.recalls = recalls;
        this.launch = launch;
        this.network = network;
        this.templates = templates;
        this.clock = clock;
    }

    private interface Act {
        void as(String operator, Typed typed);
    }

    @GetMapping(RECALL)
    Page look(
            Frame frame,
            @PathVariable int number,
            @RequestParam(defaultValue = "false") boolean unreached,
            @RequestParam(defaultValue = "") String after) {
        frame.operating();
        return templates.page("staffRecall", page(frame, number, unreached, after, Typed.NOTHING, null));
    }

    @PostMapping(RECALL + "/contacts")
    View contact(Frame frame, @PathVariable int number, @RequestParam Map<String, String> form) {
        return act(frame, number, form, (operator, typed) -> {
            var made = new Contact(
                    typed.text("serial"),
                    typed.one("way", Way.class),
                    typed.one("outcome", Reached.class),
                    Instant.EPOCH,
                    operator,
                    typed.text("words"));
            recalls.contact(number, made, operator);
        });
    }

    @PostMapping(RECALL + "/remedies")
    View remedy(Frame frame, @PathVariable int number, @RequestParam Map<String, String> form) {
        return act(
                frame,
                number,
                form,
                (operator, typed) -> recalls.remedy(number, typed.text("serial"), typed.text("place"), operator));
    }

    @PostMapping(RECALL + "/close")
    View close(Frame frame, @PathVariable int number, @RequestParam Map<String, String> form) {
        return act(frame, number, form, (operator, typed) -> recalls.close(number, operator));
    }

    private View act(Frame frame, int number, Map<String, String> form, Act act) {
        var operator = frame.operating();
        var typed = Typed.of(form);
        try {
            act.as(operator, typed);
            return SeeOther.to(StaffRecallPage.address(number));
        } catch (Problem refused) {
            var notice = QualityPages.refused(frame.words(), refused);
            var here = frame.at(StaffRecallPage.address(number));
            int status = refused.kind() == Problem.Kind.CONFLICT ? 409 : 422;
            return templates.refusal("staffRecall", page(here, number, false, "", typed, notice), status);
        }
    }

    private StaffRecallPage page(
            Frame frame, int number, boolean unreached, String after, Typed typed, @Nullable Notice notice) {
        var recall = recalls.look(number);
        return new StaffRecallPage(
                frame,
                launch.look(recall.launch()),
                recall,
                recalls.curve(number),
                recalls.units(number, unreached, after, SHOWN),
                Places.of(network),
                unreached,
                SHOWN,
                clock.instant(),
                typed,
                notice);
    }
}
