package dev.holdfast.web.page;

import dev.holdfast.web.network.Networks;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.web.filter.OncePerRequestFilter;

/// Knows that a browser speaks TLS although we do not: TLS ends in a proxy in front of us.
///
/// Cookies are `Secure` and browsers are told to insist on TLS only where that is so, since a cookie that a browser
/// drops signs nobody in. Believed is a proxy that the operator named; else the operator's own word, where
/// HOLDFAST_PUBLIC_URL is https and the browser asked for that very host.
final class Encryption extends OncePerRequestFilter {
    private final Networks networks;
    private final String host;

    /// @param publicUrl where people reach us; empty: not said
    Encryption(Networks networks, String publicUrl) {
        this.networks = networks;
        this.host = publicUrl.startsWith("https://")
                ? String.valueOf(URI.create(publicUrl).getHost())
                : "";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var encrypted = networks.encrypted(request) || request.getServerName().equalsIgnoreCase(host);
        chain.doFilter(encrypted && !request.isSecure() ? new Encrypted(request) : request, response);
    }

    /// A page that reports an error is asked for again inside the server, with the request as it came.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static final class Encrypted extends HttpServletRequestWrapper {
        Encrypted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public boolean isSecure() {
            return true;
        }

        @Override
        public String getScheme() {
            return "https";
        }
    }
}
