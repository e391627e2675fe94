package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.member.phone.Phones;
import dev.holdfast.web.network.Networks;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where a member proves that a telephone is theirs.
@Controller
class PhonePages {
    /// What is said beside the form; anything else is a page of its own.
    private static final Set<String> SAID_HERE =
            Set.of("invalid_number", "number_refused", "try_again", "too_many_requests");

    private final Phones phones;
    private final Networks networks;
    private final Templates templates;

    PhonePages(Phones phones, Networks networks, Templates templates) {
        this.phones = phones;
        this.networks = networks;
        this.templates = templates;
    }

    @GetMapping("/phone")
    Page mine(Frame frame) {
        return templates.page("phone", page(frame, "", null));
    }

    @PostMapping("/phone")
    View ask(Frame frame, @RequestParam(defaultValue = "") String number, HttpServletRequest request) {
        var member = frame.asker().member();
        try {
            phones.ask(member, number, frame.words().tag(), networks.of(request));
            return SeeOther.to("/phone");
        } catch (Problem problem) {
            if (!SAID_HERE.contains(problem.code())) {
                throw problem;
            }
            var words = frame.words();
            var key = "phone.refused." + problem.code();
            var notice = Notice.of(words.say(key), words.say(key + ".text", words.wait(problem.retryAfter())));
            var page =
                    templates.refusal("phone", page(frame.at("/phone"), number, notice), PageProblems.status(problem));
            return switch (problem.kind()) {
                case TOO_OFTEN, CAPACITY -> page.after(problem.retryAfter());
                default -> page;
            };
        }
    }

    @PostMapping("/phone/code")
    View prove(Frame frame, @RequestParam(defaultValue = "") String code) {
        var words = frame.words();
        return switch (phones.prove(frame.asker().member(), code)) {
            case Phones.Proof.Proved proved -> SeeOther.to("/phone");
            case Phones.Proof.Wrong(int left) ->
                refused(frame, Notice.of(words.say("phone.wrong"), words.count("phone.wrong.text", left)));
            case Phones.Proof.Over over ->
                refused(frame, Notice.of(words.say("phone.over"), words.say("phone.over.text")));
            case Phones.Proof.Held(var until) ->
                refused(
                        frame,
                        Notice.of(
                                words.say("phone.held"),
                                words.say("phone.held.text", words.instant(until, ZoneOffset.UTC))));
        };
    }

    private Page refused(Frame frame, Notice notice) {
        return templates.refusal("phone", page(frame.at("/phone"), "", notice), 409);
    }

    private MyPhonePage page(Frame frame, String typed, @Nullable Notice notice) {
        var member = frame.asker().member();
        return new MyPhonePage(
                frame,
                phones.of(member).orElse(null),
                phones.waiting(member).orElse(null),
                typed,
                phones.offered(),
                notice);
    }
}
