package dev.holdfast.web.page;

import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Settlement.Way;
import dev.holdfast.launch.settlement.Settle;
import dev.holdfast.launch.settlement.Settlements;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What a launch owes for broken promises.
@Controller
class OwedPages {
    private static final int SHOWN = 100;

    private final Launch launch;
    private final Settlements settlements;
    private final Templates templates;

    OwedPages(Launch launch, Settlements settlements, Templates templates) {
        this.launch = launch;
        this.settlements = settlements;
        this.templates = templates;
    }

    @GetMapping("/operator/launches/{slug}/owed")
    Page owed(
            Frame frame,
            @PathVariable String slug,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable String settled) {
        frame.operating();
        return templates.page("staffOwed", page(frame, slug, after, settled != null, null));
    }

    /// Says again what the form showed: an amount that is another by now is refused.
    @PostMapping("/operator/launches/{slug}/owed/{order}/{number}")
    View settle(
            Frame frame,
            @PathVariable String slug,
            @PathVariable String order,
            @PathVariable long number,
            @RequestParam Way way,
            @RequestParam long amount,
            @RequestParam String reference,
            @RequestParam(defaultValue = "") String note) {
        var operator = frame.operating();
        var currency = launch.look(slug).definition().currency();
        var settle =
                new Settle(order(order), number, way, new Money(amount, currency), reference.strip(), note.strip());
        try {
            settlements.settle(settle, operator);
            return SeeOther.to("/operator/launches/" + slug + "/owed?settled=1");
        } catch (Problem refused) {
            return switch (refused.kind()) {
                case UNKNOWN, CONFLICT, INVALID -> refused(frame, slug, refused);
                case MALFORMED, UNAUTHENTICATED, FORBIDDEN, TOO_LARGE, TOO_OFTEN, CAPACITY -> throw refused;
            };
        }
    }

    private Page refused(Frame frame, String slug, Problem refused) {
        var here = frame.at("/operator/launches/" + slug + "/owed");
        var why = frame.words().say("desk.owed.refused." + refused.code());
        return templates.refusal(
                "staffOwed", page(here, slug, 0, false, why), refused.kind() == Problem.Kind.INVALID ? 422 : 409);
    }

    private StaffOwedPage page(Frame frame, String slug, long after, boolean settled, @Nullable String refused) {
        return new StaffOwedPage(
                frame, launch.look(slug), settlements.owed(slug, after, SHOWN), SHOWN, settled, refused);
    }

    private static OrderId order(String id) {
        return OrderId.parse(id)
                .orElseThrow(
                        () -> new Problem(Problem.Kind.UNKNOWN, "unknown_order", "There is no order '" + id + "'."));
    }
}
