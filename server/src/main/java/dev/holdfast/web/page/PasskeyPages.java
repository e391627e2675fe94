package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.member.passkey.Passkeys;
import dev.holdfast.member.rate.Limit;
import dev.holdfast.member.rate.Rates;
import dev.holdfast.web.network.Networks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/// Passkeys: the script of a page asks for a challenge, has a device sign it, and sends what was signed by a form.
@Controller
class PasskeyPages {
    private final Passkeys passkeys;
    private final Rates rates;
    private final Networks networks;

    PasskeyPages(Passkeys passkeys, Rates rates, Networks networks) {
        this.passkeys = passkeys;
        this.rates = rates;
        this.networks = networks;
    }

    @PostMapping("/account/passkeys/challenge")
    @ResponseBody
    ResponseEntity<Passkeys.Invitation> invite(Frame frame, HttpServletRequest request) {
        rates.admit(Limit.PASSKEYS, networks.of(request));
        return ResponseEntity.ok(passkeys.invite(frame.asker().member()));
    }

    @PostMapping("/account/passkeys")
    View register(
            Frame frame,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String handle,
            @RequestParam(defaultValue = "") String name) {
        var registered = passkeys.register(frame.asker().member(), bounded(answer), handle, name);
        return SeeOther.to("/account?passkey=" + registered);
    }

    @PostMapping("/account/passkeys/{id}/remove")
    View remove(Frame frame, @PathVariable String id) {
        passkeys.remove(frame.asker().member(), id);
        return SeeOther.to("/account");
    }

    @PostMapping("/sign-in/passkey/challenge")
    @ResponseBody
    ResponseEntity<Passkeys.Question> question(HttpServletRequest request) {
        rates.admit(Limit.PASSKEYS, networks.of(request));
        return ResponseEntity.ok(passkeys.question());
    }

    @PostMapping("/sign-in/passkey")
    View signIn(
            @RequestParam(defaultValue = "") String answer, HttpServletRequest request, HttpServletResponse response) {
        var cookie = passkeys.signIn(bounded(answer));
        if (cookie.isEmpty()) {
            return SeeOther.to("/sign-in?passkey=refused");
        }
        SessionCookie.write(request, response, cookie.get());
        return WayBack.take(request, response, "/");
    }

    private static String bounded(String answer) {
        if (answer.length() > Passkeys.MAX_ANSWER) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "body_too_large",
                    "The answer of a passkey may have " + Passkeys.MAX_ANSWER + " bytes.");
        }
        return answer;
    }
}
