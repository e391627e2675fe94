package dev.holdfast.web.page;

import dev.holdfast.member.Session;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;

/// Makes the frame of a page from its request, for any handler that asks for one.
final class Frames implements HandlerMethodArgumentResolver {
    static final String LANGUAGE_COOKIE = "holdfast_language";

    private final Assets assets;

    Frames(Assets assets) {
        this.assets = assets;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Frame.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory factory) {
        return of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }

    Frame of(HttpServletRequest request) {
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Frame(words(request), path(request), session(), () -> token == null ? "" : token.getToken(), assets);
    }

    /// The switch wins over what the browser asks for.
    private static Words words(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, LANGUAGE_COOKIE);
        if (cookie != null) {
            return Words.in(cookie.getValue());
        }
        if (request.getHeader("Accept-Language") == null) {
            return Words.ENGLISH;
        }
        return Collections.list(request.getLocales()).stream()
                .map(locale -> locale.getLanguage())
                .filter(language -> language.equals("zh") || language.equals("en"))
                .findFirst()
                .map(Words::in)
                .orElse(Words.ENGLISH);
    }

    private static String path(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static @Nullable Session session() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Session session ? session : null;
    }
}
