package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;

/// Turns what a face refuses into a page that says so.
@ControllerAdvice(basePackageClasses = PageProblems.class)
class PageProblems {
    private static final Logger LOG = LoggerFactory.getLogger(PageProblems.class);

    private final Frames frames;
    private final Templates templates;

    PageProblems(Frames frames, Templates templates) {
        this.frames = frames;
        this.templates = templates;
    }

    @ExceptionHandler
    Page problem(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        var frame = frames.of(request);
        if (problem.kind() == Problem.Kind.FORBIDDEN) {
            return page(403, frame, Problems.notYours(frame.words(), signIn(request, frame)));
        }
        switch (problem.kind()) {
            case TOO_OFTEN, CAPACITY ->
                response.setHeader(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(problem.retryAfter().toSeconds()));
            case MALFORMED, UNAUTHENTICATED, FORBIDDEN, UNKNOWN, CONFLICT, TOO_LARGE, INVALID -> {}
        }
        int status = status(problem.kind());
        return page(status, frame, Problems.notice(status, frame.words(), signIn(request, frame)));
    }

    /// The database does not answer. It is started again by itself, so the page says to come back.
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    Page away(Exception fault, HttpServletRequest request) {
        LOG.warn("{} could not be shown: {}", request.getRequestURI(), fault.toString());
        return away(frames.of(request));
    }

    Page away(Frame frame) {
        return page(503, frame, Problems.away(frame.words()));
    }

    /// What was asked for by a form cannot be asked for again by an address.
    private static String signIn(HttpServletRequest request, Frame frame) {
        return request.getMethod().equals("GET") ? frame.signIn() : "/sign-in";
    }

    /// A form that should bring a file and is no such form, or brings one that is too large.
    @ExceptionHandler
    Page upload(MultipartException fault, HttpServletRequest request) {
        int status =
                fault instanceof ErrorResponse answer ? answer.getStatusCode().value() : 400;
        return page(status, frames.of(request));
    }

    /// A query or a form that cannot be read: half a percent sign, bytes that are no text.
    @ExceptionHandler
    Page unreadable(InvalidParameterException fault, HttpServletRequest request) {
        return page(400, frames.of(request));
    }

    Page page(int status, Frame frame) {
        return page(status, frame, Problems.notice(status, frame.words()));
    }

    private Page page(int status, Frame frame, Notice notice) {
        return templates.refusal("problem", new ProblemPage(frame.at("/"), status, notice), status);
    }

    static int status(Problem problem) {
        return status(problem.kind());
    }

    private static int status(Problem.Kind kind) {
        return switch (kind) {
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
}
