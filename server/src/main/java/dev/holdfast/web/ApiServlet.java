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
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/// The REST interface, as a plain servlet: measured, a controller framework costs as much per request as everything
/// else an order needs, and a rush is nothing but requests.
final class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(ApiServlet.class);

    private final transient Routes routes;

    ApiServlet(Routes routes) {
        this.routes = routes;
    }

    Routes routes() {
        return routes;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        Exchange exchange = new Exchange(request, response, List.of());
        try {
            routes.handle(request, response);
        } catch (Problem problem) {
            ProblemJson.write(exchange, problem);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } catch (DataAccessResourceFailureException
                | TransientDataAccessException
                | CannotCreateTransactionException away) {
            // No stack: while the database is away this is said for every request.
            LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), String.valueOf(away));
            ProblemJson.write(exchange, databaseAway(away));
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

    private static Problem databaseAway(RuntimeException cause) {
        return new Problem(
                Problem.Kind.CAPACITY,
                "try_again",
                "The database is not available just now. Send the same request again; with a key it is carried out once.",
                List.of(),
                cause);
    }
}
