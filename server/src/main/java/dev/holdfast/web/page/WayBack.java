package dev.holdfast.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.WebUtils;

/// The page a reader came to sign in from, with what was picked there: whoever comes in goes on where they were.
///
/// It is in the browser, because a sign-in leaves by many doors (a letter, a device, an issuer) and comes back by each.
final class WayBack {
    private static final String NAME = "holdfast_return";
    /// As long as somebody may look for a letter; later they have forgotten what they wanted.
    private static final Duration LIFE = Duration.ofMinutes(30);

    private static final int MAX_PATH = 500;

    private WayBack() {}

    static void keep(HttpServletRequest request, HttpServletResponse response, @Nullable String path) {
        if (path != null && path.length() <= MAX_PATH && SeeOther.isOurs(path)) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, path, LIFE));
        }
    }

    /// Leads back, once.
    ///
    /// @param otherwise where to, when nobody came from anywhere
    static View take(HttpServletRequest request, HttpServletResponse response, String otherwise) {
        var cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null) {
            return SeeOther.to(otherwise);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO));
        var path = UriUtils.decode(cookie.getValue(), StandardCharsets.UTF_8);
        return SeeOther.to(SeeOther.isOurs(path) ? path : otherwise);
    }

    private static String cookie(HttpServletRequest request, String path, Duration life) {
        return ResponseCookie.from(NAME, UriUtils.encode(path, StandardCharsets.UTF_8))
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build()
                .toString();
    }
}
