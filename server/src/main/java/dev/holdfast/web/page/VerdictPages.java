package dev.holdfast.web.page;

import dev.holdfast.community.spec.Verdict;
import dev.holdfast.community.spec.Verdicts;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.OrderId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where an owner says whether what was wished for is there and good.
@Controller
class VerdictPages {
    private final Verdicts verdicts;
    private final Templates templates;

    VerdictPages(Verdicts verdicts, Templates templates) {
        this.verdicts = verdicts;
        this.templates = templates;
    }

    @GetMapping("/orders/{id}/verdicts")
    Page asked(Frame frame, @PathVariable String id) {
        return templates.page("verdicts", page(frame, OrderPages.order(id), null));
    }

    @PostMapping("/orders/{id}/verdicts")
    View say(
            Frame frame,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String wish,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String words) {
        var order = OrderPages.order(id);
        var asker = frame.asker();
        try {
            verdicts.say(order, asker.member(), wish(wish), verdict(verdict), ReviewPages.said(words));
            return SeeOther.to("/orders/" + order + "/verdicts");
        } catch (Problem refused) {
            return switch (refused.kind()) {
                case INVALID, CONFLICT -> refused(frame, order, refused);
                case MALFORMED, UNAUTHENTICATED, FORBIDDEN, UNKNOWN, TOO_LARGE, TOO_OFTEN, CAPACITY -> throw refused;
            };
        }
    }

    private Page refused(Frame frame, OrderId order, Problem refused) {
        var notice =
                Notice.of(frame.words().say("verdict.refused"), frame.words().say("verdict.refused." + refused.code()));
        var here = frame.at("/orders/" + order + "/verdicts");
        return templates.refusal(
                "verdicts", page(here, order, notice), refused.kind() == Problem.Kind.INVALID ? 422 : 409);
    }

    private VerdictPage page(Frame frame, OrderId order, @Nullable Notice notice) {
        return new VerdictPage(frame, order, verdicts.asked(order, frame.asker()), notice);
    }

    private static WishId wish(String text) {
        return WishId.parse(text).orElseThrow(VerdictPages::unsaid);
    }

    private static Verdict verdict(String word) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.name().equals(word))
                .findFirst()
                .orElseThrow(VerdictPages::unsaid);
    }

    private static Problem unsaid() {
        return new Problem(Problem.Kind.INVALID, "invalid_request", "Choose one of the three answers.");
    }
}
