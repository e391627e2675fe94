package dev.holdfast.web;

import dev.holdfast.kernel.Problem;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The REST interface, as a plain servlet: measured, a controller framework costs as much per request as everything
/// else an order needs, and a rush is nothing but requests.
final class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(ApiServlet.class);

    private final transient Routes routes;

    ApiServlet(Routes routes) {
        this.routes = routes;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        Exchange exchange = new Exchange(request, response, List.of(), List.of());
        try {
            routes.handle(request, response);
        } catch (Problem problem) {
            ProblemJson.write(exchange, problem);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } catch (RuntimeException fault) {
            LOG.error("{} {} failed.", request.getMethod(), request.getRequestURI(), fault);
            ProblemJson.write(
                    exchange,
                    500,
                    "internal_error",
                    "This is a fault of the server's, and is logged. The same request may be sent again.",
                    List.of(),
                    Map.of());
        }
    }
}
