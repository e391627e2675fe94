package dev.holdfast.web.page;

import dev.holdfast.community.referral.Referrals;
import dev.holdfast.community.referral.Rings;
import dev.holdfast.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Disputes about who brought whom, and evidence of rings.
@Controller
class ReferralDeskPages {
    private static final String HERE = "/operator/referrals";

    private final Referrals referrals;
    private final Rings rings;
    private final Templates templates;

    ReferralDeskPages(Referrals referrals, Rings rings, Templates templates) {
        this.referrals = referrals;
        this.rings = rings;
        this.templates = templates;
    }

    @GetMapping(HERE)
    Page look(Frame frame, @RequestParam(required = false) @Nullable String done) {
        frame.operating();
        return templates.page("staffReferrals", page(frame, done != null, null));
    }

    /// @param owner for whom it is to count from now on; empty: as it does
    @PostMapping(HERE + "/{number}/answer")
    View answer(
            Frame frame,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String said) {
        var operator = frame.operating();
        if (said.isBlank() || said.length() > Referrals.MAX_SAID) {
            referrals.find(number);
            return refused(frame, "words");
        }
        try {
            if (!owner.isBlank()) {
                referrals.override(number, owner.strip(), said.strip(), operator);
            }
            referrals.answer(number, said.strip(), operator);
            return SeeOther.to(HERE + "?done=1");
        } catch (Problem problem) {
            return switch (problem.kind()) {
                case CONFLICT -> refused(frame, "over");
                case INVALID -> refused(frame, "owner");
                case UNKNOWN, MALFORMED, UNAUTHENTICATED, FORBIDDEN, TOO_LARGE, TOO_OFTEN, CAPACITY -> throw problem;
            };
        }
    }

    private Page refused(Frame frame, String why) {
        var said = frame.words().say("referral.desk.refused." + why);
        return templates.refusal("staffReferrals", page(frame.at(HERE), false, said), 409);
    }

    private StaffReferralsPage page(Frame frame, boolean done, @Nullable String refused) {
        return new StaffReferralsPage(frame, referrals.disputed(), rings.circles(), done, refused);
    }
}
