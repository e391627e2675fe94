package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.member.Members;
import dev.holdfast.member.oidc.IssuerSignIn;
import dev.holdfast.member.oidc.IssuerSignIn.Arrived;
import dev.holdfast.member.rate.Limit;
import dev.holdfast.member.rate.Rates;
import dev.holdfast.web.network.Networks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.util.WebUtils;

/// To the issuer that signs people in, and back. Links and not forms: our forms may lead nowhere but to ourselves.
@Controller
class IssuerPages {
    private static final String FOLDER = "/sign-in/issuer";
    private static final String COOKIE = "holdfast_attempt";

    private final ObjectProvider<IssuerSignIn> issuer;
    private final Members members;
    private final Rates rates;
    private final Networks networks;

    IssuerPages(ObjectProvider<IssuerSignIn> issuer, Members members, Rates rates, Networks networks) {
        this.issuer = issuer;
        this.members = members;
        this.rates = rates;
        this.networks = networks;
    }

    @GetMapping(FOLDER)
    View leave(HttpServletRequest request, HttpServletResponse response) {
        var begun = issuer().begin();
        if (begun.isEmpty()) {
            return SeeOther.to("/sign-in?issuer=away");
        }
        keep(request, response, begun.get().secret(), IssuerSignIn.ATTEMPT_LIFE);
        return SeeOther.outside(begun.get().address());
    }

    /// Whatever comes of it, the attempt is over: the same answer opened again signs nobody in.
    @GetMapping(IssuerSignIn.RETURN)
    View comeBack(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String iss,
            HttpServletRequest request,
            HttpServletResponse response) {
        rates.admit(Limit.ISSUER, networks.of(request));
        var cookie = WebUtils.getCookie(request, COOKIE);
        keep(request, response, "", Duration.ZERO);
        return switch (issuer().arrive(cookie == null ? null : cookie.getValue(), state, code, iss)) {
            case Arrived.In in -> SignInPages.arrive(members, in.session(), request, response);
            case Arrived.Refused refused -> SeeOther.to("/sign-in?issuer=refused");
            case Arrived.Away away -> SeeOther.to("/sign-in?issuer=away");
        };
    }

    private IssuerSignIn issuer() {
        var found = issuer.getIfAvailable();
        if (found == null) {
            throw new Problem(Problem.Kind.UNKNOWN, "unknown_page", "No issuer signs people in here.");
        }
        return found;
    }

    private static void keep(HttpServletRequest request, HttpServletResponse response, String secret, Duration life) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, secret)
                        .path(FOLDER)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        // Comes back from the issuer's site, which Strict would forbid.
                        .sameSite("Lax")
                        .maxAge(life)
                        .build()
                        .toString());
    }
}
