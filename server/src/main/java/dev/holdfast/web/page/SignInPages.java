package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.member.Members;
import dev.holdfast.member.Session;
import dev.holdfast.member.mail.Asked;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.oidc.IssuerSignIn;
import dev.holdfast.web.network.Networks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Signing in with a one-time link, asking for one by mail, and signing out.
@Controller
class SignInPages {
    private final Members members;
    private final Mails mails;
    private final ObjectProvider<IssuerSignIn> issuer;
    private final Networks networks;
    private final Templates templates;

    SignInPages(
            Members members, Mails mails, ObjectProvider<IssuerSignIn> issuer, Networks networks, Templates templates) {
        this.members = members;
        this.mails = mails;
        this.issuer = issuer;
        this.networks = networks;
        this.templates = templates;
    }

    /// @param to the page the reader comes from and goes back to
    @GetMapping("/sign-in")
    Page how(
            Frame frame,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asked,
            @RequestParam(required = false) @Nullable String passkey,
            @RequestParam(defaultValue = "") String issuer,
            HttpServletRequest request,
            HttpServletResponse response) {
        WayBack.keep(request, response, to);
        var words = frame.words();
        var said = asked != null ? "signIn.asked" : passkey != null ? "passkey.refused" : issuerSaid(issuer);
        return templates.page(
                "signIn", page(frame, said == null ? null : Notice.of(words.say(said), words.say(said + ".text"))));
    }

    private static @Nullable String issuerSaid(String what) {
        return switch (what) {
            case "refused", "away" -> "signIn.issuer." + what;
            default -> null;
        };
    }

    private SignInPage page(Frame frame, @Nullable Notice notice) {
        var signsIn = issuer.getIfAvailable();
        return new SignInPage(frame, null, mails.offered(), signsIn == null ? null : signsIn.name(), notice);
    }

    /// Says the same whether anybody is known at the address or not, and leads to a page that may be loaded again.
    @PostMapping("/sign-in")
    View ask(Frame frame, @RequestParam(defaultValue = "") String address, HttpServletRequest request) {
        try {
            var asked = mails.askToSignIn(address, frame.words().tag(), networks.of(request));
            return asked == Asked.TAKEN ? SeeOther.to("/sign-in?asked=1") : refusal(frame, asked);
        } catch (Problem refused) {
            var notice = MailPages.tooOften(refused, frame.words());
            return templates
                    .refusal("signIn", page(frame.at("/sign-in"), notice), 429)
                    .after(refused.retryAfter());
        }
    }

    private View refusal(Frame frame, Asked asked) {
        return templates.refusal(
                "signIn", page(frame.at("/sign-in"), MailPages.notice(asked, frame.words())), MailPages.status(asked));
    }

    /// Shows a button and uses nothing up: mail programs and chat previews open links before people do.
    @GetMapping("/sign-in/{link}")
    Page ready(Frame frame, @PathVariable String link) {
        return templates.page("signIn", new SignInPage(frame.at("/sign-in"), link, false, null, null));
    }

    @PostMapping("/sign-in/{link}")
    View redeem(Frame frame, @PathVariable String link, HttpServletRequest request, HttpServletResponse response) {
        var cookie = members.redeem(link);
        if (cookie.isEmpty()) {
            var words = frame.words();
            var notice = Notice.of(words.say("signIn.over"), words.say("signIn.over.text"));
            return templates.refusal("signIn", page(frame.at("/sign-in"), notice), 410);
        }
        return arrive(members, cookie.get(), request, response);
    }

    /// Back to where somebody came from, or else to where they work.
    static View arrive(Members members, String session, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.write(request, response, session);
        return WayBack.take(
                request,
                response,
                members.session(session).map(SignInPages::home).orElse("/"));
    }

    private static String home(Session session) {
        if (session.staff()) {
            return "/operator";
        }
        return session.partner() ? "/partner" : session.store() ? "/store" : "/";
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
