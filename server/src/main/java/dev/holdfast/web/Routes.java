package dev.holdfast.web;

import dev.holdfast.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which path and method leads where.
final class Routes {
    /// Answers one request.
    interface Handler {
        void handle(Exchange exchange) throws IOException;
    }

    private record Route(String method, List<String> pattern, Handler handler) {
        boolean fits(List<String> segments) {
            if (pattern.size() != segments.size()) {
                return false;
            }
            for (int i = 0; i < pattern.size(); i++) {
                if (!pattern.get(i).equals("*") && !pattern.get(i).equals(segments.get(i))) {
                    return false;
                }
            }
            return true;
        }

        List<String> names(List<String> segments) {
            List<String> names = new ArrayList<>(2);
            for (int i = 0; i < pattern.size(); i++) {
                if (pattern.get(i).equals("*")) {
                    names.add(segments.get(i));
                }
            }
            return names;
        }
    }

    private final List<Route> routes = new ArrayList<>();

    /// @param pattern such as `launches/*/orders`
    Routes add(String method, String pattern, Handler handler) {
        routes.add(new Route(method, pattern.isEmpty() ? List.of() : List.of(pattern.split("/")), handler));
        return this;
    }

    /// Every route, such as `POST launches/*/orders`.
    List<String> all() {
        return routes.stream()
                .map(route -> route.method() + " " + String.join("/", route.pattern()))
                .toList();
    }

    /// @throws Problem when no route fits
    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> segments = segments(request.getPathInfo());
        Set<String> methods = new TreeSet<>();
        for (Route route : routes) {
            if (route.fits(segments)) {
                if (route.method().equals(request.getMethod())) {
                    route.handler().handle(new Exchange(request, response, route.names(segments)));
                    return;
                }
                methods.add(route.method());
            }
        }
        if (methods.isEmpty()) {
            throw new Problem(
                    Problem.Kind.UNKNOWN,
                    "unknown_path",
                    "There is nothing at this address. The interface is described at /api/v1/openapi.json.");
        }
        response.setHeader("Allow", String.join(", ", methods));
        throw new Problem(
                Problem.Kind.MALFORMED,
                ProblemJson.METHOD_NOT_ALLOWED,
                request.getMethod() + " is not possible here; " + String.join(", ", methods) + " is.");
    }

    private static List<String> segments(@Nullable String path) {
        List<String> segments = new ArrayList<>(5);
        String rest = path == null ? "" : path;
        int from = 1;
        while (from <= rest.length()) {
            int to = rest.indexOf('/', from);
            to = to < 0 ? rest.length() : to;
            segments.add(rest.substring(from, to));
            from = to + 1;
        }
        return segments;
    }
}
