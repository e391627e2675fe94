package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.member.mail.Asked;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Recipient;
import dev.holdfast.web.network.Networks;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where a member's news goes by mail, and the queue of letters for operators.
@Controller
class MailPages {
    private static final int SHOWN = 50;

    private final Mails mails;
    private final Networks networks;
    private final Templates templates;

    MailPages(Mails mails, Networks networks, Templates templates) {
        this.mails = mails;
        this.networks = networks;
        this.templates = templates;
    }

    @GetMapping("/mail")
    Page mine(Frame frame, @RequestParam(required = false) @Nullable String asked) {
        var words = frame.words();
        var notice = asked == null ? null : Notice.of(words.say("mail.asked"), words.say("mail.asked.text"));
        return templates.page("mail", page(frame, null, notice));
    }

    @PostMapping("/mail")
    View ask(Frame frame, @RequestParam(defaultValue = "") String address, HttpServletRequest request) {
        var member = frame.asker().member();
        try {
            var asked = mails.askToConfirm(member, address, frame.words().tag(), networks.of(request));
            return asked == Asked.TAKEN
                    ? SeeOther.to("/mail?asked=1")
                    : templates.refusal(
                            "mail", page(frame.at("/mail"), null, notice(asked, frame.words())), status(asked));
        } catch (Problem refused) {
            var notice = tooOften(refused, frame.words());
            return templates
                    .refusal("mail", page(frame.at("/mail"), null, notice), 429)
                    .after(refused.retryAfter());
        }
    }

    /// What is said beside the form to whoever asks for too many letters.
    ///
    /// @throws Problem what is refused for another reason
    static Notice tooOften(Problem refused, Words words) {
        if (refused.kind() != Problem.Kind.TOO_OFTEN) {
            throw refused;
        }
        var key = "mail.refused.TOO_OFTEN";
        return Notice.of(words.say(key), words.say(key + ".text", words.wait(refused.retryAfter())));
    }

    /// Shows a button and changes nothing: mail programs open links before people do.
    @GetMapping("/mail/{link}")
    Page ready(Frame frame, @PathVariable String link) {
        return templates.page("mail", new MyMailPage(frame.at("/"), link, null, false, null));
    }

    @PostMapping("/mail/{link}")
    Page confirm(Frame frame, @PathVariable String link) {
        var words = frame.words();
        var confirmed = mails.confirm(link);
        var notice = confirmed.isEmpty()
                ? Notice.of(words.say("mail.over"), words.say("mail.over.text"))
                : Notice.of(
                        words.say("mail.confirmed"),
                        words.say(
                                "mail.confirmed.text", confirmed.get().address().text()));
        var page = new MyMailPage(frame.at("/"), null, null, false, notice);
        return confirmed.isEmpty() ? templates.refusal("mail", page, 410) : templates.page("mail", page);
    }

    @GetMapping("/operator/mail")
    Page queue(Frame frame, @RequestParam(required = false) @Nullable Long before) {
        frame.operating();
        return templates.page("staffMail", new StaffMailPage(frame, mails.page(before, SHOWN)));
    }

    private MyMailPage page(Frame frame, @Nullable String link, @Nullable Notice notice) {
        var address = mails.addressOf(frame.asker().member())
                .map(Recipient::address)
                .map(known -> known.text())
                .orElse(null);
        return new MyMailPage(frame, link, address, mails.offered(), notice);
    }

    static Notice notice(Asked asked, Words words) {
        var key = "mail.refused." + asked;
        return Notice.of(words.say(key), words.say(key + ".text"));
    }

    static int status(Asked asked) {
        return switch (asked) {
            case TAKEN -> 200;
            case NO_ADDRESS -> 422;
            case NOT_OFFERED -> 404;
        };
    }
}
