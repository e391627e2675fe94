package dev.holdfast.web.page;

import dev.holdfast.member.Members;
import dev.holdfast.member.Session;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
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
    /// Under TLS a browser takes a cookie of such a name from this very host alone, and only by TLS.
    private static final String OF_THIS_HOST = "__Host-";

    /// Of a request that met a database which is away.
    static final String AWAY = SessionCookie.class.getName() + ".away";
    /// The browser may drop it sooner; how long it is honoured is decided where sessions are kept.
    private static final Duration LIFE = Duration.ofDays(90);

    private final Members members;

    SessionCookie(Members members) {
        this.members = members;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // A page that says the database is away is shown to nobody in particular: who reads it cannot be asked either.
        if (request.getAttribute(AWAY) == null) {
            try {
                members.session(read(request)).ifPresent(SessionCookie::enter);
            } catch (DataAccessException away) {
                logger.warn("Nobody can be known by a cookie: " + away);
                request.setAttribute(AWAY, true);
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static void enter(Session session) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(session, "", AuthorityUtils.NO_AUTHORITIES));
        SecurityContextHolder.setContext(context);
    }

    /// A page that reports an error is asked for again inside the server; it too has a reader.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    static @Nullable String read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, name(request));
        return cookie == null ? null : cookie.getValue();
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? OF_THIS_HOST + NAME : NAME;
    }

    static void write(HttpServletRequest request, HttpServletResponse response, String value) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, value, LIFE));
    }

    static void remove(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO));
    }

    private static String cookie(HttpServletRequest request, String value, Duration life) {
        return ResponseCookie.from(name(request), value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build()
                .toString();
    }
}
