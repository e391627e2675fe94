package dev.holdfast.web.page;

import dev.holdfast.member.Session;
import dev.holdfast.member.rate.Limit;
import dev.holdfast.member.rate.Rates;
import dev.holdfast.web.network.Networks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/// Holds the rate of pages: a signed-in fan's together with what they ask by the REST interface, anybody else's by
/// their network. Whoever runs launches has none.
final class PageRates implements HandlerInterceptor {
    private final Rates rates;
    private final Networks networks;

    PageRates(Rates rates, Networks networks) {
        this.rates = rates;
        this.networks = networks;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Session session)) {
            admitNetwork(Limit.POLLS, request);
        } else if (!session.staff()) {
            rates.admit(Limit.MEMBER, session.member());
            admitNetwork(Limit.NETWORK, request);
        }
        return true;
    }

    private void admitNetwork(Limit limit, HttpServletRequest request) {
        if (rates.holds(limit)) {
            rates.admit(limit, networks.of(request));
        }
    }
}
