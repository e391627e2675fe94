package dev.holdfast.web.page;

import dev.holdfast.launch.Order;
import dev.holdfast.launch.review.Reviews;
import dev.holdfast.member.Secrets;
import dev.holdfast.web.network.Networks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/// Knows a browser again that orders in a screened launch: by a random number of ours, and by nothing that the browser
/// is or does. It is set by the first such order and sent nowhere else; what is kept of it is a keyed hash, another in
/// each launch. Whoever deletes it is a new device, and no worse off.
@Component
final class DeviceCookie {
    static final String NAME = "holdfast_device";

    /// As long as what is noticed is kept.
    private static final Duration LIFE = Duration.ofDays(90);

    private final Reviews reviews;
    private final Networks networks;
    private final Secrets secrets = new Secrets(new SecureRandom());

    DeviceCookie(Reviews reviews, Networks networks) {
        this.reviews = reviews;
        this.networks = networks;
    }

    /// Notes from where an order came, if its launch looks at that.
    void note(Order order, HttpServletRequest request, HttpServletResponse response) {
        if (reviews.screens(order.id())) {
            reviews.placed(order, device(request, response), networks.of(request));
        }
    }

    private String device(HttpServletRequest request, HttpServletResponse response) {
        // What is not of our making would let one hand look like many at no cost, or like another's device.
        var known = known(request);
        var device = known == null ? secrets.make() : known;
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, device, LIFE));
        return device;
    }

    /// What a device was called when it was noted; null: never, or not by us.
    static @Nullable String known(HttpServletRequest request) {
        var known = WebUtils.getCookie(request, NAME);
        return known != null && Secrets.isShaped(known.getValue()) ? known.getValue() : null;
    }

    static void remove(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO));
    }

    private static String cookie(HttpServletRequest request, String value, Duration life) {
        return ResponseCookie.from(NAME, value)
                .path("/launches")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build()
                .toString();
    }
}
