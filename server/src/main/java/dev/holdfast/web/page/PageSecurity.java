package dev.holdfast.web.page;

import dev.holdfast.member.Members;
import dev.holdfast.web.network.Networks;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.DisableEncodeUrlFilter;

/// What guards the pages: a session cookie, a token in every form, and headers that forbid all a page
/// does not need.
///
/// The REST interface and what machines look at are guarded elsewhere and never meet a cookie.
@Configuration(proxyBeanMethods = false)
class PageSecurity {
    /// Behind the chains of the other doors, which name their own paths.
    @Bean
    @Order(100)
    static SecurityFilterChain pageChain(HttpSecurity http, Members members, Networks networks, Environment environment)
            throws Exception {
        var encryption = new Encryption(networks, environment.getProperty("holdfast.public-url", ""));
        return http.securityMatcher(PageSecurity::isPage)
                .addFilterBefore(encryption, DisableEncodeUrlFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new Uploads(members), CsrfFilter.class)
                .addFilterBefore(new SessionCookie(members), AnonymousAuthenticationFilter.class)
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                // It would take every request for a fresh sign-in and give each a new form token, so that a page's own
                // polling made its forms too old to send.
                .sessionManagement(sessions -> sessions.disable())
                .requestCache(cache -> cache.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(Headers.CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(frame -> frame.deny()))
                .build();
    }

    private static CookieCsrfTokenRepository tokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("holdfast_form");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return tokens;
    }

    static boolean isPage(HttpServletRequest request) {
        return switch (request.getRequestURI()) {
            case "/healthz", "/readyz", "/metrics" -> false;
            case String path -> !path.startsWith("/api/");
        };
    }
}
