package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.member.mail.Mails;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The files of the pages, and the switch of language.
@Controller
class SmallPages {
    private static final Duration YEAR = Duration.ofDays(365);

    private final Assets assets;
    private final Mails mails;

    SmallPages(Assets assets, Mails mails) {
        this.assets = assets;
        this.mails = mails;
    }

    /// For ever, because the address changes with the content.
    @GetMapping(Assets.FOLDER + "{version}/{name}")
    void asset(@PathVariable String name, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asset = assets.find(name);
        if (asset.isEmpty()) {
            throw new Problem(Problem.Kind.UNKNOWN, "unknown_file", "There is no file '" + name + "'.");
        }
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(YEAR).cachePublic().immutable().getHeaderValue());
        asset.get().body().send(request, response, type(name));
    }

    private static String type(String name) {
        var type = name.endsWith(".css") ? "text/css" : name.endsWith(".js") ? "text/javascript" : "image/svg+xml";
        return type + ";charset=UTF-8";
    }

    /// The language of the pages is the language of the letters too.
    @GetMapping("/language/{tag}")
    View language(
            Frame frame,
            @PathVariable String tag,
            @RequestParam(defaultValue = "/") String to,
            HttpServletResponse response) {
        var member = frame.member();
        if (member != null) {
            mails.choose(member, tag);
        }
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(Frames.LANGUAGE_COOKIE, Words.in(tag).tag())
                        .path("/")
                        .sameSite("Lax")
                        .httpOnly(true)
                        .maxAge(YEAR)
                        .build()
                        .toString());
        return SeeOther.to(SeeOther.isOurs(to) ? to : "/");
    }
}
