package dev.holdfast.web.page;

import dev.holdfast.community.referral.Linking;
import dev.holdfast.community.referral.Referrals;
import dev.holdfast.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Who brought whom, for those whom it concerns.
@Controller
class ReferralPages {
    private static final int SHOWN = 100;
    private static final String HERE = "/account/referrals";

    private final Referrals referrals;
    private final Templates templates;

    ReferralPages(Referrals referrals, Templates templates) {
        this.referrals = referrals;
        this.templates = templates;
    }

    @GetMapping(HERE)
    Page look(Frame frame, @RequestParam(required = false) @Nullable String done) {
        var words = frame.words();
        var notice = done == null
                ? null
                : Notice.of(
                        words.say("referral.done." + known(done)), words.say("referral.done." + known(done) + ".text"));
        return templates.page("referrals", page(frame, notice));
    }

    private static String known(String done) {
        return done.equals("disputed") ? "disputed" : "linked";
    }

    @PostMapping(HERE + "/contact")
    View contact(Frame frame, @RequestParam(defaultValue = "") String code) {
        return switch (referrals.link(frame.asker().member(), code.strip(), null)) {
            case Linking.Linked linked -> SeeOther.to(HERE + "?done=linked");
            case Linking.Known known -> SeeOther.to(HERE + "?done=linked");
            case Linking.Later later -> refused(frame, "later");
            case Linking.Own own -> refused(frame, "own");
            case Linking.UnknownCode unknown -> refused(frame, "unknown");
        };
    }

    @PostMapping(HERE + "/{number}/dispute")
    View dispute(Frame frame, @PathVariable long number, @RequestParam(defaultValue = "") String said) {
        var member = frame.asker().member();
        if (said.isBlank() || said.length() > Referrals.MAX_SAID) {
            referrals.find(number, member);
            return refused(frame, "words");
        }
        try {
            referrals.dispute(number, member, said.strip());
            return SeeOther.to(HERE + "?done=disputed");
        } catch (Problem open) {
            if (open.kind() != Problem.Kind.CONFLICT) {
                throw open;
            }
            return refused(frame, "open");
        }
    }

    private Page refused(Frame frame, String why) {
        var words = frame.words();
        var notice = Notice.of(words.say("referral.refused." + why), words.say("referral.refused." + why + ".text"));
        return templates.refusal("referrals", page(frame.at(HERE), notice), 409);
    }

    private ReferralsPage page(Frame frame, @Nullable Notice notice) {
        var member = frame.asker().member();
        return new ReferralsPage(
                frame,
                referrals.code(member),
                referrals.ofFriend(member).orElse(null),
                referrals.ofOwner(member, Long.MAX_VALUE, SHOWN),
                notice);
    }
}
