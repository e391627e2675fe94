package dev.holdfast.web;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// Writes problems as RFC 9457 has them: `application/problem+json` with a stable `code`.
final class ProblemJson {
    static final String METHOD_NOT_ALLOWED = "method_not_allowed";

    private ProblemJson() {}

    static void write(Exchange exchange, Problem problem) throws IOException {
        int status = status(problem);
        switch (problem.kind()) {
            case UNAUTHENTICATED -> exchange.response().setHeader("WWW-Authenticate", "Bearer");
            case TOO_OFTEN, CAPACITY ->
                exchange.response()
                        .setHeader(
                                "Retry-After",
                                Long.toString(problem.retryAfter().toSeconds()));
            case MALFORMED, FORBIDDEN, UNKNOWN, CONFLICT, TOO_LARGE, INVALID -> {}
        }
        write(exchange, status, problem.code(), String.valueOf(problem.getMessage()), problem.faults(), Map.of());
    }

    /// @param more further members of the document, by name
    static void write(
            Exchange exchange, int status, String code, String detail, List<Fault> faults, Map<String, String> more)
            throws IOException {
        write(exchange, status, code, detail, faults, json -> more.forEach(json::writeStringProperty));
    }

    /// @param more writes further members of the document
    static void write(Exchange exchange, int status, String code, String detail, List<Fault> faults, Json.Writing more)
            throws IOException {
        exchange.response().setHeader("Cache-Control", "no-store");
        exchange.problem(status, Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("type", "urn:holdfast:problem:" + code);
            json.writeStringProperty("title", title(code));
            json.writeNumberProperty("status", status);
            json.writeStringProperty("code", code);
            json.writeStringProperty("detail", detail);
            more.to(json);
            if (!faults.isEmpty()) {
                faults(json, faults);
            }
            json.writeEndObject();
        }));
    }

    private static void faults(JsonGenerator json, List<Fault> faults) {
        json.writeArrayPropertyStart("errors");
        for (Fault fault : faults) {
            json.writeStartObject();
            if (fault.line() > 0) {
                json.writeNumberProperty("line", fault.line());
                json.writeStringProperty("column", fault.where());
            } else {
                json.writeStringProperty("path", fault.where());
            }
            json.writeStringProperty("value", fault.value());
            json.writeStringProperty("reason", fault.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static int status(Problem problem) {
        if (problem.code().equals(METHOD_NOT_ALLOWED)) {
            return 405;
        }
        return switch (problem.kind()) {
            case MALFORMED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case UNKNOWN -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case INVALID -> 422;
            case TOO_OFTEN -> 429;
            case CAPACITY -> 503;
        };
    }

    /// `sold_out` becomes `Sold out`.
    private static String title(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('_', ' ');
    }
}
