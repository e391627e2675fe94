package dev.holdfast.web.page;

import dev.holdfast.member.Members;
import dev.holdfast.member.Session;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// Signing in with a one-time link, and out.
@Controller
class SignInPages {
    private final Members members;
    private final Templates templates;

    SignInPages(Members members, Templates templates) {
        this.members = members;
        this.templates = templates;
    }

    @GetMapping("/sign-in")
    Page how(Frame frame) {
        return templates.page("signIn", new SignInPage(frame, null, null));
    }

    /// Shows a button and uses nothing up: mail programs and chat previews open links before people do.
    @GetMapping("/sign-in/{link}")
    Page ready(Frame frame, @PathVariable String link) {
        return templates.page("signIn", new SignInPage(frame.at("/sign-in"), link, null));
    }

    @PostMapping("/sign-in/{link}")
    View redeem(Frame frame, @PathVariable String link, HttpServletRequest request, HttpServletResponse response) {
        var cookie = members.redeem(link);
        if (cookie.isEmpty()) {
            var words = frame.words();
            var notice = Notice.of(words.say("signIn.over"), words.say("signIn.over.text"));
            return templates.refusal("signIn", new SignInPage(frame.at("/sign-in"), null, notice), 410);
        }
        SessionCookie.write(request, response, cookie.get());
        return SeeOther.to(members.session(cookie.get()).filter(Session::staff).isPresent() ? "/operator" : "/");
    }

    @PostMapping("/sign-out")
    View signOut(HttpServletRequest request, HttpServletResponse response) {
        var cookie = SessionCookie.read(request);
        if (cookie != null) {
            members.end(cookie);
            SessionCookie.remove(request, response);
        }
        return SeeOther.to("/");
    }
}
