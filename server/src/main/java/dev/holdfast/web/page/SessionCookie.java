package dev.holdfast.web.page;

import dev.holdfast.member.Members;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/// Knows a signed-in browser by its cookie. Nothing is kept in the server between two requests.
final class SessionCookie extends OncePerRequestFilter {
    static final String NAME = "holdfast_session";
    /// The browser may drop it sooner; how long it is honoured is decided where sessions are kept.
    private static final Duration LIFE = Duration.ofDays(90);

    private final Members members;

    SessionCookie(Members members) {
        this.members = members;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        members.session(read(request)).ifPresent(session -> {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    new PreAuthenticatedAuthenticationToken(session, "", AuthorityUtils.NO_AUTHORITIES));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    /// A page that reports an error is asked for again inside the server; it too has a reader.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    static @Nullable String read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie == null ? null : cookie.getValue();
    }

    static void write(HttpServletRequest request, HttpServletResponse response, String value) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, value, LIFE));
    }

    static void remove(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO));
    }

    private static String cookie(HttpServletRequest request, String value, Duration life) {
        return ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build()
                .toString();
    }
}
