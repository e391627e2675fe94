package dev.holdfast.web;

import java.util.List;
import org.springframework.boot.web.servlet.ServletRegistrationBean;

/// The routes behind one registered servlet.
final class RouteList {
    private RouteList() {}

    static List<String> of(ServletRegistrationBean<?> registration) {
        if (!(registration.getServlet() instanceof ApiServlet servlet)) {
            return List.of();
        }
        String prefix = registration.getUrlMappings().iterator().next().replaceFirst("/\\*$", "");
        return servlet.routes().all().stream()
                .map(route -> route.replaceFirst(" /?", " " + prefix + "/").replaceFirst("/$", ""))
                .toList();
    }
}
