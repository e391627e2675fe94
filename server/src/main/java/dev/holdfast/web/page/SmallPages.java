package dev.holdfast.web.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
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

    SmallPages(Assets assets) {
        this.assets = assets;
    }

    /// For ever, because the address changes with the content.
    @GetMapping(Assets.FOLDER + "{version}/{name}")
    ResponseEntity<Resource> asset(@PathVariable String name) {
        return assets.find(name)
                .map(asset -> ResponseEntity.ok()
                        .cacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable())
                        .contentType(type(name))
                        .body(asset.content()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static MediaType type(String name) {
        var type = name.endsWith(".css") ? "text/css" : name.endsWith(".js") ? "text/javascript" : "image/svg+xml";
        return MediaType.parseMediaType(type + ";charset=UTF-8");
    }

    @GetMapping("/language/{tag}")
    View language(@PathVariable String tag, @RequestParam(defaultValue = "/") String to, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(Frames.LANGUAGE_COOKIE, Words.in(tag).tag())
                        .path("/")
                        .sameSite("Lax")
                        .httpOnly(true)
                        .maxAge(YEAR)
                        .build()
                        .toString());
        return SeeOther.to(ours(to) ? to : "/");
    }

    /// A path of this site and nothing that a browser could take for another site.
    private static boolean ours(String path) {
        return path.matches("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");
    }
}
